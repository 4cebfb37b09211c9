package entente.service.api;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemResponses;
import entente.service.security.RoomGuest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses evaluating requests while there is no capacity for them, before their body is received and, where a caller is known
 * without it, before they are authenticated: under overload most requests are refused, and what a refusal costs is lost to
 * those that are answered.
 */
public final class OverloadFilter extends OncePerRequestFilter {

    private final EvaluationExecutor evaluations;
    private final boolean accounts;
    private final List<ApiEndpoint> endpoints;

    /** @param accounts whether a caller is known after authentication only, and refused here if nobody would be admitted */
    public OverloadFilter(EvaluationExecutor evaluations, boolean accounts, List<ApiEndpoint> endpoints) {
        this.evaluations = evaluations;
        this.accounts = accounts;
        this.endpoints = endpoints.stream()
                .filter(endpoint -> endpoint.operation().evaluates().length > 0)
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = accounts ? Caller.SERVICE : ApiRequest.caller(request);
        // Guests have a share of their own, and their refusals are no overload of the others.
        Optional<Cost> full = RoomGuest.isGuest(request) ? Optional.empty() : full(request, caller);
        if (full.isPresent()) {
            ProblemResponses.write(request, response, evaluations.reject(full.get(), caller), null);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Cost> full(HttpServletRequest request, Caller caller) {
        List<Cost> full = Arrays.stream(Cost.values())
                .filter(cost -> evaluations.isFull(cost, caller))
                .toList();
        if (full.isEmpty()) {
            return Optional.empty();
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(request.getMethod())
                        && endpoint.pattern().matches(path))
                .map(endpoint -> endpoint.operation().evaluates()[0])
                .filter(full::contains)
                .findFirst();
    }
}

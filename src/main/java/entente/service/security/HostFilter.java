package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Checks host and origin of each request. */
public final class HostFilter extends OncePerRequestFilter {

    private final AllowedHosts hosts;

    /**
     * @param further additional host names, without ports
     */
    public HostFilter(Collection<String> further) {
        hosts = new AllowedHosts(further);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rejectIfForbidden(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /**
     * Checks a request that does not pass the filter chain.
     *
     * @return whether the request was refused; the response then holds the problem
     */
    public boolean rejectIfForbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProblemException> refusal = hosts.refusal(
                request.getMethod(),
                request.getScheme(),
                all(request, "Host"),
                all(request, "Origin"),
                all(request, "Sec-Fetch-Site"));
        if (refusal.isPresent()) {
            ProblemResponses.write(request, response, refusal.get(), null);
        }
        return refusal.isPresent();
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}

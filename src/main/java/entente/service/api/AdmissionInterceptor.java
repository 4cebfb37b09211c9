package entente.service.api;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.security.HostFilter;
import entente.service.transfer.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Admits evaluating requests from the end of their body, so that slow senders use no capacity, until their response is
 * ready. When there is no capacity already, the body is not received.
 */
@RequiredArgsConstructor
public final class AdmissionInterceptor implements HandlerInterceptor {

    private static final String ATTRIBUTE = AdmissionInterceptor.class.getName();

    private final EvaluationExecutor evaluations;
    private final RequestBodies bodies;

    /**
     * @throws entente.service.problem.ProblemException OVERLOADED if there is no capacity for the caller, FOREIGN_PAGE, or that
     *     of the body
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<Cost> costs = costs(handler);
        if (costs.contains(Cost.HEAVY)) {
            HostFilter.requireOwnSite(request);
        }
        Caller caller = ApiRequest.caller(request);
        Operation operation = operation(handler);
        if (operation != null && !costs.isEmpty() && !operation.body().isEmpty()) {
            costs.stream()
                    .filter(cost -> evaluations.isFull(cost, caller))
                    .findFirst()
                    .ifPresent(full -> {
                        throw evaluations.reject(full, caller);
                    });
            bodies.receive(request, operation.largeBody());
        }
        costs.forEach(cost -> evaluations.admit(cost, caller));
        request.setAttribute(ATTRIBUTE, caller);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            costs(handler).forEach(cost -> evaluations.release(cost, caller));
        }
    }

    private static List<Cost> costs(Object handler) {
        Operation operation = operation(handler);
        return operation == null ? List.of() : List.of(operation.evaluates());
    }

    private static @Nullable Operation operation(Object handler) {
        return handler instanceof HandlerMethod method ? method.getMethodAnnotation(Operation.class) : null;
    }
}

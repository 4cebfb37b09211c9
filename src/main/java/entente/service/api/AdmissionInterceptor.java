package entente.service.api;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.security.HostFilter;
import entente.service.transfer.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    private static final String RELEASE = AdmissionInterceptor.class.getName();

    private final EvaluationExecutor evaluations;
    private final RequestBodies bodies;

    /**
     * @throws entente.service.problem.ProblemException OVERLOADED if there is no capacity for the caller, FOREIGN_PAGE, or that
     *     of the body
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Operation operation =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(Operation.class) : null;
        if (operation == null || operation.evaluates().length == 0) {
            return true;
        }
        Cost cost = operation.evaluates()[0];
        if (cost == Cost.HEAVY) {
            HostFilter.requireOwnSite(request);
        }
        Caller caller = ApiRequest.caller(request);
        if (!operation.body().isEmpty()) {
            if (evaluations.isFull(cost, caller)) {
                throw evaluations.reject(cost, caller);
            }
            bodies.receive(request, operation.largeBody());
        }
        evaluations.admit(cost, caller);
        Runnable release = () -> evaluations.release(cost, caller);
        request.setAttribute(RELEASE, release);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getAttribute(RELEASE) instanceof Runnable release) {
            release.run();
        }
    }
}

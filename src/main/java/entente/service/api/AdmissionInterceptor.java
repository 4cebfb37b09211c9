package entente.service.api;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
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

    private final EvaluationExecutor evaluations;
    private final RequestBodies bodies;

    /** @throws entente.service.problem.ProblemException OVERLOADED if there is no capacity, or that of the body */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<Cost> costs = costs(handler);
        Operation operation = operation(handler);
        if (operation != null && !costs.isEmpty() && !operation.body().isEmpty()) {
            costs.stream().filter(evaluations::isFull).findFirst().ifPresent(full -> {
                throw evaluations.reject(full);
            });
            bodies.receive(request, operation.largeBody());
        }
        costs.forEach(evaluations::admit);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        costs(handler).forEach(evaluations::release);
    }

    private static List<Cost> costs(Object handler) {
        Operation operation = operation(handler);
        return operation == null ? List.of() : List.of(operation.evaluates());
    }

    private static @Nullable Operation operation(Object handler) {
        return handler instanceof HandlerMethod method ? method.getMethodAnnotation(Operation.class) : null;
    }
}

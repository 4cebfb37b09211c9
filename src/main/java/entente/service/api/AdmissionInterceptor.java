package entente.service.api;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Admits evaluating requests from the end of their body, so that slow senders use no capacity, until their response is
 * ready.
 */
@RequiredArgsConstructor
public final class AdmissionInterceptor implements HandlerInterceptor {

    private final EvaluationExecutor evaluations;

    /** @throws entente.service.problem.ProblemException OVERLOADED if there is no capacity */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        costs(handler).forEach(evaluations::admit);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        costs(handler).forEach(evaluations::release);
    }

    private static List<Cost> costs(Object handler) {
        Operation operation =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(Operation.class) : null;
        return operation == null ? List.of() : List.of(operation.evaluates());
    }
}

package entente.service.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.archive.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiRequestTest {

    @Test
    void operationThatDeclaresNoCostDoesNotEvaluate() {
        HttpServletRequest nothing = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (self, method, values) -> null);
        EvaluationLimits limits = new EvaluationLimits(1, 0, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (EvaluationExecutor evaluations = new EvaluationExecutor(limits, () -> {})) {
            ApiRequest request =
                    new ApiRequest(nothing, Map.of(), () -> Content.of(new byte[0]), evaluations, Optional.empty());
            assertThatThrownBy(() -> request.evaluate(() -> 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("declares no evaluation");
        }
    }
}

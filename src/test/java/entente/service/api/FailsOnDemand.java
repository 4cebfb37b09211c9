package entente.service.api;

import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Test interceptor: a request fails with the problem that a header names, where the real cause is hard to produce. */
class FailsOnDemand implements WebMvcConfigurer {

    static final String HEADER = "X-Test-Fail";

    private static final Set<ProblemType> RETRYABLE = Set.of(
            ProblemType.OVERLOADED,
            ProblemType.TOO_MANY,
            ProblemType.TOO_MANY_ATTEMPTS,
            ProblemType.ARCHIVE_UNAVAILABLE);

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                String slug = request.getHeader(HEADER);
                if (slug != null) {
                    throw failure(ProblemType.of(slug).orElseThrow());
                }
                return true;
            }
        });
    }

    private static RuntimeException failure(ProblemType type) {
        if (type == ProblemType.BUG) {
            return new IllegalStateException("select secret from entente.service.Somewhere in /hidden/place");
        }
        return RETRYABLE.contains(type) ? type.problem("On demand.", 3) : type.problem("On demand.");
    }
}

package entente.service.api;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A double: every call fails in the way that a header asks for, where the real way needs a full disk or a bug. */
class FailsOnDemand implements WebMvcConfigurer {

    static final String HEADER = "X-Test-Fail";

    private static final Set<ProblemType> LATER = Set.of(
            ProblemType.OVERLOADED,
            ProblemType.TOO_MANY,
            ProblemType.TOO_MANY_ATTEMPTS,
            ProblemType.ARCHIVE_UNAVAILABLE);

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                String wanted = request.getHeader(HEADER);
                if (wanted != null) {
                    throw failure(ProblemType.of(wanted).orElseThrow());
                }
                return true;
            }
        });
    }

    private static RuntimeException failure(ProblemType type) {
        if (type == ProblemType.BUG) {
            return new IllegalStateException("select secret from entente.web.Somewhere in /hidden/place");
        }
        return LATER.contains(type)
                ? ProblemException.withRetryAfter(type, "On demand.", 3)
                : ProblemException.of(type, "On demand.");
    }
}

package entente.service.operations;

import entente.service.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Logs one line per request: method, path template, status, milliseconds, and the instance of a problem. Contains no
 * values chosen by the caller: no query, body, key or identifier.
 */
public final class RequestLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("entente.requests");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
    private static final int FIRST_PROBLEM = 400;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        boolean ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            // An exception becomes a 500 only after this filter.
            write(request, ended ? response.getStatus() : 500, System.nanoTime() - start);
        }
    }

    private static void write(HttpServletRequest request, int status, long nanos) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String template = pattern == null ? "-" : pattern.toString();
        if (status < FIRST_PROBLEM && (template.startsWith("/actuator/") || template.startsWith("/page/"))) {
            return;
        }
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(nanos);
        Object instance = request.getAttribute(ProblemResponses.INSTANCE);
        LOG.info("{} {} {} {} ms{}", method, template, status, milliseconds, instance == null ? "" : " " + instance);
    }
}

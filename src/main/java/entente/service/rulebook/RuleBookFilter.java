package entente.service.rulebook;

import entente.model.Engine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.web.filter.OncePerRequestFilter;

/** Attaches the active rule book to each request, and names engine and rule book in each response. */
@RequiredArgsConstructor
public final class RuleBookFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RuleBookFilter.class.getName();

    private final ActiveRuleBook activeRuleBook;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RuleBookSnapshot snapshot = activeRuleBook.current();
        request.setAttribute(ATTRIBUTE, snapshot);
        setHeaders(response, snapshot);
        chain.doFilter(request, response);
    }

    /** What names the engine and the rule book in a response. */
    public static Map<String, String> headers(RuleBookSnapshot snapshot) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Engine-Version", Engine.VERSION);
        headers.put("X-Rules-Version", snapshot.book().version());
        headers.put("X-Rules-Digest", snapshot.book().sha256());
        return headers;
    }

    public static void setHeaders(HttpServletResponse response, RuleBookSnapshot snapshot) {
        headers(snapshot).forEach(response::setHeader);
    }

    public static RuleBookSnapshot of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RuleBookSnapshot snapshot) {
            return snapshot;
        }
        throw new IllegalStateException("the request did not pass the filter");
    }
}

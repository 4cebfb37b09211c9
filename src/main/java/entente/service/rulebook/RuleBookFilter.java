package entente.service.rulebook;

import entente.model.Engine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Attaches the active rule book to each request, and names engine and rule book in each response. */
public final class RuleBookFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RuleBookFilter.class.getName();

    private final ActiveRuleBook activeRuleBook;

    public RuleBookFilter(ActiveRuleBook activeRuleBook) {
        this.activeRuleBook = activeRuleBook;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RuleBookSnapshot snapshot = activeRuleBook.current();
        request.setAttribute(ATTRIBUTE, snapshot);
        setHeaders(response, snapshot);
        chain.doFilter(request, response);
    }

    public static void setHeaders(HttpServletResponse response, RuleBookSnapshot snapshot) {
        response.setHeader("X-Engine-Version", Engine.VERSION);
        response.setHeader("X-Rules-Version", snapshot.book().version());
        response.setHeader("X-Rules-Digest", snapshot.book().sha256());
    }

    public static RuleBookSnapshot of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RuleBookSnapshot snapshot) {
            return snapshot;
        }
        throw new IllegalStateException("the request did not pass the filter");
    }
}

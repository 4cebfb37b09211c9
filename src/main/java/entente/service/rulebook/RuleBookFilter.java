package entente.service.rulebook;

import entente.model.Engine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request the book in force as it comes in, and each answer the names of engine and book. */
public final class RuleBookFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RuleBookFilter.class.getName();

    private final ActiveRuleBook inForce;

    public RuleBookFilter(ActiveRuleBook inForce) {
        this.inForce = inForce;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RuleBookSnapshot edition = inForce.current();
        request.setAttribute(ATTRIBUTE, edition);
        setHeaders(response, edition);
        chain.doFilter(request, response);
    }

    public static void setHeaders(HttpServletResponse response, RuleBookSnapshot edition) {
        response.setHeader("X-Engine-Version", Engine.VERSION);
        response.setHeader("X-Rules-Version", edition.book().version());
        response.setHeader("X-Rules-Digest", edition.book().sha256());
    }

    public static RuleBookSnapshot of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RuleBookSnapshot edition) {
            return edition;
        }
        throw new IllegalStateException("the request came in past the filter");
    }
}

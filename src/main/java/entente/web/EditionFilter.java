package entente.web;

import entente.domain.Engine;
import entente.service.Edition;
import entente.service.InForce;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request the book in force as it comes in, and each answer the names of engine and book. */
final class EditionFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = EditionFilter.class.getName();

    private final InForce inForce;

    EditionFilter(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Edition edition = inForce.current();
        request.setAttribute(ATTRIBUTE, edition);
        sign(response, edition);
        chain.doFilter(request, response);
    }

    static void sign(HttpServletResponse response, Edition edition) {
        response.setHeader("X-Engine-Version", Engine.VERSION);
        response.setHeader("X-Rules-Version", edition.book().version());
        response.setHeader("X-Rules-Digest", edition.book().sha256());
    }

    static Edition of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Edition edition) {
            return edition;
        }
        throw new IllegalStateException("the request came in past the filter");
    }
}

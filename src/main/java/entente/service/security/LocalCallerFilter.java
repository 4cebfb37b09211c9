package entente.service.security;

import entente.service.keys.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates every request as the local caller if there are no accounts. */
final class LocalCallerFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Cleared by the chain when the request ends.
        SecurityContextHolder.setContext(new SecurityContextImpl(Caller.of("local", Role.OPERATOR)));
        chain.doFilter(request, response);
    }

    /** An asynchronous dispatch has the same caller. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

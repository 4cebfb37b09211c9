package entente.service.security;

import entente.service.keys.Role;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The security filter chain, generated from the {@link EndpointPermissions}. */
public final class SecurityChain {

    /** What tokens of workshops begin with; they are no keys, and the operations of workshops check them. */
    private static final String WORKSHOP_TOKEN = "Bearer entw_";

    /**
     * Authenticates every request as the local caller if there are no accounts, except one from the address of a room: the
     * list of the room has admitted it.
     */
    @RequiredArgsConstructor
    private static final class LocalCallerFilter extends OncePerRequestFilter {

        private final boolean accounts;

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            // Cleared by the chain when the request ends.
            Optional<Authentication> caller = RoomGuest.find(request)
                    .or(() -> accounts
                            ? Optional.empty()
                            : Optional.of(BearerAuthentication.caller("local", Role.OPERATOR)));
            caller.ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(known)));
            chain.doFilter(request, response);
        }

        /** An asynchronous dispatch has the same caller. */
        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }
    }

    /** Authenticates a request by its session, unless it has credentials of its own or is that of a guest. */
    @RequiredArgsConstructor
    private static final class SessionFilter extends OncePerRequestFilter {

        private final Sessions sessions;

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                    && RoomGuest.find(request).isEmpty()) {
                Optional<Authentication> caller = sessions.caller(request);
                if (caller.isPresent() && HostFilter.hidesItsOrigin(request)) {
                    ProblemException hidden = ProblemException.of(
                            ProblemType.FOREIGN_PAGE,
                            "The request does not say which page it comes from. A session is for browsers; a program sends its key.");
                    ProblemResponses.write(request, response, hidden, null);
                    return;
                }
                caller.ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(known)));
            }
            chain.doFilter(request, response);
        }
    }

    private SecurityChain() {}

    public static SecurityFilterChain of(
            HttpSecurity http,
            Accounts accounts,
            Sessions sessions,
            AccessDenials denials,
            EndpointPermissions permissions) {
        // No CSRF token: HostFilter refuses cross-site requests, and the cookies are strictly of the same site.
        // SecurityHeaderValve sets the headers.
        http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // Sessions begin a new one at signing in; the framework would change its id with each request.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .exceptionHandling(
                        deny -> deny.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .authorizeHttpRequests(may -> table(may, permissions.permissions()));
        if (!accounts.isEmpty()) {
            BearerTokenAuthenticationFilter bearers =
                    new BearerTokenAuthenticationFilter(new BearerAuthentication(accounts));
            bearers.setAuthenticationEntryPoint(denials);
            BearerTokenResolver keys = new DefaultBearerTokenResolver();
            bearers.setBearerTokenResolver(request -> isWorkshopToken(request) ? null : keys.resolve(request));
            http.addFilterBefore(bearers, AnonymousAuthenticationFilter.class);
            http.addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class);
        }
        http.addFilterBefore(new LocalCallerFilter(!accounts.isEmpty()), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    private static boolean isWorkshopToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(WORKSHOP_TOKEN);
    }

    private static void table(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry may,
            List<EndpointPermissions.Permission> permissions) {
        // Internal dispatches of admitted requests.
        may.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll();
        for (EndpointPermissions.Permission line : permissions) {
            HttpMethod method = HttpMethod.valueOf(line.method());
            allow(may.requestMatchers(method, line.pattern()), line.access());
            if (method.equals(HttpMethod.GET)) {
                allow(may.requestMatchers(HttpMethod.HEAD, line.pattern()), line.access());
            }
            // OPTIONS requires the lowest access of the path.
            permissions.stream()
                    .filter(other -> other.pattern().equals(line.pattern()))
                    .map(EndpointPermissions.Permission::access)
                    .min(Comparator.naturalOrder())
                    .ifPresent(who -> allow(may.requestMatchers(HttpMethod.OPTIONS, line.pattern()), who));
        }
        may.anyRequest().denyAll();
    }

    private static void allow(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl url, Access who) {
        if (who == Access.PUBLIC) {
            url.permitAll();
        } else if (who == Access.DENIED) {
            url.denyAll();
        } else {
            url.hasRole(who.name());
        }
    }
}

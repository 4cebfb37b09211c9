package entente.service.security;

import entente.service.keys.Role;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.security.Accounts.BearerAuthentication;
import entente.service.security.Sessions.SignIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The security filter chain, generated from the {@link EndpointPermissions}. */
@Configuration(proxyBeanMethods = false)
public class SecurityChain {

    /** What tokens of workshops begin with; they are no keys, and the operations of workshops check them. */
    private static final String WORKSHOP_TOKEN = "Bearer entw_";

    /**
     * Authenticates what has no credentials of its own: a guest of a room, whom its list has admitted, a person by the session,
     * and everybody else as the local caller if there are no accounts.
     */
    @RequiredArgsConstructor
    private static final class CallerFilter extends OncePerRequestFilter {

        private final boolean accounts;
        private final Sessions sessions;

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<Authentication> caller = RoomGuest.find(request);
            if (caller.isEmpty() && !accounts) {
                caller = Optional.of(BearerAuthentication.caller("local", Role.OPERATOR));
            } else if (caller.isEmpty() && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
                caller = sessions.caller(request);
                if (caller.isPresent() && HostFilter.hidesItsOrigin(request)) {
                    ProblemException hidden = ProblemType.FOREIGN_PAGE.problem(
                            "The request does not say which page it comes from. A session is for browsers; a program sends its key.");
                    ProblemResponses.write(request, response, hidden, null);
                    return;
                }
            }
            // Cleared by the chain when the request ends.
            caller.ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(known)));
            chain.doFilter(request, response);
        }

        /** An asynchronous dispatch has the same caller. */
        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }
    }

    @Bean
    SecurityFilterChain chain(
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
        }
        http.addFilterBefore(new CallerFilter(!accounts.isEmpty(), sessions), AnonymousAuthenticationFilter.class);
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
        } else {
            url.hasRole(who.name());
        }
    }

    /** Responses to denied requests. Unauthenticated callers cannot tell whether an endpoint exists. */
    @Component
    @RequiredArgsConstructor
    public static final class AccessDenials
            implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

        private final EndpointPermissions permissions;

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
                throws IOException {
            if (SignIn.isNavigation(request)) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, SignIn.address(request));
                return;
            }
            boolean sent = why instanceof InvalidBearerTokenException;
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, sent ? "Bearer error=\"invalid_token\"" : "Bearer");
            write(
                    request,
                    response,
                    ProblemType.UNAUTHENTICATED,
                    sent
                            ? "The key is unknown or has been removed."
                            : request.getRequestedSessionId() == null
                                    ? "A key is required."
                                    : "The session has ended.");
        }

        /** An authenticated caller without permission, or an unknown endpoint. */
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
                throws IOException {
            List<String> methods = permissions.permissions().stream()
                    .filter(line -> PathPatternRequestMatcher.pathPattern(line.pattern())
                            .matches(request))
                    .map(EndpointPermissions.Permission::method)
                    .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                    .sorted()
                    .distinct()
                    .toList();
            String allowed = String.join(", ", methods);
            if (methods.isEmpty()) {
                write(request, response, ProblemType.NOT_FOUND, "There is no resource at this address.");
            } else if (!methods.contains(request.getMethod())
                    && !request.getMethod().equals("OPTIONS")) {
                response.setHeader(HttpHeaders.ALLOW, allowed + ", OPTIONS");
                write(request, response, ProblemType.METHOD_NOT_ALLOWED, "This resource supports " + allowed + ".");
            } else {
                write(request, response, ProblemType.FORBIDDEN, "The role of the key does not permit this operation.");
            }
        }

        /** An ambiguous path: doubled or encoded slashes, dots, semicolons. */
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
                throws IOException {
            write(
                    request,
                    response,
                    ProblemType.BAD_PARAMETER,
                    "The path or a header contains characters that are not allowed, such as doubled or encoded slashes, semicolons or control characters.");
        }

        private static void write(
                HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
                throws IOException {
            ProblemResponses.write(request, response, type.problem(detail), null);
        }
    }

    /**
     * All endpoints with the required access. Others are denied; a test compares the list with the running service.
     *
     * @param permissions in the order of evaluation
     */
    public record EndpointPermissions(List<Permission> permissions) {

        /**
         * @param method of HTTP; HEAD goes with GET
         * @param pattern of the path, after Spring's {@code PathPattern}
         */
        public record Permission(String method, String pattern, Access access) {}

        /** Endpoints that are not operations of the API. */
        private static final List<Permission> OTHERS = List.of(
                new Permission("GET", "/page/**", Access.PUBLIC),
                new Permission("GET", SignIn.PATH, Access.PUBLIC),
                new Permission("POST", SignIn.PATH, Access.PUBLIC),
                new Permission("POST", SignIn.OUT, Access.PUBLIC),
                new Permission("GET", "/actuator/health", Access.PUBLIC),
                new Permission("GET", "/actuator/health/**", Access.PUBLIC),
                new Permission("GET", "/actuator/info", Access.READER),
                new Permission("GET", "/actuator/prometheus", Access.OPERATOR));

        public static EndpointPermissions of(Stream<Permission> operations) {
            return new EndpointPermissions(
                    Stream.concat(operations, OTHERS.stream()).toList());
        }
    }
}

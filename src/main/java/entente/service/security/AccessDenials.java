package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Responses to denied requests. Unauthenticated callers cannot tell whether an endpoint exists. */
@Component
@RequiredArgsConstructor
public final class AccessDenials implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final EndpointPermissions permissions;

    /** Authentication is missing or failed. */
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
                        : request.getRequestedSessionId() == null ? "A key is required." : "The session has ended.");
    }

    /** An authenticated caller without permission, or an unknown endpoint. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        List<String> methods = permissions.permissions().stream()
                .filter(line -> line.access() != Access.DENIED)
                .filter(line ->
                        PathPatternRequestMatcher.pathPattern(line.pattern()).matches(request))
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

    private static void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
            throws IOException {
        ProblemResponses.write(request, response, ProblemException.of(type, detail), null);
    }
}

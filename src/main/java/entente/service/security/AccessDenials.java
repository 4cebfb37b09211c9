package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What those are told who are not let through. Somebody unknown learns nothing of what there is. */
public final class AccessDenials implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    /** Nobody known: without a key, or with one that is none. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean sent = why instanceof InvalidBearerTokenException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, sent ? "Bearer error=\"invalid_token\"" : "Bearer");
        ProblemResponse.write(
                request,
                response,
                ProblemException.of(
                        ProblemType.UNAUTHENTICATED,
                        sent ? "The key is not known here, or no longer." : "This needs a key, and none was sent."));
    }

    /** Somebody known, who asks for what there is not, or may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        List<EndpointPermissions.Line> here = EndpointPermissions.permissions().stream()
                .filter(line -> line.access() != Access.DENIED)
                .filter(line ->
                        PathPatternRequestMatcher.pathPattern(line.pattern()).matches(request))
                .toList();
        String allowed = here.stream()
                .map(EndpointPermissions.Line::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        if (here.isEmpty()) {
            ProblemResponse.write(
                    request, response, ProblemException.of(ProblemType.NOT_FOUND, "Nothing stands at this address."));
        } else if (!List.of((allowed + ", OPTIONS").split(", ", -1)).contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, allowed + ", OPTIONS");
            ProblemResponse.write(
                    request,
                    response,
                    ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "This address takes " + allowed + "."));
        } else {
            ProblemResponse.write(
                    request,
                    response,
                    ProblemException.of(ProblemType.FORBIDDEN, "Your key does not stretch to this."));
        }
    }

    /** An address that two readers could read in two ways: with doubled or hidden slashes, dots, semicolons. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        ProblemResponse.write(
                request,
                response,
                ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "The address or a header holds characters that have no place there, such as doubled or encoded "
                                + "slashes, semicolons or control characters."));
    }
}

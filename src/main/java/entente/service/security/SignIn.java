package entente.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** The addresses of signing in and out, and the way back to where somebody was going. */
public final class SignIn {

    public static final String PATH = "/sign-in";
    public static final String OUT = "/sign-out";
    /** The parameter with the address to go to afterwards. */
    public static final String TO = "to";

    /** One slash: two, or a backslash that browsers read as a slash, would lead to another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]*)?");

    private SignIn() {}

    /** The address if it is one of this service, otherwise that of the front page. */
    public static String local(String to) {
        boolean own = LOCAL.matcher(to).matches() && !to.startsWith(PATH) && !to.startsWith(OUT);
        return own ? to : "/";
    }

    /** Whether a person opens a page without credentials, rather than a program or the module of a page. */
    static boolean isNavigation(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET");
        boolean page = Stream.of("/api/", "/actuator/", "/mcp").noneMatch(request.getRequestURI()::startsWith)
                && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .orElse("")
                        .contains("text/html");
        return reads
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (page || "navigate".equals(request.getHeader("Sec-Fetch-Mode")));
    }

    /** The page for signing in, which leads back to this request. */
    static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return PATH + "?" + TO + "=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}

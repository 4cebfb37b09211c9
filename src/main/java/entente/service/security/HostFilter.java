package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for other hosts and cross-site requests. Browsers send the host name (Host) and the origin (Origin,
 * Sec-Fetch-Site), which pages cannot forge. Cookies are of the same site only, and a session changes something only where
 * the browser says who asks, so no CSRF token is needed.
 */
public final class HostFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** The same origin, or a navigation by the user. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    private final Set<String> names;

    /** @param further additional host names, without ports */
    public HostFilter(Collection<String> further) {
        names = Stream.concat(Stream.of("localhost", "127.0.0.1", "[::1]"), further.stream())
                .map(name -> normalize(name.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isHostName(String text) {
        Matcher host = HOST.matcher(text.strip());
        return host.matches() && host.group(2) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rejectIfForbidden(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Checks a request outside the filter chain; true if it was refused and the response holds the problem. */
    public boolean rejectIfForbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            check(request);
            return false;
        } catch (ProblemException refusal) {
            ProblemResponses.write(request, response, refusal, null);
            return true;
        }
    }

    /** Whether the request could change something and has neither header by which a browser says who asks. */
    static boolean hidesItsOrigin(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && request.getHeader("Origin") == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }

    /** @throws ProblemException WRONG_HOST or FOREIGN_PAGE */
    void check(HttpServletRequest request) {
        List<String> hosts = all(request, "Host");
        Matcher host = HOST.matcher(hosts.size() == 1 ? hosts.get(0) : "");
        if (!host.matches() || !names.contains(normalize(host.group(1)))) {
            throw ProblemType.WRONG_HOST.problem(
                    "The Host header is missing, occurs twice, or names a host that this service does not serve. "
                            + "The setting entente.access.hosts adds host names.");
        }
        if (!SAFE.contains(request.getMethod())) {
            requireOwnSite(request);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        String own = withoutDefaultPort(request.getScheme() + "://" + request.getHeader("Host"));
        List<String> origins = all(request, "Origin");
        List<String> fetchSites = all(request, "Sec-Fetch-Site");
        return origins.size() > 1
                || fetchSites.size() > 1
                || !origins.stream()
                        .allMatch(origin -> withoutDefaultPort(origin).equalsIgnoreCase(own))
                || !OWN_SITE.containsAll(fetchSites);
    }

    /**
     * Refuses a request that costs much, whatever its method, if a page of another site sends it: a link there or an image
     * would keep the service busy.
     *
     * @throws ProblemException FOREIGN_PAGE
     */
    public static void requireOwnSite(HttpServletRequest request) {
        if (isForeign(request)) {
            throw ProblemType.FOREIGN_PAGE.problem(
                    "The request comes from a page of another site. It was not processed.");
        }
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /** The host name in lower case; IPv6 addresses in canonical form. */
    private static String normalize(String name) {
        if (name.startsWith("[") && HOST.matcher(name).matches()) {
            try {
                return "[" + InetAddress.getByName(name).getHostAddress() + "]";
            } catch (UnknownHostException notAnAddress) {
                // Remains unchanged and matches no address.
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String withoutDefaultPort(String origin) {
        return origin.replaceFirst("(?i)^(http://.+):80$|^(https://.+):443$", "$1$2");
    }
}

package entente.service.security;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the pages of other sites from driving the service through the browser of somebody who may ask it. A browser
 * says by which name it came (Host), which no page can forge; and from which page (Origin, Sec-Fetch-Site). Nothing
 * here rests on cookies, of which there are none, so there is no token against forged requests either.
 */
final class AllowedHosts {

    /** What a request that changes nothing is made with. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** A page of this very address, or nothing but a person: an address typed, a bookmark. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    private final Set<String> names;

    /**
     * @param further names beside those of this machine itself, without ports
     */
    AllowedHosts(Collection<String> further) {
        names = Stream.concat(Stream.of("localhost", "127.0.0.1", "[::1]"), further.stream())
                .map(name -> normalize(name.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is a name that the list can hold: a host without scheme, port or path. */
    static boolean isHostName(String text) {
        Matcher host = HOST.matcher(text.strip());
        return host.matches() && host.group(2) == null;
    }

    /**
     * What is wrong with a request, if anything is.
     *
     * @param scheme of the request itself, {@code http} or {@code https}
     * @param hosts every Host header, and likewise the others
     */
    Optional<ProblemException> refusal(
            String method, String scheme, List<String> hosts, List<String> origins, List<String> fetchSites) {
        if (hosts.size() != 1) {
            return wrongHost();
        }
        Matcher host = HOST.matcher(hosts.get(0));
        if (!host.matches() || !names.contains(normalize(host.group(1)))) {
            return wrongHost();
        }
        if (SAFE.contains(method)) {
            return Optional.empty();
        }
        String own = origin(scheme, host);
        boolean foreign = origins.size() > 1
                || fetchSites.size() > 1
                || !origins.stream().allMatch(origin -> sameOrigin(origin, own))
                || !OWN_SITE.containsAll(fetchSites);
        return foreign
                ? Optional.of(ProblemException.of(
                        ProblemType.FOREIGN_PAGE, "The request comes from a page of another site; nothing was done."))
                : Optional.empty();
    }

    /** A host name in lower case; an IPv6 address, which can be written in several ways, in one of them. */
    private static String normalize(String name) {
        if (name.startsWith("[") && HOST.matcher(name).matches()) {
            try {
                return "[" + InetAddress.getByName(name).getHostAddress() + "]";
            } catch (UnknownHostException notAnAddress) {
                // It stays as it is, and equals no address.
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<ProblemException> wrongHost() {
        return Optional.of(ProblemException.of(
                ProblemType.WRONG_HOST,
                "The Host header is missing, stands there twice, or names a host that this service does not answer for. "
                        + "Further hosts are named by the setting entente.access.hosts."));
    }

    private static boolean sameOrigin(String origin, String own) {
        int end = origin.indexOf("://");
        if (end < 0) {
            return false;
        }
        Matcher host = HOST.matcher(origin.substring(end + "://".length()));
        return host.matches()
                && origin(origin.substring(0, end).toLowerCase(Locale.ROOT), host)
                        .equals(own);
    }

    /** Scheme, host and port, the port said even where a browser leaves it out. */
    private static String origin(String scheme, Matcher host) {
        String port = host.group(2) == null ? (scheme.equals("https") ? "443" : "80") : host.group(2);
        return scheme + "://" + host.group(1).toLowerCase(Locale.ROOT) + ":" + Integer.parseInt(port);
    }
}

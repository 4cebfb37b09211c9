package entente.service.security;

import entente.service.problem.StartupException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.Valve;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.core.env.Environment;

/**
 * The proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are trusted. The container's own list would
 * contain every private address, among them those of guests.
 *
 * @param ranges addresses, or prefixes such as {@code 10.1.0.0/16}
 */
public record TrustedProxies(List<String> ranges) {

    private static final String LITERAL =
            "(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(/\\d{1,3})?"; // no name, which would be looked up

    /**
     * @throws StartupException for a value that is no address, for proxies without accounts, and for settings of the
     *     framework that would trust other proxies
     */
    public static TrustedProxies of(List<String> ranges, Accounts accounts, Environment environment) {
        accounts.checkProxies(ranges);
        List<String> wrong = ranges.stream().filter(range -> !isRange(range)).toList();
        if (!wrong.isEmpty()) {
            throw StartupException.configuration(
                    "entente.access.proxies takes addresses such as 10.0.0.5 and ranges such as 10.1.0.0/16, and not "
                            + String.join(", ", wrong) + ".");
        }
        Stream.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header")
                .filter(environment::containsProperty)
                .forEach(TrustedProxies::refuse);
        if (!environment.getProperty("server.forward-headers-strategy", "none").equalsIgnoreCase("none")) {
            refuse("server.forward-headers-strategy");
        }
        return new TrustedProxies(ranges);
    }

    private static void refuse(String setting) {
        throw StartupException.configuration(setting + " would trust every private address. "
                + "Name the proxies in entente.access.proxies instead.");
    }

    private static boolean isRange(String text) {
        try {
            return text.matches(LITERAL) && !new NetMask(text).toString().isEmpty();
        } catch (IllegalArgumentException notInRange) {
            return false;
        }
    }

    /** Replaces address and scheme of a request by those that a proxy of the list states; empty without proxies. */
    public Optional<Valve> valve() {
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", ranges));
        valve.setProtocolHeader("X-Forwarded-Proto");
        return Optional.of(valve);
    }
}

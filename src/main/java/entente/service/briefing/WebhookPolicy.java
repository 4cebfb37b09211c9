package entente.service.briefing;

import entente.service.admission.DaemonThread;
import entente.service.briefing.DeliveryChannels.DeliveryException;
import entente.service.briefing.DeliveryTarget.WebhookTarget;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.commons.io.function.IOFunction;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Which webhooks may be called, and at which addresses. Nothing is allowed that is not named. */
public final class WebhookPolicy {

    /**
     * The form of an address or range in a setting: no name, which would be looked up, and no short form, which Java
     * completes in the middle (10.1 is 10.0.0.1).
     */
    public static final String ADDRESS_OR_RANGE = "(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(/\\d{1,3})?";

    private static final int RESOLVING_SECONDS = 3;

    /**
     * Everything that is not an address of a host in the Internet, after the registries of IANA. Java makes an IPv4-mapped
     * address an IPv4 address, so that the same ranges hold for it.
     */
    private static final InetAddressMatcher SPECIAL_V4 = ranges(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4"));

    /** What is assigned for the Internet; the rest is loopback, link-local, unique local, multicast or translated. */
    private static final InetAddressMatcher GLOBAL_V6 = ranges(List.of("2000::/3"));

    /** Of these: protocol assignments with Teredo, documentation, and 6to4, which contain other addresses. */
    private static final InetAddressMatcher SPECIAL_V6 =
            ranges(List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

    private final Set<String> endpoints;
    private final InetAddressMatcher named;
    private final IOFunction<String, InetAddress[]> resolver;

    /**
     * @param endpoints {@code host:port} for HTTPS, {@code http://host:port} for plain HTTP
     * @param named addresses and ranges that are allowed although they are not public
     * @param resolver of the addresses of a host
     * @throws IllegalArgumentException if one of them is invalid; the message is the text
     */
    public WebhookPolicy(List<String> endpoints, List<String> named, IOFunction<String, InetAddress[]> resolver) {
        this.endpoints = endpoints.stream().map(WebhookPolicy::endpoint).collect(Collectors.toUnmodifiableSet());
        this.named = ranges(named);
        this.resolver = resolver;
    }

    private static String endpoint(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        boolean plain = given.startsWith("http://");
        try {
            DeliveryTarget target = DeliveryTarget.of(plain ? given : "https://" + given);
            if (target instanceof WebhookTarget webhook && webhook.endpoint().equals(given)) {
                return given;
            }
        } catch (IllegalArgumentException invalid) {
            // Answered below.
        }
        throw new IllegalArgumentException(text);
    }

    Optional<String> refusal(WebhookTarget target) {
        return endpoints.contains(target.endpoint())
                ? Optional.empty()
                : Optional.of(target.endpoint() + " is not in entente.webhook.allow.");
    }

    /**
     * The address to connect to. It is resolved here once, so that it cannot be another one when it is used.
     *
     * @throws DeliveryException if the webhook is not allowed, or any of its addresses is not public and not named
     */
    InetAddress address(WebhookTarget target) throws DeliveryException {
        DeliveryException.check(refusal(target));
        InetAddress[] found = resolve(target.host().replaceAll("[\\[\\]]", ""));
        for (InetAddress address : found) {
            if (!isPublic(address) && !named.matches(address)) {
                throw DeliveryException.refused("The address of " + target.host()
                        + " is not public and not in entente.webhook.private-addresses.");
            }
        }
        return found[0];
    }

    private InetAddress[] resolve(String host) throws DeliveryException {
        FutureTask<InetAddress[]> found = new FutureTask<>(() -> resolver.apply(host));
        // A thread of its own: a resolution cannot be interrupted.
        new DaemonThread(found, "webhook-resolver").start();
        try {
            InetAddress[] addresses = found.get(RESOLVING_SECONDS, TimeUnit.SECONDS);
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unknown) {
            // Answered below.
        }
        throw DeliveryException.failed("The address of " + host + " cannot be resolved.");
    }

    /**
     * @param ranges addresses, or prefixes such as {@code 10.1.0.0/16}
     * @throws IllegalArgumentException if one is neither; the message is the text
     */
    static InetAddressMatcher ranges(List<String> ranges) {
        List<InetAddressMatcher> matchers =
                ranges.stream().map(WebhookPolicy::range).toList();
        return address -> matchers.stream().anyMatch(range -> range.matches(address));
    }

    private static InetAddressMatcher range(String text) {
        if (!text.strip().matches(ADDRESS_OR_RANGE)) {
            throw new IllegalArgumentException(text);
        }
        try {
            return InetAddressMatchers.fromIpAddress(text.strip());
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(text, invalid);
        }
    }

    /** Whether this is an address of a host in the Internet. */
    static boolean isPublic(InetAddress address) {
        return address.getAddress().length == 4
                ? !SPECIAL_V4.matches(address)
                : GLOBAL_V6.matches(address) && !SPECIAL_V6.matches(address);
    }
}

package entente.service.briefing.delivery;

import entente.service.briefing.delivery.DeliveryTarget.WebhookTarget;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Which webhooks may be called, and at which addresses. Nothing is allowed that is not named. */
public final class WebhookPolicy {

    /** A daemon thread for each resolution, which cannot be interrupted. */
    private static final Executor RESOLVING = task -> {
        Thread thread = new Thread(task, "webhook-resolver");
        thread.setDaemon(true);
        thread.start();
    };

    private static final int RESOLVING_SECONDS = 3;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface AddressResolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Set<String> endpoints;
    private final NetworkAddresses named;
    private final AddressResolver resolver;

    /**
     * @param endpoints {@code host:port} for HTTPS, {@code http://host:port} for plain HTTP
     * @param named addresses and ranges that are allowed although they are not public
     * @throws IllegalArgumentException if one of them is invalid; the message is the text
     */
    public WebhookPolicy(List<String> endpoints, List<String> named, AddressResolver resolver) {
        this.endpoints = endpoints.stream().map(WebhookPolicy::endpoint).collect(Collectors.toUnmodifiableSet());
        this.named = NetworkAddresses.of(named);
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

    boolean allows(WebhookTarget target) {
        return endpoints.contains(target.endpoint());
    }

    /**
     * The address to connect to. It is resolved here once, so that it cannot be another one when it is used.
     *
     * @throws DeliveryException if the webhook is not allowed, or any of its addresses is not public and not named
     */
    InetAddress address(WebhookTarget target) throws DeliveryException {
        if (!allows(target)) {
            throw DeliveryException.refused(target.endpoint() + " is not in entente.webhook.allow.");
        }
        InetAddress[] found = resolve(target.host().replaceAll("[\\[\\]]", ""));
        for (InetAddress address : found) {
            if (!NetworkAddresses.isPublic(address) && !named.contain(address)) {
                throw DeliveryException.refused("The address of " + target.host()
                        + " is not public and not in entente.webhook.private-addresses.");
            }
        }
        return found[0];
    }

    private InetAddress[] resolve(String host) throws DeliveryException {
        CompletableFuture<InetAddress[]> found = CompletableFuture.supplyAsync(() -> unchecked(host), RESOLVING);
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

    private InetAddress[] unchecked(String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException unknown) {
            return new InetAddress[0];
        }
    }

    /** Ranges of network addresses. Java makes an IPv4-mapped address an IPv4 address, so that the same ranges hold for it. */
    record NetworkAddresses(List<Range> ranges) {

        /** Everything that is not an address of a host in the Internet, after the registries of IANA. */
        private static final NetworkAddresses SPECIAL_V4 = of(List.of(
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
        private static final NetworkAddresses GLOBAL_V6 = of(List.of("2000::/3"));

        /** Of these: protocol assignments with Teredo, documentation, and 6to4, which contain other addresses. */
        private static final NetworkAddresses SPECIAL_V6 =
                of(List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

        /** @param bits length of the common prefix */
        record Range(byte[] address, int bits) {

            boolean contains(byte[] other) {
                int rest = address.length * 8 - bits;
                return other.length == address.length
                        && new BigInteger(1, address)
                                .shiftRight(rest)
                                .equals(new BigInteger(1, other).shiftRight(rest));
            }
        }

        /**
         * @param ranges addresses, or prefixes such as {@code 10.1.0.0/16}
         * @throws IllegalArgumentException if one is neither; the message is the text
         */
        static NetworkAddresses of(List<String> ranges) {
            return new NetworkAddresses(
                    ranges.stream().map(NetworkAddresses::range).toList());
        }

        private static Range range(String text) {
            String[] parts = text.strip().split("/", 2);
            // Literals only: a name would be resolved.
            boolean literal = parts[0].matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
            if (!literal || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
                throw new IllegalArgumentException(text);
            }
            try {
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * 8;
                if (bits > address.length * 8) {
                    throw new IllegalArgumentException(text);
                }
                return new Range(address, bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean contain(InetAddress address) {
            return ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
        }

        /** Whether this is an address of a host in the Internet. */
        static boolean isPublic(InetAddress address) {
            return address.getAddress().length == 4
                    ? !SPECIAL_V4.contain(address)
                    : GLOBAL_V6.contain(address) && !SPECIAL_V6.contain(address);
        }
    }
}

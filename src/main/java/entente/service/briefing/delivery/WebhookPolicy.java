package entente.service.briefing.delivery;

import entente.service.briefing.delivery.DeliveryTarget.WebhookTarget;
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
}

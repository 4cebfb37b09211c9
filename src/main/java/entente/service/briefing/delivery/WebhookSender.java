package entente.service.briefing.delivery;

import entente.service.briefing.delivery.DeliveryTarget.WebhookTarget;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** Sends editions to webhooks, signed. */
public final class WebhookSender {

    static final String ID_HEADER = "Entente-Delivery";
    static final String SIGNATURE_HEADER = "Entente-Signature";

    /** Maximum size of a body in bytes. */
    static final int MAX_BODY = 64 * 1024;

    static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration WHOLE = Duration.ofSeconds(10);

    private final WebhookPolicy policy;
    private final WebhookConnection connection;
    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret of the signature, known to the receivers */
    public WebhookSender(WebhookPolicy policy, SSLSocketFactory tls, String secret, InstantSource clock) {
        this(policy, new WebhookConnection(tls, CONNECT, WHOLE), secret, clock);
    }

    WebhookSender(WebhookPolicy policy, WebhookConnection connection, String secret, InstantSource clock) {
        this.policy = policy;
        this.connection = connection;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    boolean allows(WebhookTarget target) {
        return policy.allows(target);
    }

    /** Returns when the other side has acknowledged it. */
    void send(WebhookTarget target, UUID delivery, DeliveryContent content) throws DeliveryException {
        byte[] body = body(delivery, content);
        if (body.length > MAX_BODY) {
            throw DeliveryException.refused("The body has more than " + MAX_BODY + " bytes.");
        }
        InetAddress address = policy.address(target);
        String time = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Entente");
        headers.put(ID_HEADER, delivery.toString());
        headers.put(SIGNATURE_HEADER, "t=" + time + ",v1=" + signature(secret, time, body));
        int status;
        try {
            status = connection.post(target, address, headers, body);
        } catch (IOException failed) {
            throw DeliveryException.failed(target.endpoint() + " did not answer: " + reason(failed) + ".");
        }
        if (status >= 300 && status < 400) {
            throw DeliveryException.refused(target.endpoint() + " redirects, with status " + status + ".");
        }
        if (status < 200 || status >= 400) {
            throw DeliveryException.failed(target.endpoint() + " answered with status " + status + ".");
        }
    }

    /** The words of an exception may hold anything, such as addresses of the network. */
    private static String reason(IOException failed) {
        if (failed instanceof SSLException) {
            return "TLS failed or the certificate is not trusted";
        }
        return failed instanceof ConnectException || failed instanceof SocketTimeoutException
                ? "the connection failed or timed out"
                : "the connection ended without a valid response in time";
    }

    /** HMAC-SHA256 over the time in seconds since 1970, a full stop and the body, in hexadecimal digits. */
    static String signature(byte[] secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] body(UUID delivery, DeliveryContent content) {
        return DeliveryBody.DOCUMENT.pretty(DeliveryBody.of(delivery, content)).getBytes(StandardCharsets.UTF_8);
    }
}

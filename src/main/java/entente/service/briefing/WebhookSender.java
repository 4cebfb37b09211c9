package entente.service.briefing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.report.json.RecordType;
import entente.service.briefing.DeliveryChannels.DeliveryException;
import entente.service.briefing.DeliveryTarget.WebhookTarget;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sends editions to webhooks, signed. */
public final class WebhookSender {

    static final String ID_HEADER = "Entente-Delivery";
    static final String SIGNATURE_HEADER = "Entente-Signature";

    /** Maximum size of a body in bytes. */
    static final int MAX_BODY = 64 * 1024;

    private static final RecordType<DeliveryBody> BODY = RecordType.of(DeliveryBody.class);

    static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration WHOLE = Duration.ofSeconds(10);

    private final WebhookPolicy policy;
    private final WebhookConnection connection;
    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret of the signature, known to the receivers */
    public WebhookSender(WebhookPolicy policy, SSLSocketFactory tls, String secret, InstantSource clock) {
        this.policy = policy;
        this.connection = new WebhookConnection(tls, CONNECT, WHOLE);
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Why it is not called, as a sentence; empty if it may be. */
    Optional<String> refusal(WebhookTarget target) {
        return policy.refusal(target);
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
        return BODY.pretty(new DeliveryBody(delivery, content)).getBytes(StandardCharsets.UTF_8);
    }

    record DeliveryBody(
            @Described("The same at each attempt.") UUID delivery,
            @JsonUnwrapped DeliveryContent content) {}

    /**
     * Sends one POST over a connection to a given address and reads the status, nothing more: no redirect, no body.
     *
     * <p>Java's HttpClient resolves the host itself, once more than the check. Given a URI with the address instead, it would
     * verify the certificate for the address, and need a setting of the whole process to name the host. A socket connects to
     * the address, and TLS on it still verifies the certificate for the host.
     */
    record WebhookConnection(SSLSocketFactory tls, Duration connect, Duration whole) {

        private static final int MAX_STATUS_LINE = 100;

        /**
         * The status of the response.
         *
         * @param headers without line ends
         * @throws IOException if there is none in time
         */
        int post(WebhookTarget target, InetAddress address, Map<String, String> headers, byte[] body)
                throws IOException {
            AtomicBoolean late = new AtomicBoolean();
            try (Socket plain = new Socket(Proxy.NO_PROXY)) {
                CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                        () -> {
                            late.set(true);
                            close(plain);
                        },
                        CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
                try {
                    plain.connect(new InetSocketAddress(address, target.port()), (int) connect.toMillis());
                    plain.setSoTimeout((int) whole.toMillis());
                    Socket socket = target.isSecure() ? secured(plain, target) : plain;
                    socket.getOutputStream().write(head(target, headers, body.length));
                    socket.getOutputStream().write(body);
                    socket.getOutputStream().flush();
                    return status(socket.getInputStream());
                } catch (IOException failed) {
                    throw late.get() ? new IOException("no response within " + whole.toSeconds() + " seconds") : failed;
                } finally {
                    deadline.cancel(false);
                }
            }
        }

        private static void close(Closeable socket) {
            try {
                socket.close();
            } catch (IOException already) {
                // Nothing more can be done.
            }
        }

        private Socket secured(Socket plain, WebhookTarget target) throws IOException {
            SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        }

        private static byte[] head(WebhookTarget target, Map<String, String> headers, int length) {
            String query = target.address().getRawQuery();
            StringBuilder head = new StringBuilder("POST ")
                    .append(target.address().getRawPath())
                    .append(query == null ? "" : "?" + query)
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(target.address().getRawAuthority())
                    .append("\r\nContent-Type: application/json\r\nContent-Length: ")
                    .append(length)
                    .append("\r\nConnection: close\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        }

        private static int status(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\r' && next != '\n'; next = in.read()) {
                line.append((char) next);
                if (line.length() > MAX_STATUS_LINE) {
                    break;
                }
            }
            if (!line.toString().matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
                throw new IOException("the response is not HTTP");
            }
            return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        }
    }
}

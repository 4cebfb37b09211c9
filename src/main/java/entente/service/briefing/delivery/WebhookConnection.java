package entente.service.briefing.delivery;

import entente.service.briefing.delivery.DeliveryTarget.WebhookTarget;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

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
    int post(WebhookTarget target, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
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
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
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

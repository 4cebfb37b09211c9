package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.briefing.DeliveryChannels.DeliveryException;
import entente.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.apache.commons.io.function.IOFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.util.matcher.InetAddressMatcher;

/** Addresses of webhooks that would reach this machine or its network, against a listener that counts connections. */
@Timeout(60)
class HostileWebhooksTest {

    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    private static ServerSocket listener;
    private static int port;

    @BeforeAll
    static void listen() throws IOException {
        listener = new ServerSocket(0);
        port = listener.getLocalPort();
        Thread accepting = new Thread(HostileWebhooksTest::accept, "listener");
        accepting.setDaemon(true);
        accepting.start();
    }

    private static void accept() {
        while (!listener.isClosed()) {
            try (Socket connection = listener.accept()) {
                CONNECTIONS.incrementAndGet();
                connection.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes());
            } catch (IOException closed) {
                return;
            }
        }
    }

    @AfterAll
    static void close() throws IOException {
        listener.close();
    }

    /** Every one is written as if it could reach the listener; PORT stands for its port. */
    private static final List<String> ADDRESSES = List.of(
            "http://127.0.0.1:PORT/",
            "http://127.1:PORT/",
            "http://2130706433:PORT/",
            "http://0x7f000001:PORT/",
            "http://0x7f.0.0.1:PORT/",
            "http://0177.0.0.1:PORT/",
            "http://127.0.0.01:PORT/",
            "http://0.0.0.0:PORT/",
            "http://[::1]:PORT/",
            "http://[::]:PORT/",
            "http://[::ffff:127.0.0.1]:PORT/",
            "http://[::127.0.0.1]:PORT/",
            "http://[64:ff9b::7f00:1]:PORT/",
            "http://[2002:7f00:1::]:PORT/",
            "http://[fe80::1]:PORT/",
            "http://[fc00::1]:PORT/",
            "http://[ff02::1]:PORT/",
            "http://[::1%25lo]:PORT/",
            "http://169.254.169.254:PORT/latest/meta-data/",
            "http://localhost:PORT/",
            "http://LOCALHOST:PORT/",
            "http://localhost.:PORT/",
            "http://user@127.0.0.1:PORT/",
            "http://hooks.example.org@127.0.0.1:PORT/",
            "http://127.0.0.1:PORT\\@hooks.example.org/",
            "http://hooks.example.org\\@127.0.0.1:PORT/",
            "http://127.0.0.1:PORT#@hooks.example.org/",
            "http://１２７.０.０.１:PORT/",
            "http://lоcalhost:PORT/",
            "http://hooks_example:PORT/",
            "http://127.0.0.1:PORT/\r\nHost: hooks.example.org",
            "http:127.0.0.1:PORT",
            "http:///127.0.0.1:PORT/",
            "ftp://127.0.0.1:PORT/",
            "file:///etc/passwd",
            "jar:http://127.0.0.1:PORT/a!/b",
            "//127.0.0.1:PORT/",
            "");

    /** Even if the settings name every host that can be named, nothing private is reached. */
    @ParameterizedTest
    @FieldSource("ADDRESSES")
    void noneConnects(String address) {
        CONNECTIONS.set(0);
        assertThat(attempt(address.replace("PORT", String.valueOf(port)), InetAddress::getAllByName))
                .isNotEmpty();
        assertThat(CONNECTIONS).hasValue(0);
    }

    /** Why nothing was sent, under settings that allow just this endpoint; empty if it was. */
    private static Optional<String> attempt(String address, IOFunction<String, InetAddress[]> resolver) {
        try {
            DeliveryTarget.WebhookTarget target = (DeliveryTarget.WebhookTarget) DeliveryTarget.of(address);
            sender(new WebhookPolicy(List.of(target.endpoint()), List.of(), resolver))
                    .send(target, UUID.randomUUID(), DeliveryFixture.CONTENT);
            return Optional.empty();
        } catch (DeliveryException | IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static WebhookSender sender(WebhookPolicy policy) {
        return new WebhookSender(
                policy, (SSLSocketFactory) SSLSocketFactory.getDefault(), DeliveryFixture.SECRET, new TestClock());
    }

    @Test
    void whatIsNotNamedIsRefusedBeforeItIsResolved() throws Exception {
        AtomicInteger resolved = new AtomicInteger();
        WebhookSender sender = sender(new WebhookPolicy(List.of("hooks.example.org:443"), List.of(), host -> {
            resolved.incrementAndGet();
            return InetAddress.getAllByName("127.0.0.1");
        }));
        for (String other : List.of(
                "http://hooks.example.org/",
                "https://hooks.example.org:444/",
                "https://hooks.example.org.evil.example/",
                "https://xhooks.example.org/",
                "http://hooks.example.org:443/")) {
            assertThat(sender.refusal((DeliveryTarget.WebhookTarget) DeliveryTarget.of(other)))
                    .as(other)
                    .isPresent();
        }
        assertThat(sender.refusal((DeliveryTarget.WebhookTarget) DeliveryTarget.of("HTTPS://Hooks.Example.org/x?y=z")))
                .isEmpty();
        assertThat(resolved).hasValue(0);
    }

    /** A name that is public when it is checked and private when it is used: it is resolved once only. */
    @Test
    void rebindingReachesNothing() {
        AtomicInteger asked = new AtomicInteger();
        CONNECTIONS.set(0);
        Optional<String> why = attempt("http://rebinding.example:" + port + "/", host -> {
            boolean first = asked.incrementAndGet() == 1;
            return literal(first ? "192.0.0.8" : "127.0.0.1");
        });
        assertThat(why.orElseThrow()).contains("not public");
        assertThat(asked).hasValue(1);
        // One private address among public ones is enough.
        why = attempt("http://both.example:" + port + "/", host ->
                new InetAddress[] {literal("93.184.216.34")[0], literal("127.0.0.1")[0]});
        assertThat(why.orElseThrow()).contains("not public");
        assertThat(CONNECTIONS).hasValue(0);
    }

    private static InetAddress[] literal(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "hooks.example.org",
                "hooks.example.org:99999",
                "https://a.example:443",
                "a.example:443/path",
                "u@a.example:443",
                "127.1:80"
            })
    void invalidSettingsAreRefused(String endpoint) {
        assertThatThrownBy(() -> new WebhookPolicy(List.of(endpoint), List.of(), InetAddress::getAllByName))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void specialRangesAreNotPublic() throws Exception {
        String special = """
                0.1.2.3 10.255.255.255 100.64.0.1 100.127.255.255 127.255.255.254 169.254.1.1 172.16.0.1 172.31.255.255
                192.0.2.1 192.168.255.255 198.18.0.1 198.19.255.255 239.1.1.1 255.255.255.255 ::ffff:10.0.0.1
                64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:a00:1::1 3fff::1 5f00::1 fd00::1 fec0::1 febf::1 ff0e::1""";
        String open =
                "1.1.1.1 100.63.255.255 100.128.0.0 172.15.0.1 172.32.0.1 11.0.0.1 2606:4700::1111 2001:4860::8888 2a00::1";
        for (String address : special.split("\\s+")) {
            assertThat(WebhookPolicy.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        for (String address : open.split(" ")) {
            assertThat(WebhookPolicy.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0.0/8/9", "10.0.0.256", "127.1"})
    void invalidRangesAreRefused(String range) {
        assertThatThrownBy(() -> WebhookPolicy.ranges(List.of(range))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRangeContainsItsAddresses() throws Exception {
        InetAddressMatcher named = WebhookPolicy.ranges(List.of("10.1.0.0/16", "fd00::/8", "127.0.0.1"));
        for (String in : List.of("10.1.0.0", "10.1.255.255", "fdff::1", "127.0.0.1", "::ffff:10.1.2.3")) {
            assertThat(named.matches(InetAddress.getByName(in))).as(in).isTrue();
        }
        for (String out : List.of("10.2.0.0", "10.0.255.255", "fe00::1", "127.0.0.2", "::1")) {
            assertThat(named.matches(InetAddress.getByName(out))).as(out).isFalse();
        }
    }
}

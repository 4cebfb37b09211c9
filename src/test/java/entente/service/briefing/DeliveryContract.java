package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import entente.service.archive.Database;
import entente.service.archive.DatabaseUrl;
import entente.service.archive.Durability;
import entente.service.briefing.Deliveries.Claimed;
import entente.service.briefing.Deliveries.Delivery;
import entente.service.briefing.Deliveries.DeliveryState;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Deliveries to a webhook on this machine: acknowledged, refused, failed and repeated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class DeliveryContract {

    private static final UUID SCHEDULE = UUID.randomUUID();

    private final TestClock clock = new TestClock();
    private Database database;
    private Deliveries deliveries;
    private WebhookServer server;
    private String edition;

    abstract DatabaseUrl databaseUrl();

    @BeforeAll
    void open() {
        database = Database.open(databaseUrl(), Durability.PROCESS);
        deliveries = new Deliveries(database, clock);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void listen() throws IOException {
        server = new WebhookServer();
        edition = "baseline-2018/" + clock.instant().getEpochSecond();
        clock.forward(Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        server.close();
        database.write(() -> database.update("delete from delivery"));
    }

    private void deliver() {
        WebhookPolicy policy = new WebhookPolicy(
                List.of("http://127.0.0.1:" + server.port(), "http://hooks.example.org:" + server.port()),
                List.of("127.0.0.1"),
                host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")});
        WebhookSender sender = new WebhookSender(
                policy, (SSLSocketFactory) SSLSocketFactory.getDefault(), DeliveryFixture.SECRET, clock);
        deliveries.deliverDue(
                id -> Optional.of(DeliveryFixture.CONTENT).filter(content -> !id.endsWith("/1")),
                new DeliveryChannels(Optional.empty(), Optional.of(sender)));
    }

    private String hook() {
        return "http://hooks.example.org:" + server.port() + "/hook?token=secret";
    }

    private Delivery order(String target) {
        deliveries.order(edition, target, SCHEDULE);
        deliveries.order(edition, target, SCHEDULE);
        return deliveries.latest(9).stream()
                .filter(one -> one.edition().equals(edition) && one.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private Delivery reload(Delivery delivery) {
        return deliveries.find(delivery.id()).orElseThrow();
    }

    @Test
    void anAcknowledgedDeliveryIsMadeOnce() {
        Delivery delivery = order(hook());
        deliver();
        deliver();
        assertThat(reload(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(reload(delivery).delivered()).contains(clock.instant());
        assertThat(server.received).hasSize(1);
        WebhookServer.Received got = server.received.get(0);
        assertThat(got.path()).isEqualTo("/hook?token=secret");
        assertThat(got.header("Host")).isEqualTo("hooks.example.org:" + server.port());
        assertThat(got.header("Entente-delivery")).isEqualTo(delivery.id().toString());
        String time = String.valueOf(clock.instant().getEpochSecond());
        assertThat(got.header("Entente-signature"))
                .isEqualTo("t=" + time + ",v1="
                        + WebhookSender.signature(
                                DeliveryFixture.SECRET.getBytes(StandardCharsets.UTF_8),
                                time,
                                got.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(got.body()).contains("\"delivery\": \"" + delivery.id() + "\"", "\"number\": 3");
    }

    @Test
    void failuresAreRetriedWithGrowingPausesAndThenVisible() {
        server.status = 500;
        Delivery delivery = order(hook());
        for (int attempt = 1; attempt < Deliveries.MAX_ATTEMPTS; attempt++) {
            deliver();
            assertThat(reload(delivery).state()).isEqualTo(DeliveryState.DUE);
            assertThat(reload(delivery).attempts()).isEqualTo(attempt);
            assertThat(reload(delivery).lastError()).contains("status 500").doesNotContain("secret");
            Duration pause = Duration.between(
                    clock.instant(), reload(delivery).nextAttempt().orElseThrow());
            assertThat(pause).isEqualTo(Duration.ofMinutes(1L << (attempt - 1)));
            clock.forward(pause.minusMillis(1));
            deliver();
            assertThat(server.received).hasSize(attempt);
            clock.forward(Duration.ofMillis(1));
        }
        deliver();
        assertThat(reload(delivery).state()).isEqualTo(DeliveryState.FAILED);
        clock.forward(Duration.ofDays(9));
        deliver();
        assertThat(server.received).hasSize(Deliveries.MAX_ATTEMPTS);
        assertThat(server.received.stream().map(got -> got.header("Entente-delivery")))
                .containsOnly(delivery.id().toString());
        server.status = 200;
        assertThat(deliveries.retry(delivery.id())).isTrue();
        assertThat(deliveries.retry(delivery.id())).isFalse();
        deliver();
        assertThat(reload(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(deliveries.retry(delivery.id())).isFalse();
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (WebhookServer other = new WebhookServer()) {
            server.status = 307;
            server.location = "http://127.0.0.1:" + other.port() + "/";
            Delivery delivery = order(hook());
            deliver();
            assertThat(reload(delivery).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(reload(delivery).lastError()).contains("redirects");
            assertThat(other.received).isEmpty();
        }
    }

    @Test
    void whatTheSettingsNoLongerAllowFailsAtOnce() {
        for (String target : List.of("https://elsewhere.example/", "mailto:anna@example.org")) {
            Delivery delivery = order(target);
            deliver();
            assertThat(reload(delivery).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(reload(delivery).attempts()).isEqualTo(1);
        }
        edition = "gone/1";
        Delivery gone = order(hook());
        deliver();
        assertThat(reload(gone).lastError()).contains("no longer");
        assertThat(server.received).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        Delivery delivery = order(hook());
        server.close();
        deliver();
        assertThat(reload(delivery).state()).isEqualTo(DeliveryState.DUE);
        assertThat(reload(delivery).lastError()).contains("did not answer").doesNotContain("127.0.0.1");
    }

    @Test
    void ofManyInstancesOneDelivers() throws Exception {
        Delivery delivery = order(hook());
        assertThat(Concurrently.times(6, instance -> deliveries.take()).stream().filter(Optional::isPresent))
                .hasSize(1);
        clock.forward(Deliveries.LEASE.minusMillis(1));
        assertThat(deliveries.take()).isEmpty();
        clock.forward(Duration.ofMillis(1));
        Claimed second = deliveries.take().orElseThrow();
        assertThat(second.delivery().id()).isEqualTo(delivery.id());
        assertThat(deliveries.delivered(new Claimed(delivery, UUID.randomUUID())))
                .isFalse();
        assertThat(deliveries.delivered(second)).isTrue();
    }

    /** The process ends before the attempt is recorded, each time. */
    @Test
    void aDeliveryThatEndsTheServiceIsNotTriedForEver() {
        Delivery delivery = order(hook());
        for (int attempt = 0; attempt < Deliveries.MAX_ATTEMPTS; attempt++) {
            assertThat(deliveries.take()).isPresent();
            clock.forward(Deliveries.LEASE);
        }
        assertThat(deliveries.take()).isEmpty();
        assertThat(reload(delivery).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(reload(delivery).lastError()).contains("The service ended");
        assertThat(reload(delivery).attempts()).isEqualTo(Deliveries.MAX_ATTEMPTS);
        assertThat(deliveries.retry(delivery.id())).isTrue();
        deliver();
        assertThat(reload(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void endedDeliveriesAreDeletedAfterTheirTime() {
        Delivery due = order(hook());
        Delivery open = order("https://elsewhere.example/");
        deliver();
        server.status = 500;
        edition = edition + "9";
        Delivery waiting = order(hook());
        deliver();
        clock.forward(Duration.ofDays(3));
        assertThat(deliveries.sweep(Duration.ofDays(4))).isZero();
        assertThat(deliveries.sweep(Duration.ofDays(2))).isEqualTo(2);
        assertThat(List.of(due, open))
                .allSatisfy(one -> assertThat(deliveries.find(one.id())).isEmpty());
        assertThat(deliveries.find(waiting.id())).isPresent();
    }

    /** A receiver of webhooks on this machine. */
    private static final class WebhookServer implements AutoCloseable {

        /** What it got. */
        record Received(String path, Map<String, List<String>> headers, String body) {

            String header(String name) {
                return headers.getOrDefault(name, List.of("")).get(0);
            }
        }

        private final HttpServer server;
        final List<Received> received = new CopyOnWriteArrayList<>();
        volatile int status = 204;
        volatile String location = "";

        WebhookServer() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(
                    new Received(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

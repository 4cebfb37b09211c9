package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import entente.analysis.track.EditionId;
import entente.briefing.EditionArchive;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.SqlValues;
import entente.testkit.Await;
import entente.testkit.RunningService;
import entente.testkit.ServedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each accepted run of a schedule gives one edition and one delivery, however often the service is killed; on PostgreSQL a
 * second instance works on them, too, and stays.
 */
class ScheduleKillIT extends KillContract {

    private final Path editions = RunningService.folder("killed-editions");
    private final Queue<String> delivered = new ConcurrentLinkedQueue<>();
    private final List<Instant> accepted = new ArrayList<>();

    @Override
    void run(KilledStores kind, int cycles) throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            delivered.add(exchange.getRequestHeaders().getFirst("Entente-Delivery"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        int port = receiver.getAddress().getPort();
        Path settings = settings(
                "  archive:\n    editions: \"" + editions + "\"",
                "  webhook:\n    allow: \"http://127.0.0.1:" + port + "\"",
                "    private-addresses: \"127.0.0.1\"\n    secret: \"a secret of sixteen bytes\"");
        AtomicReference<String> schedule = new AtomicReference<>();
        try (KilledStores.Opened store = kind.open();
                ServedProcess other = kind == KilledStores.POSTGRESQL ? serve(store, settings) : null) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                kill(store, settings, cycle, 3_000, (address, number, first) -> {
                    String schedules = address + "/api/v1/schedules";
                    if (number == 0) {
                        schedule.set(create(schedules, port));
                    }
                    return List.of(new Thread(() -> post(schedules + "/" + schedule + "/runs", number, first)));
                });
                forwardTime(store);
            }
            try (ServedProcess child = serve(store, settings)) {
                String address = child.address();
                Await.holds(
                        "all runs and deliveries end",
                        () -> !send("GET", address + "/api/v1/schedules", "")
                                        .body()
                                        .contains("\"OPEN\"")
                                && !send("GET", address + "/api/v1/deliveries", "")
                                        .body()
                                        .contains("\"DUE\"")
                                && new HashSet<>(delivered).size()
                                        >= new EditionArchive(editions).ids().size());
            }
            compare(store);
        } finally {
            receiver.stop(0);
        }
    }

    private static String create(String schedules, int port) throws IOException {
        HttpResponse<String> created = send(
                "POST",
                schedules,
                "{\"name\": \"Night\", \"scenario\": \"baseline-2018\", \"cron\": \"0 0 29 2 *\", \"timeZone\": \"UTC\","
                        + " \"formats\": [\"md\"], \"targets\": [\"http://127.0.0.1:" + port + "/\"]}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return new JsonMapper().readTree(created.body()).get("id").asString();
    }

    /** Asks for runs until the service has ended. */
    private void post(String runs, int cycle, CountDownLatch first) {
        try {
            for (int i = 0; ; i++) {
                HttpResponse<String> answer = send("POST", runs, "", "Idempotency-Key", cycle + " " + i);
                if (answer.statusCode() == 202) {
                    accepted.add(Instant.parse(new JsonMapper()
                            .readTree(answer.body())
                            .get("dueAt")
                            .asString()));
                    first.countDown();
                } else {
                    // Four are open.
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
                    Thread.sleep(50);
                }
            }
        } catch (IOException gone) {
            // Killed.
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** What any instance holds is free at once, and not after its leases. */
    private static void forwardTime(KilledStores.Opened opened) {
        try (Database store = Database.open(opened.databaseUrl(), Durability.PROCESS)) {
            store.write(() -> store.update("update job set lease_until = at where lease_until is not null"));
            store.write(() -> store.update("update delivery set next_attempt = at where state = 'DUE'"));
        }
    }

    private void compare(KilledStores.Opened opened) throws IOException {
        try (Database store = Database.open(opened.databaseUrl(), Durability.PROCESS)) {
            List<Map<String, Object>> runs = rows(store, "select outcome, editions from schedule_run");
            List<Map<String, Object>> deliveries = rows(store, "select id, edition, state from delivery");
            assertThat(runs).extracting(run -> run.get("outcome")).containsOnly("PUBLISHED");
            assertThat(store.sql()
                            .sql("select due_at from schedule_run")
                            .query((row, number) -> SqlValues.moment(row, "due_at"))
                            .list())
                    .containsAll(accepted);
            List<String> published = new EditionArchive(editions)
                    .ids().stream().map(EditionId::toString).toList();
            assertThat(runs).extracting(run -> run.get("editions")).containsExactlyInAnyOrderElementsOf(published);
            assertThat(deliveries)
                    .extracting(delivery -> delivery.get("edition"))
                    .containsExactlyInAnyOrderElementsOf(published);
            assertThat(deliveries).extracting(delivery -> delivery.get("state")).containsOnly("DELIVERED");
            assertThat(deliveries)
                    .extracting(delivery -> delivery.get("id").toString())
                    .hasSameElementsAs(delivered);
        }
    }

    private static List<Map<String, Object>> rows(Database store, String query) {
        return store.read(() -> store.sql().sql(query).query().listOfRows());
    }
}

package entente.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Clients that post assessments with keys and record acknowledged and unanswered requests. */
final class PostingClient {

    static final int CLIENTS = 4;

    private static final String BODY = "{\"schemaVersion\": \"1\", \"id\": \"%s\", \"title\": \"Kill loop\", "
            + "\"extends\": \"baseline-2018\", \"readings\": {}}";

    /** The returned assessment by scenario id; each request has its own scenario. */
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    /** An assessment that the service acknowledged as stored. */
    record Acknowledged(UUID id, String body) {}

    /** Clients that post until the service has ended. */
    static final class Clients {
        private final List<Thread> threads = new ArrayList<>();
        private final CountDownLatch first = new CountDownLatch(1);

        void awaitFirst() throws InterruptedException {
            first.await();
        }

        void awaitEnd() throws InterruptedException {
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    Clients start(String address, int cycle) {
        List<String> again = new ArrayList<>(unanswered);
        unanswered.removeAll(again);
        Clients clients = new Clients();
        for (int client = 0; client < CLIENTS; client++) {
            String name = "kill-" + cycle + "-" + client + "-";
            List<String> mine = new ArrayList<>();
            for (int i = client; i < again.size(); i += CLIENTS) {
                mine.add(again.get(i));
            }
            Thread thread = new Thread(() -> post(address, name, mine, clients.first), name);
            clients.threads.add(thread);
            thread.start();
        }
        return clients;
    }

    /** Repeats the unanswered requests first, then sends new ones until the service has ended. */
    private void post(String address, String name, List<String> again, CountDownLatch first) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; ; i++) {
            boolean repeated = i < again.size();
            String scenario = repeated ? again.get(i) : name + (i - again.size());
            try {
                HttpResponse<String> answer = http.send(request(address, scenario), BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    String location = answer.headers().firstValue("Location").orElseThrow();
                    UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
                    acknowledged.put(scenario, new Acknowledged(id, answer.body()));
                    first.countDown();
                } else {
                    unexpected.add(answer.statusCode() + " " + answer.body());
                    unanswered.add(scenario);
                }
            } catch (IOException gone) {
                unanswered.add(scenario);
                for (int rest = i + 1; rest < again.size(); rest++) {
                    unanswered.add(again.get(rest));
                }
                return;
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private static HttpRequest request(String address, String scenario) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/assessments"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-of-" + scenario)
                .POST(BodyPublishers.ofString(String.format(BODY, scenario)))
                .build();
    }

    Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Responses other than 201; none should occur. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }
}

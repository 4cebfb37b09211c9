package entente.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a revealed workshop: every group makes two moves per second, listens to events and then reads the state, as its
 * page does; the facilitator reads the board. First with one group, then with many. Called by {@code src/test/sh/workshop-load.sh}.
 */
public final class WorkshopLoad {

    private static final String[] READINGS = {
        "western_sanctions_on_rus", "us_reaction_severity_expected", "political_will_to_ally"
    };
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String api;
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final AtomicLong events = new AtomicLong();

    private WorkshopLoad(String port) {
        api = "http://127.0.0.1:" + port + "/api/v1/workshops";
    }

    /** Arguments: port, number of groups, seconds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        WorkshopLoad load = new WorkshopLoad(args[0]);
        int seconds = Integer.parseInt(args[2]);
        load.run(1, Math.min(seconds, 30));
        long[] alone = load.run(1, Math.min(seconds, 60));
        long[] many = load.run(Integer.parseInt(args[1]), seconds);
        System.out.printf(
                Locale.ROOT,
                "ratio of %s groups to one: median %.2f, 99th percentile %.2f%n",
                args[1],
                Client.quantile(many, 0.5) / Client.quantile(alone, 0.5),
                Client.quantile(many, 0.99) / Client.quantile(alone, 0.99));
    }

    /** The sorted latencies of moves in nanoseconds, from when a move was due. */
    private long[] run(int groups, int seconds) throws IOException, InterruptedException {
        statuses.clear();
        events.set(0);
        HttpResponse<String> created =
                send("POST", "", "", "{\"title\": \"Load\", \"scenario\": \"baseline-2018\", \"rounds\": 2}");
        String code = Client.find("\"code\": *\"([A-Z0-9]+)\"", created.body()).get(0);
        send("POST", "/" + code + "/commands", cookie(created), "{\"command\": \"reveal\"}");
        send(
                "POST",
                "/" + code + "/commands",
                cookie(created),
                "{\"command\": \"joining\", \"joining\": \"UNLIMITED\"}");
        List<Thread> threads = new ArrayList<>();
        List<long[]> latencies = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            String cookie = cookie(send("POST", "/" + code + "/groups", "", "{\"name\": \"Group " + i + "\"}"));
            long[] own = new long[seconds * 2];
            cookies.add(cookie);
            latencies.add(own);
            Thread listener = new Thread(() -> listen(code, cookie, ""));
            listener.setDaemon(true);
            listener.start();
            threads.add(new Thread(() -> move(code, cookie, own)));
        }
        Thread facilitator = new Thread(() -> listen(code, cookie(created), "/board"));
        facilitator.setDaemon(true);
        facilitator.start();
        for (Thread thread : threads) {
            thread.start();
            Thread.sleep(500 / groups);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        int lost = 0;
        for (String cookie : cookies) {
            String state = send("GET", "/" + code, cookie, "").body();
            lost += seconds * 2
                    - Integer.parseInt(Client.find("\"own\":[^\\[]*\"revision\": *(\\d+)", state)
                            .get(0));
        }
        send("POST", "/" + code + "/commands", cookie(created), "{\"command\": \"end\"}");
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d groups, %d s: %d moves, lost %d, statuses %s, events %d; median %.1f ms, 99th percentile %.1f ms, most %.1f ms%n",
                groups,
                seconds,
                all.length,
                lost,
                statuses,
                events.get(),
                Client.quantile(all, 0.5),
                Client.quantile(all, 0.99),
                Client.quantile(all, 1));
        return all;
    }

    /** Sends each move when it is due, and again with the same id until it is stored. */
    private void move(String code, String cookie, long[] latencies) {
        long start = System.nanoTime();
        for (int i = 0; i < latencies.length; i++) {
            long due = start + i * PERIOD_NANOS;
            String body = "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [{\"indicator\": \""
                    + READINGS[i % READINGS.length] + "\", \"value\": " + i / READINGS.length % 5 + "}]}";
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                int status;
                do {
                    status = send("POST", "/" + code + "/moves:batch", cookie, body)
                            .statusCode();
                    statuses.computeIfAbsent(status, none -> new AtomicInteger())
                            .incrementAndGet();
                } while (status == 503);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            latencies[i] = System.nanoTime() - due;
        }
    }

    private void listen(String code, String cookie, String page) {
        try (var lines = client.send(request("/" + code + "/events", cookie).build(), BodyHandlers.ofLines())
                .body()) {
            lines.filter(line -> line.equals("event: changed") || line.equals("event:changed"))
                    .forEach(line -> {
                        events.incrementAndGet();
                        try {
                            send("GET", "/" + code + page, cookie, "");
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String cookie, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, cookie).header("Content-Type", "application/json");
        return client.send(
                (method.equals("GET") ? request.GET() : request.method(method, BodyPublishers.ofString(body))).build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static String cookie(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }
}

package entente.benchmark;

import static entente.benchmark.Client.get;
import static entente.benchmark.Client.post;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Measures an honest client alone and then beside an attacker with another address: the liveness check, assessments, flips,
 * and in a workshop the moves of a group and the facilitator's difference of two groups. Called by {@code src/test/sh/attack.sh}.
 *
 * <p>A further kind of attack is one case of {@link #attack}.
 */
public final class Attack {

    private static final int THREADS = 8;
    private static final int CONNECTIONS = 600;
    private static final int PIPELINED = 60;
    private static final String API = "/api/v1";
    private static final String BRIEFING = API + "/briefings?format=docx&scenario=total-decoupling";

    private final Client honest;
    private final Client attacker;
    private final String scenario;
    private final List<String> indicators;
    private final Map<String, AtomicInteger> attackerStatuses = new ConcurrentSkipListMap<>();
    private volatile boolean ended;
    private volatile boolean attacking;

    /** A workshop with two groups, each with its cookie. */
    private record Workshop(String code, String facilitator, String group, String other) {

        String path() {
            return API + "/workshops/" + code;
        }
    }

    /** What a client does at regular times, and how it went. */
    private final class Probe {

        private final String name;
        private final long periodMillis;
        private final byte[] request;
        private final List<Long> nanos = new ArrayList<>();
        private final Map<String, AtomicInteger> statuses = new TreeMap<>();

        Probe(String name, long periodMillis, byte[] request) {
            this.name = name;
            this.periodMillis = periodMillis;
            this.request = request;
        }

        Thread start(double seconds) {
            nanos.clear();
            statuses.clear();
            Thread thread = new Thread(() -> run(seconds), name);
            thread.start();
            return thread;
        }

        private void run(double seconds) {
            long begin = System.nanoTime();
            for (long n = 0; n * periodMillis < seconds * 1000; n++) {
                sleep(n * periodMillis - (System.nanoTime() - begin) / 1_000_000);
                long sent = System.nanoTime();
                String status = honest.status(request);
                statuses.computeIfAbsent(status, none -> new AtomicInteger()).incrementAndGet();
                if (status.startsWith("2")) {
                    nanos.add(System.nanoTime() - sent);
                }
            }
        }

        void report() {
            int all = statuses.values().stream().mapToInt(AtomicInteger::get).sum();
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "  %-12s %5.1f %% of %4d answered, p50 %7.1f ms, p99 %8.1f ms  %s%n",
                    name,
                    100.0 * sorted.length / Math.max(1, all),
                    all,
                    Client.quantile(sorted, 0.5),
                    Client.quantile(sorted, 0.99),
                    statuses);
        }
    }

    private Attack(int port, Path scenarios) throws IOException {
        honest = new Client(port);
        attacker = new Client("127.0.0.2", port);
        scenario = Files.readString(scenarios.resolve("status-quo-2025.json"));
        indicators = Client.find(
                "\"id\": *\"([a-z0-9_]+)\"",
                honest.exchange(get(API + "/indicators", "")).body());
    }

    /** Arguments: port, folder of scenarios, kind, seconds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Attack attack = new Attack(Integer.parseInt(args[0]), Path.of(args[1]));
        attack.run(args[2], Double.parseDouble(args[3]));
        System.exit(0);
    }

    private void run(String kind, double seconds) throws IOException, InterruptedException {
        Workshop workshop = workshop();
        String value = "\"indicator\": \"political_will_to_ally\", \"value\": 2}";
        List<Probe> probes = List.of(
                new Probe("liveness", 250, get("/actuator/health/liveness", "")),
                new Probe("assessments", 250, post(API + "/assessments?keep=false", "", scenario)),
                new Probe("flips", 2000, post(API + "/flips", "", flips())),
                new Probe(
                        "moves",
                        500,
                        post(
                                workshop.path() + "/moves:batch",
                                workshop.group(),
                                "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [{" + value + "]}")),
                new Probe(
                        "difference",
                        2000,
                        get(workshop.path() + "/difference" + difference(workshop), workshop.facilitator())));
        measure(probes, Math.min(5, seconds));
        System.out.println("before:");
        measure(probes, Math.min(20, seconds));
        probes.forEach(Probe::report);
        attacking = true;
        for (int n = 0; n < THREADS; n++) {
            int number = n;
            Thread thread = new Thread(() -> attack(kind, workshop, number), "attacker-" + n);
            thread.setDaemon(true);
            thread.start();
        }
        sleep(2000);
        System.out.printf(Locale.ROOT, "during %s, %.0f s:%n", kind, seconds);
        measure(probes, seconds);
        attacking = false;
        ended = true;
        probes.forEach(Probe::report);
        System.out.println("  attacker     " + attackerStatuses);
    }

    private static void measure(List<Probe> probes, double seconds) throws InterruptedException {
        List<Thread> threads =
                probes.stream().map(probe -> probe.start(seconds)).toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What one thread of the attacker does until the end. An unknown kind ends the measurement. */
    private void attack(String kind, Workshop workshop, int number) {
        switch (kind) {
            case "explorations" -> repeat(post(API + "/explorations", "", exploration()));
            case "explorations-left" -> leave(post(API + "/explorations", "", exploration()), 300, 2000);
            case "exploration-jobs" -> repeat(post(API + "/explorations", "Prefer: respond-async\r\n", exploration()));
            case "flips" -> repeat(post(API + "/flips", "", flips()));
            case "briefings" -> repeat(get(BRIEFING, "Sec-Fetch-Site: cross-site\r\n"));
            case "briefings-own" -> repeat(get(BRIEFING, ""));
            case "slow-bodies" ->
                drip(
                        "POST " + API + "/assessments?keep=false HTTP/1.1\r\nHost: localhost\r\n" + Client.JSON
                                + "Content-Length: 100000\r\n\r\n{",
                        " ",
                        true);
            case "slow-heads" -> drip("GET " + API + "/rules HTTP/1.1\r\nHost: localhost\r\nX-A: ", "a", true);
            case "slow-readers" ->
                drip(("GET " + API + "/rules HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(PIPELINED), "\n", false);
            case "joins" -> {
                for (int n = 0; !ended; n++) {
                    String name = "{\"name\": \"Group " + number + " " + n + "\"}";
                    record(attacker.status(post(workshop.path() + "/groups", "", name)));
                }
            }
            case "event-streams" ->
                drip(
                        "GET " + workshop.path() + "/events HTTP/1.1\r\nHost: localhost\r\nCookie: " + workshop.other()
                                + "\r\n\r\n",
                        "",
                        true);
            case "idempotency-keys" -> {
                while (!ended) {
                    String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
                    record(attacker.status(post(API + "/assessments?keep=false", key, scenario)));
                }
            }
            case "archive" -> repeat(post(API + "/assessments", "", scenario));
            case "batches" -> {
                String lines = (scenario.replace("\n", " ") + "\n").repeat(200);
                repeat(post(API + "/assessments:batch?keep=false", "Content-Type: application/x-ndjson\r\n", lines));
            }
            default -> {
                System.err.println("no such kind of attack: " + kind);
                System.exit(2);
            }
        }
    }

    private void repeat(byte[] request) {
        while (!ended) {
            record(attacker.status(request));
        }
    }

    /** Sends a request and disconnects before the answer, again and again. */
    private void leave(byte[] request, long afterMillis, long everyMillis) {
        while (!ended) {
            try (Socket socket = attacker.connect()) {
                socket.getOutputStream().write(request);
                sleep(afterMillis);
                record("left");
            } catch (IOException failed) {
                record(failed.getClass().getSimpleName());
            }
            sleep(everyMillis - afterMillis);
        }
    }

    /** Keeps a share of the attacker's connections open, on each of which a character is sent each second. */
    private void drip(String beginning, String character, boolean reads) {
        List<Socket> open = new ArrayList<>();
        while (!ended) {
            while (open.size() < CONNECTIONS / THREADS) {
                try {
                    Socket socket = attacker.connect();
                    open.add(socket);
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    record("opened");
                } catch (IOException refused) {
                    record(refused.getClass().getSimpleName());
                    break;
                }
            }
            sleep(1000);
            for (Iterator<Socket> all = open.iterator(); all.hasNext(); ) {
                Socket socket = all.next();
                try {
                    socket.getOutputStream().write(character.getBytes(StandardCharsets.US_ASCII));
                    int available = reads ? socket.getInputStream().available() : 0;
                    byte[] answer = socket.getInputStream().readNBytes(available);
                    if (answer.length > 12 && new String(answer, 0, 5, StandardCharsets.US_ASCII).equals("HTTP/")) {
                        record(new String(answer, 9, 3, StandardCharsets.US_ASCII));
                    }
                } catch (IOException closed) {
                    all.remove();
                }
            }
        }
    }

    private Workshop workshop() throws IOException {
        Client.Response created = honest.exchange(post(
                API + "/workshops", "", "{\"title\": \"Attack\", \"scenario\": \"baseline-2018\", \"rounds\": 2}"));
        String code = Client.find("\"code\": *\"([A-Z0-9]+)\"", created.body()).get(0);
        String path = API + "/workshops/" + code;
        String first = honest.exchange(post(path + "/groups", "", "{\"name\": \"Honest\"}"))
                .cookie();
        String other = attacker.exchange(post(path + "/groups", "", "{\"name\": \"Other\"}"))
                .cookie();
        return new Workshop(code, "Cookie: " + created.cookie() + "\r\n", "Cookie: " + first + "\r\n", other);
    }

    /** The facilitator reveals, so that the difference of both groups can be asked for. */
    private String difference(Workshop workshop) throws IOException {
        String facilitator = workshop.facilitator();
        honest.exchange(post(workshop.path() + "/commands", facilitator, "{\"command\": \"reveal\"}"));
        String board =
                honest.exchange(get(workshop.path() + "/board", facilitator)).body();
        List<String> letters = Client.find("\"letter\": *\"([A-Z]+)\"", board);
        return letters.size() < 2 ? "" : "?first=" + letters.get(0) + "&second=" + letters.get(1);
    }

    private String flips() {
        return "{\"scenario\": " + scenario + ", \"to\": \"UNLIKELY\"}";
    }

    /** An exploration of all readings, with uneven weights. */
    private String exploration() {
        SplittableRandom random = new SplittableRandom(1);
        String grades = indicators.stream()
                .map(id -> "\"" + id + "\": " + weights(random))
                .collect(Collectors.joining(", "));
        return "{\"id\": \"uneven\", \"title\": \"Uneven\", \"assumptions\": {\"weights\": {\"alliance\": {\"STRONG\": 3.17,"
                + " \"MODERATE\": 1.93}}}, \"readings\": {" + grades + "}}";
    }

    private static String weights(SplittableRandom random) {
        int[] parts = random.ints(4, 1, 24).toArray();
        return String.format(
                Locale.ROOT,
                "{\"grades\": {\"VERY_LOW\": %.2f, \"LOW\": %.2f, \"MODERATE\": %.2f, \"HIGH\": %.2f, \"VERY_HIGH\": %.2f}}",
                parts[0] / 100.0,
                parts[1] / 100.0,
                parts[2] / 100.0,
                parts[3] / 100.0,
                (100 - Arrays.stream(parts).sum()) / 100.0);
    }

    private void record(String status) {
        if (status.equals("400") || status.equals("422")) {
            // What is refused for its form costs nothing.
            System.out.println("no attack: the request is answered with " + status);
            System.exit(1);
        }
        if (attacking) {
            attackerStatuses
                    .computeIfAbsent(status, none -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, millis));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

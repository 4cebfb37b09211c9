package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Archive.ArchivePage;
import entente.service.archive.Archive.StoredAssessment;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.testkit.ArchiveFilters;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Every acknowledged request is stored exactly once and completely after kill -9. */
class KillLoopIT extends KillContract {

    private static final int CLIENTS = 4;

    private static final String BODY = "{\"schemaVersion\": \"1\", \"id\": \"%s\", \"title\": \"Kill loop\", "
            + "\"extends\": \"baseline-2018\", \"readings\": {}}";

    /** The returned assessment by scenario id; each request has its own scenario. */
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    /** Responses other than 201; none should occur. */
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    /** An assessment that the service acknowledged as stored. */
    private record Acknowledged(UUID id, String body) {}

    /**
     * The counts over all cycles.
     *
     * @param lost acknowledged entries that are missing or differ from the response
     * @param duplicated requests that were processed more than once
     * @param partial incomplete entries
     * @param unexpected responses other than 201
     */
    private record Tally(int acknowledged, int lost, int duplicated, int partial, int unexpected) {}

    @Override
    void run(KilledStores kind, int cycles) throws Exception {
        // Long timeouts, so that a loaded machine does not count as a lost entry; some kills happen during a
        // compaction.
        Path settings = settings(
                "  limits:\n    queue-timeout: 100s\n    deadline: 100s", "  archive:\n    compaction-interval: 100ms");
        Tally tally = new Tally(0, 0, 0, 0, 0);
        try (KilledStores.Opened store = kind.open()) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                kill(store, settings, cycle, 2_000, this::clients);
                tally = compare(store);
            }
        }
        System.out.println(kind + ", seed " + SEED + ": " + tally);
        assertThat(tally).isEqualTo(new Tally(acknowledged.size(), 0, 0, 0, 0));
        assertThat(acknowledged).isNotEmpty();
    }

    /** For manual runs; the argument names the stores. */
    public static void main(String[] stores) throws Exception {
        for (String name : stores[0].split(",")) {
            new KillLoopIT().run(KilledStores.valueOf(name.toUpperCase(Locale.ROOT)), CYCLES);
        }
        System.exit(0);
    }

    private Tally compare(KilledStores.Opened opened) {
        try (Database store = Database.open(opened.databaseUrl(), Durability.PROCESS)) {
            Archive archive = new Archive(store, InstantSource.system());
            Map<String, Integer> times = new HashMap<>();
            TreeSet<UUID> kept = new TreeSet<>();
            int partial = 0;
            ArchiveFilter filter = ArchiveFilters.ALL;
            Optional<UUID> next;
            do {
                ArchivePage page = archive.list(filter);
                for (StoredAssessment entry : page.entries()) {
                    times.merge(entry.facts().scenarioId(), 1, Integer::sum);
                    kept.add(entry.id());
                    partial += isComplete(archive.find(entry.id()).orElseThrow()) ? 0 : 1;
                }
                next = page.next();
                filter = filter.withAfter(next);
            } while (next.isPresent());
            int lost = 0;
            for (Acknowledged entry : acknowledged.values()) {
                boolean found = kept.contains(entry.id())
                        && archive.find(entry.id()).orElseThrow().json().equals(entry.body());
                lost += found ? 0 : 1;
            }
            int duplicated = (int) times.values().stream().filter(n -> n > 1).count();
            return new Tally(acknowledged.size(), lost, duplicated, partial, unexpected.size());
        }
    }

    private static boolean isComplete(ArchiveEntry entry) {
        return entry.json().startsWith("{")
                && entry.json().endsWith("}\n")
                && entry.json().contains(entry.summary().facts().scenarioId());
    }

    private List<Thread> clients(String address, int cycle, CountDownLatch first) {
        List<String> again = new ArrayList<>(unanswered);
        unanswered.removeAll(again);
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String name = "kill-" + cycle + "-" + client + "-";
            List<String> mine = new ArrayList<>();
            for (int i = client; i < again.size(); i += CLIENTS) {
                mine.add(again.get(i));
            }
            clients.add(new Thread(() -> post(address, name, mine, first), name));
        }
        return clients;
    }

    /** Repeats the unanswered requests first, then sends new ones until the service has ended. */
    private void post(String address, String name, List<String> again, CountDownLatch first) {
        for (int i = 0; ; i++) {
            String scenario = i < again.size() ? again.get(i) : name + (i - again.size());
            try {
                HttpResponse<String> answer = send(
                        "POST",
                        address + "/api/v1/assessments",
                        String.format(BODY, scenario),
                        "Idempotency-Key",
                        "key-of-" + scenario);
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
                if (i < again.size()) {
                    unanswered.addAll(again.subList(i + 1, again.size()));
                }
                return;
            }
        }
    }
}

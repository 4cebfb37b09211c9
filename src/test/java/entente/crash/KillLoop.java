package entente.crash;

import entente.Entente;
import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Archive.ArchivePage;
import entente.service.archive.Archive.StoredAssessment;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.testkit.ArchiveFilters;
import entente.testkit.ServedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

/** Repeatedly kills the service while clients post, and compares the acknowledged entries with the stored ones. */
final class KillLoop {

    /** Maximum time in milliseconds from the first acknowledgement to the kill. */
    private static final int MAX_DELAY = 2_000;

    private KillLoop() {}

    /**
     * The counts over all cycles.
     *
     * @param lost acknowledged entries that are missing or differ from the response
     * @param duplicated requests that were processed more than once
     * @param partial incomplete entries
     * @param unexpected responses other than 201
     */
    record Tally(int cycles, int acknowledged, int lost, int duplicated, int partial, int unexpected) {

        boolean clean() {
            return lost + duplicated + partial + unexpected == 0;
        }
    }

    static Tally run(KilledStores kind, int cycles, long seed) throws Exception {
        Random random = new Random(seed);
        PostingClient posting = new PostingClient();
        Tally tally = new Tally(0, 0, 0, 0, 0, 0);
        try (KilledStores.Opened store = kind.open()) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                try (ServedProcess child = serve(store)) {
                    String address = child.address();
                    PostingClient.Clients clients = posting.start(address, cycle);
                    clients.awaitFirst();
                    Thread.sleep(random.nextInt(MAX_DELAY));
                    child.kill();
                    clients.awaitEnd();
                }
                if (cycle % 2 == 1) {
                    store.killAndRestart();
                }
                tally = compare(store, posting, cycle + 1);
            }
        }
        return tally;
    }

    private static ServedProcess serve(KilledStores.Opened store) throws IOException {
        return ServedProcess.fork(
                Entente.class,
                "--port",
                "0",
                "--archive",
                store.archive(),
                "--config",
                settings().toString());
    }

    /** Long timeouts, so that a loaded machine does not count as a lost entry. */
    private static Path settings() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "crash"));
        return Files.writeString(
                        folder.resolve("patient.yaml"),
                        "entente:\n  cache: \"" + Path.of("target", "rulebooks").toAbsolutePath()
                                + "\"\n  limits:\n    queue-timeout: 100s\n    deadline: 100s\n"
                                // Some kills then happen during a compaction.
                                + "  archive:\n    compaction-interval: 100ms\n")
                .toAbsolutePath();
    }

    private static Tally compare(KilledStores.Opened opened, PostingClient posting, int cycles) {
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
            for (PostingClient.Acknowledged entry : posting.acknowledged().values()) {
                boolean found = kept.contains(entry.id())
                        && archive.find(entry.id()).orElseThrow().json().equals(entry.body());
                lost += found ? 0 : 1;
            }
            int duplicated = (int) times.values().stream().filter(n -> n > 1).count();
            return new Tally(
                    cycles,
                    posting.acknowledged().size(),
                    lost,
                    duplicated,
                    partial,
                    posting.unexpected().size());
        }
    }

    private static boolean isComplete(ArchiveEntry entry) {
        return entry.json().startsWith("{")
                && entry.json().endsWith("}\n")
                && entry.json().contains(entry.summary().facts().scenarioId());
    }

    /** For manual runs; the arguments are the number of cycles, a seed and the stores. */
    public static void main(String[] args) throws Exception {
        int cycles = args.length > 0 ? Integer.parseInt(args[0]) : 25;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : new Random().nextLong();
        String[] stores = args.length > 2 ? args[2].split(",") : new String[] {"h2", "postgresql"};
        for (String name : stores) {
            KilledStores store = KilledStores.valueOf(name.toUpperCase(java.util.Locale.ROOT));
            System.out.println(name + ", seed " + seed + ": " + run(store, cycles, seed));
        }
        System.exit(0);
    }
}

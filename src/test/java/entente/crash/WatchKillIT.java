package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Entente;
import entente.testkit.Folders;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watcher that is killed again and again leaves what an undisturbed one leaves. */
@Tag("thorough")
class WatchKillIT {

    private static final int FILES_PER_BAD = 20;

    /** In this share of cycles the process is killed while it starts, in the others at some file. */
    private static final double KILLED_AT_START = 0.2;

    private static final int MAX_START_MILLIS = 2_000;
    private static final int MAX_DELAY_MICROS = 20_000;

    @TempDir
    private Path temporary;

    @Test
    @Timeout(300)
    void fewKillsLeaveTheSameFiles() throws Exception {
        assertSame(40, 3);
    }

    @Test
    @Tag("crash")
    @Timeout(3_600)
    void manyKillsLeaveTheSameFiles() throws Exception {
        assertSame(1_000, Integer.getInteger("entente.kill.cycles", 20));
    }

    /** Unlike a kill, the signal leaves no file half done. */
    @Test
    @Timeout(300)
    void signalEndsAfterTheCurrentFile() throws Exception {
        WatchedFiles files = WatchedFiles.create(temporary, 400);
        Process watcher = files.watch();
        files.awaitRecords(watcher, 5);
        watcher.destroy();
        assertThat(watcher.waitFor()).isEqualTo(143);
        List<String> done = files.lines();
        done.removeIf(line -> !line.contains(".json: "));
        assertThat(done).doesNotHaveDuplicates();
        assertThat(files.records())
                .as(String.join("\n", done))
                .isBetween(5, 399)
                .isEqualTo(done.size());
        assertThat(files.count("in/briefings/.+\\.md") + files.count(".*\\.problems\\.txt"))
                .isEqualTo(done.size());
        assertThat(files.count(".*\\.tmp")).isZero();
    }

    private void assertSame(int count, int kills) throws Exception {
        WatchedFiles undisturbed = WatchedFiles.create(temporary.resolve("undisturbed"), count);
        assertThat(undisturbed.watch("--once").waitFor()).isEqualTo(1);
        WatchedFiles killed = WatchedFiles.create(temporary.resolve("killed"), count);
        Random random = new Random(KillContract.SEED);
        for (int cycle = 0; cycle < kills; cycle++) {
            Process process = killed.watch();
            if (random.nextDouble() < KILLED_AT_START) {
                Thread.sleep(random.nextInt(MAX_START_MILLIS));
            } else {
                int more = 1 + random.nextInt(2 * count / (kills + 1));
                killed.awaitRecords(process, Math.min(killed.records() + more, count - 1));
                TimeUnit.MICROSECONDS.sleep(random.nextInt(MAX_DELAY_MICROS));
            }
            assertThat(process.isAlive())
                    .as("cycle %d, seed %d: %s", cycle, KillContract.SEED, killed.lines())
                    .isTrue();
            process.destroyForcibly().waitFor();
        }
        int left = count - killed.records();
        assertThat(killed.watch("--once").waitFor()).isIn(0, 1);

        assertThat(killed.content())
                .as("seed %d, %d left", KillContract.SEED, left)
                .isEqualTo(undisturbed.content());
        assertThat(killed.count("in/briefings/[^/]+\\.md")).isEqualTo(count - count / FILES_PER_BAD);
        assertThat(killed.count("in/briefings/[^/]+\\.json")).isEqualTo(count - count / FILES_PER_BAD);
        assertThat(killed.count("in/[^/]+\\.problems\\.txt")).isEqualTo(count / FILES_PER_BAD);
        assertThat(killed.count(".*\\.tmp")).isZero();
        List<String> done = killed.lines();
        assertThat(done).doesNotHaveDuplicates().hasSizeBetween(count - kills, count);
        assertThat(killed.watch("--once").waitFor()).isZero();
        assertThat(killed.lines()).isEqualTo(done);
    }

    /** A folder with scenarios, every twentieth of them cut off, and watchers in processes of their own. */
    private record WatchedFiles(Path folder) {

        private static final String GOOD = """
                {"schemaVersion": "1", "id": "kill-%d", "title": "Kill loop", "extends": "baseline-2018",
                 "readings": {"prc_export_share_us_pct": {"value": %d}}}
                """;
        private static final int CUT = 90;

        /** In a new folder, so that the relative name of the watched folder is always the same. */
        static WatchedFiles create(Path folder, int files) throws IOException {
            Path watched = Files.createDirectories(folder.resolve("in"));
            for (int i = 0; i < files; i++) {
                String content = String.format(GOOD, i, i % 10);
                Files.writeString(
                        watched.resolve("file " + i + ".json"),
                        i % FILES_PER_BAD == 7 ? content.substring(0, CUT) : content);
            }
            return new WatchedFiles(folder);
        }

        Process watch(String... options) throws IOException {
            List<String> virtualMachine = List.of(
                    "-Xmx256m",
                    // Otherwise the libraries of the tests write lines about several logging providers.
                    "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-Dentente.cache=" + Shipped.CACHE.toAbsolutePath());
            ProcessBuilder watch = ProgramRun.java(Entente.class, virtualMachine, "watch", "in", "--quiet");
            Collections.addAll(watch.command(), "--format", "md,json", "--interval", "0.1");
            Collections.addAll(watch.command(), options);
            Process process = watch.directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("out").toFile()))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        }

        /** Waits for further records as long as the watcher runs. */
        void awaitRecords(Process watcher, int wanted) throws Exception {
            while (watcher.isAlive() && records() < wanted) {
                Thread.sleep(5);
            }
        }

        int records() {
            Path records = folder.resolve("in/briefings/.entente-watch");
            return Files.isDirectory(records) ? Folders.files(records, ".txt").size() : 0;
        }

        /** What the watchers printed. */
        List<String> lines() throws IOException {
            return Files.readAllLines(folder.resolve("out"));
        }

        /** Everything in the watched folder, records too, by path. */
        Map<String, String> content() throws IOException {
            Map<String, String> content = new TreeMap<>();
            try (Stream<Path> files = Files.walk(folder.resolve("in"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    content.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
            return content;
        }

        long count(String pattern) throws IOException {
            return content().keySet().stream()
                    .filter(name -> name.matches(pattern))
                    .count();
        }
    }
}

package entente.crash;

import static entente.crash.WatchedFiles.FILES_PER_BAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watcher that is killed again and again leaves what an undisturbed one leaves. */
@Tag("thorough")
class WatchKillIT {

    private static final long SEED = Long.getLong("entente.kill.seed", 2026);

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
        Random random = new Random(SEED);
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
                    .as("cycle %d, seed %d: %s", cycle, SEED, killed.lines())
                    .isTrue();
            process.destroyForcibly().waitFor();
        }
        int left = count - killed.records();
        assertThat(killed.watch("--once").waitFor()).isIn(0, 1);

        assertThat(killed.content()).as("seed %d, %d left", SEED, left).isEqualTo(undisturbed.content());
        assertThat(killed.count("in/briefings/[^/]+\\.md")).isEqualTo(count - count / FILES_PER_BAD);
        assertThat(killed.count("in/briefings/[^/]+\\.json")).isEqualTo(count - count / FILES_PER_BAD);
        assertThat(killed.count("in/[^/]+\\.problems\\.txt")).isEqualTo(count / FILES_PER_BAD);
        assertThat(killed.count(".*\\.tmp")).isZero();
        List<String> done = killed.lines();
        assertThat(done).doesNotHaveDuplicates().hasSizeBetween(count - kills, count);
        assertThat(killed.watch("--once").waitFor()).isZero();
        assertThat(killed.lines()).isEqualTo(done);
    }
}

package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An ensemble that is killed again and again leaves the files and the result of an undisturbed one. */
@Tag("thorough")
class EnsembleKillIT {

    private static final long SEED = Long.getLong("entente.kill.seed", 2026);

    /** In this share of cycles the process is killed while it starts, in the others at some chunk. */
    private static final double KILLED_AT_START = 0.2;

    private static final int MAX_START_MILLIS = 1_000;
    private static final int MAX_DELAY_MICROS = 20_000;

    @TempDir
    private Path temporary;

    @Test
    @Timeout(300)
    void fewKillsLeaveTheSameTable() throws Exception {
        assertSame(200_000, 4_000, "parquet", 5);
    }

    @Test
    @Tag("crash")
    @Timeout(1_800)
    void manyKillsOfAMillionVariantsLeaveTheSameTable() throws Exception {
        assertSame(1_000_000, 4_096, "csv", Integer.getInteger("entente.kill.ensembles", 20));
    }

    /** Unlike a kill, the signal leaves no temporary file; while an ensemble runs, another one is refused. */
    @Test
    @Timeout(300)
    void signalLeavesWholeFilesOnly() throws Exception {
        EnsembleProcess ensemble = new EnsembleProcess(temporary.resolve("table"), 4_000_000, 20_000, "csv");
        Process process = ensemble.start();
        ensemble.awaitChunks(process, 5);
        Invocation other = Invocation.of(
                "ensemble", "baseline-2018", "--size", 100, "--out", temporary.resolve("table"), "--resume");
        assertThat(other.code()).as(other.err()).isEqualTo(75);
        assertThat(other.err()).contains("table is in use by another process.");
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(ensemble.output()).isEmpty();
        assertThat(ensemble.diagnostics()).contains("entente: interrupted; the same command with --resume continues.");
        assertThat(ensemble.content().keySet()).noneMatch(name -> name.endsWith(".tmp"));
        assertThat(ensemble.chunks()).isBetween(5, ensemble.chunksInAll() - 1);
    }

    private void assertSame(int size, int chunkSize, String format, int kills) throws Exception {
        EnsembleProcess undisturbed = new EnsembleProcess(temporary.resolve("undisturbed"), size, chunkSize, format);
        assertThat(undisturbed.start("--threads", "1").waitFor())
                .as(undisturbed.diagnostics())
                .isZero();
        EnsembleProcess killed = new EnsembleProcess(temporary.resolve("killed"), size, chunkSize, format);
        Random random = new Random(SEED);
        for (int cycle = 0; cycle < kills; cycle++) {
            Process process = killed.start();
            if (random.nextDouble() < KILLED_AT_START) {
                Thread.sleep(random.nextInt(MAX_START_MILLIS));
            } else {
                int more = 1 + random.nextInt(killed.chunksInAll() / (kills + 1));
                killed.awaitChunks(process, Math.min(killed.chunks() + more, killed.chunksInAll() - 1));
                TimeUnit.MICROSECONDS.sleep(random.nextInt(MAX_DELAY_MICROS));
            }
            process.destroyForcibly().waitFor();
        }
        int left = killed.chunksInAll() - killed.chunks();
        assertThat(killed.start("--threads", "2").waitFor())
                .as(killed.diagnostics())
                .isZero();
        assertThat(left).as("seed %d", SEED).isBetween(1, killed.chunksInAll() - kills / 2);
        assertThat(killed.output()).isEqualTo(undisturbed.output());
        assertThat(killed.content()).as("seed %d, %d left", SEED, left).isEqualTo(undisturbed.content());
    }
}

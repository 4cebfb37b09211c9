package entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster gives what the plain command gives, with one, two and four executors, and when a worker is lost. */
@Timeout(240)
class StandaloneClusterIT {

    private static final int CHUNKS = 200;

    /** So many variants that the run takes some seconds. */
    private static final String[] LARGE = {
        "--table", "parquet", "--size", "4000000", "--chunk-size", "20000", "--format", "json", "--seed", "3"
    };

    private static final String[] SMALL = {"--table", "csv", "--size", "30000", "--chunk-size", "1000"};

    @TempDir
    private static Path temporary;

    private static Output large;
    private static Output small;

    @BeforeAll
    static void runPlainCommand() {
        large = Output.plain(with(LARGE, temporary.resolve("large")));
        small = Output.plain(with(SMALL, temporary.resolve("small")));
        assertThat(large.code()).isZero();
    }

    @Test
    void anyNumberOfExecutorsGivesTheSame() throws Exception {
        try (StandaloneCluster cluster = StandaloneCluster.start(temporary.resolve("cluster"))) {
            for (int executors : new int[] {1, 2, 4}) {
                String folder = "by" + executors;
                // Executors work in folders of their own.
                Path relative = Output.ROOT.relativize(temporary.resolve(folder));
                ClusterProcess job = cluster.submit(executors, with(SMALL, relative));
                job.await("result", () -> cluster.executors() == executors);
                assertSame(job.result(), small, folder, "small");
            }
        }
    }

    @Test
    void lostWorkerChangesNothing() throws Exception {
        try (StandaloneCluster cluster = StandaloneCluster.start(temporary.resolve("lossy"))) {
            ClusterProcess job = cluster.submit(2, with(LARGE, temporary.resolve("lost")));
            Path folder = temporary.resolve("lost");
            ClusterProcess victim = cluster.workers().get(0);
            job.await("tasks on both workers", () -> cluster.hasFinishedTasks(0) && cluster.hasFinishedTasks(1));
            assertThat(victim.descendants()).hasSize(1);
            victim.kill();
            assertThat(TableFiles.complete(folder)).isBetween(1L, CHUNKS * 3L / 4);
            Output result = job.result();
            assertThat(result.err()).contains("Lost executor");
            assertSame(result, large, "lost", "large");
        }
    }

    private static void assertSame(Output actual, Output expected, String folder, String expectedFolder)
            throws IOException {
        assertThat(actual.code()).as(actual.err()).isZero();
        assertThat(actual.out()).isEqualTo(expected.out());
        Map<String, String> content = TableFiles.content(temporary.resolve(folder));
        Map<String, String> plain = TableFiles.content(temporary.resolve(expectedFolder));
        assertThat(content.keySet()).isEqualTo(plain.keySet());
        plain.forEach((name, bytes) ->
                assertThat(content.get(name).equals(bytes)).as(name).isTrue());
    }

    private static String[] with(String[] options, Path folder) {
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--out";
        all[options.length + 1] = folder.toString();
        return all;
    }
}

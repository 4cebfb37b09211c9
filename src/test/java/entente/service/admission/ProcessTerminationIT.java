package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.admission.EvaluationExecutor.ProcessTermination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process with three threads that cannot be stopped ends with 70, even if a shutdown hook does not end. */
@Timeout(300)
@Tag("thorough")
class ProcessTerminationIT {

    @TempDir
    private Path temp;

    /** Runs in a separate process. */
    static final class UnstoppableEvaluations {

        private UnstoppableEvaluations() {}

        public static void main(String[] args) {
            if (args[0].equals("stuck")) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> spin(new int[1])));
            }
            EvaluationExecutor evaluations = new EvaluationExecutor(
                    new EvaluationLimits(4, 4, 4, Duration.ofSeconds(60), Duration.ofMillis(50)),
                    new ProcessTermination(Runtime.getRuntime())::terminate);
            for (int i = 0; i < 3; i++) {
                new Thread(() -> evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> spin(new int[1]))).start();
            }
            spin(new int[1]);
        }

        private static int spin(int[] counter) {
            while (counter[0] >= 0) {
                counter[0] = (counter[0] + 1) % 1000;
            }
            return counter[0];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderly", "stuck"})
    void exitCodeIs70(String hooks) throws Exception {
        Path output = temp.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnstoppableEvaluations.class.getName(),
                        hooks))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(70);
        } finally {
            process.destroyForcibly();
        }
    }
}

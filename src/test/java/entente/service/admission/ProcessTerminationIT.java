package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.testkit.ProgramRun;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process with three threads that cannot be stopped ends with 70, even if a shutdown hook does not end. */
@Timeout(600)
@Tag("thorough")
class ProcessTerminationIT {

    /** Runs in a separate process. */
    static final class UnstoppableEvaluations {

        private UnstoppableEvaluations() {}

        public static void main(String[] args) {
            if (args[0].equals("stuck")) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> spin(new int[1])));
            }
            EvaluationExecutor evaluations = new EvaluationExecutor(
                    new EvaluationLimits(4, 4, 4, Duration.ofSeconds(60), Duration.ofMillis(50)),
                    EvaluationExecutor::endProcess);
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
        ProgramRun run = ProgramRun.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                UnstoppableEvaluations.class.getName(),
                hooks);
        assertThat(run.code()).as(run.output() + run.errors()).isEqualTo(70);
    }
}

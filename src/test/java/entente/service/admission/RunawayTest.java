package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import entente.service.admission.Callers.Call;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluations that go wrong in every way there is: each is bounded and named, and the others are answered. */
@Timeout(120)
class RunawayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ManualTimeouts timeouts = new ManualTimeouts();
    private final AtomicInteger lastResorts = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final EvaluationExecutor evaluations = new EvaluationExecutor(
            new EvaluationLimits(2, 4, 4, Duration.ofSeconds(2), DEADLINE),
            timeouts,
            System::nanoTime,
            lastResorts::incrementAndGet);
    private final Callers callers = new Callers(evaluations);
    private volatile boolean over;
    private volatile @Nullable Thread deaf;

    @AfterEach
    void end() throws Exception {
        over = true;
        callers.close();
    }

    /** Does not listen, whatever it is told. */
    private String deaf() {
        deaf = Thread.currentThread();
        started.incrementAndGet();
        while (!over) {
            Thread.onSpinWait();
        }
        return "at last";
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    private static String endless() throws InterruptedException {
        List<byte[]> some = new ArrayList<>();
        while (true) {
            some.add(new byte[1024]);
            if (some.size() > 1000) {
                some.clear();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("told");
            }
        }
    }

    static Stream<Named<Callable<String>>> breakages() {
        return Stream.of(
                named("without end downwards", () -> String.valueOf(deeper(0))),
                named("out of memory", () -> {
                    throw new OutOfMemoryError("by hand");
                }),
                named("an assertion", () -> {
                    throw new AssertionError("by hand");
                }),
                named("a class that is not there", () -> {
                    throw new NoClassDefFoundError("by hand");
                }),
                named("an interrupt that nobody asked for", () -> {
                    throw new InterruptedException("by hand");
                }),
                named("one that is left behind", () -> {
                    Thread.currentThread().interrupt();
                    throw new Exception("by hand");
                }));
    }

    /** More often than there are places, so that one that cost its place would be seen. */
    @ParameterizedTest
    @MethodSource("breakages")
    void whatBreaksIsABugAndCostsNoPlace(Callable<String> breakage) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(callers.call(Cost.HEAVY, breakage).thrown())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("an evaluation failed")
                    .cause()
                    .isNotNull();
        }
        assertThat(evaluations.run(Cost.LIGHT, () -> Thread.currentThread().isInterrupted()))
                .isFalse();
        assertThat(evaluations.running()).isZero();
        assertThat(evaluations.lost()).isZero();
        assertThat(lastResorts).hasValue(0);
    }

    @Test
    void anExceptionOfTheEvaluationIsThrownAsItIs() throws Exception {
        RuntimeException broken = new ArithmeticException("by zero");
        assertThat(callers.call(Cost.LIGHT, () -> {
                            throw broken;
                        })
                        .thrown())
                .isSameAs(broken);
        assertThat(evaluations.running()).isZero();
    }

    @Test
    void whatListensIsStoppedAtItsDeadlineWhileOthersAreAnswered() throws Exception {
        Call<String> endless = callers.call(Cost.HEAVY, () -> {
            started.incrementAndGet();
            return endless();
        });
        Await.holds("at work", () -> started.get() == 1);
        assertThat(evaluations.run(Cost.LIGHT, () -> "meanwhile")).isEqualTo("meanwhile");
        timeouts.pass(DEADLINE);
        assertThat(((ProblemException) endless.thrown()).type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
        Await.holds("the place is free", () -> evaluations.running() == 0);
        timeouts.pass(DEADLINE);
        assertThat(evaluations.lost()).isZero();
    }

    @Test
    void whatDoesNotListenLosesItsThreadAndNotItsPlace() throws Exception {
        Call<String> deaf = callers.call(Cost.HEAVY, this::deaf);
        Await.holds("at work", () -> started.get() == 1);
        timeouts.pass(DEADLINE);
        assertThat(((ProblemException) deaf.thrown()).type())
                .as("its caller need not wait until it is lost")
                .isEqualTo(ProblemType.EVALUATION_LIMIT);
        assertThat(evaluations.running()).isEqualTo(1);
        assertThat(evaluations.lost()).isZero();
        timeouts.pass(DEADLINE.minusMillis(1));
        assertThat(evaluations.lost()).isZero();
        timeouts.pass(Duration.ofMillis(1));
        assertThat(evaluations.lost()).isEqualTo(1);
        assertThat(evaluations.running()).isZero();
        // Both places work: one evaluation is held up, another goes by.
        callers.busy(Cost.LIGHT);
        assertThat(evaluations.run(Cost.LIGHT, () -> "by")).isEqualTo("by");
        callers.open();
        assertThat(evaluations.run(Cost.HEAVY, () -> "heavy again")).isEqualTo("heavy again");
        over = true;
        Await.holds("it came back after all", () -> evaluations.lost() == 0);
        assertThat(lastResorts).hasValue(0);
    }

    @Test
    void aThreadThatComesBackIsNotASurplusPlace() throws Exception {
        callers.call(Cost.LIGHT, this::deaf);
        Await.holds("at work", () -> started.get() == 1);
        timeouts.pass(DEADLINE);
        timeouts.pass(DEADLINE);
        assertThat(evaluations.lost()).isEqualTo(1);
        over = true;
        Await.holds("it came back", () -> evaluations.lost() == 0);
        Thread surplus = Objects.requireNonNull(deaf);
        Await.holds("its thread ends", () -> !surplus.isAlive());
        callers.busy(Cost.LIGHT);
        callers.busy(Cost.LIGHT);
        callers.waiting(Cost.LIGHT);
        assertThat(evaluations.running()).isEqualTo(2);
    }

    @Test
    void whoWaitsBehindALostThreadIsServedByTheNextOne() throws Exception {
        callers.call(Cost.LIGHT, this::deaf);
        callers.call(Cost.LIGHT, this::deaf);
        Await.holds("both at work", () -> started.get() == 2);
        timeouts.pass(DEADLINE);
        timeouts.pass(DEADLINE.minusSeconds(1));
        Call<String> third = callers.call(Cost.LIGHT, () -> "third");
        Await.holds("in line", () -> evaluations.waiting(Cost.LIGHT) == 1 && timeouts.set() == 3);
        timeouts.pass(Duration.ofSeconds(1));
        assertThat(third.result()).isEqualTo("third");
        assertThat(evaluations.lost()).isEqualTo(2);
    }

    @Test
    void threeLostThreadsAreTheEndAndItIsSaidOnce() throws Exception {
        for (int i = 1; i <= 4; i++) {
            int number = i;
            Call<String> call = callers.call(Cost.LIGHT, this::deaf);
            Await.holds("at work", () -> started.get() == number);
            timeouts.pass(DEADLINE);
            assertThat(((ProblemException) call.thrown()).type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
            timeouts.pass(DEADLINE);
            assertThat(evaluations.lost()).isEqualTo(i);
            assertThat(lastResorts).hasValue(i < 3 ? 0 : 1);
        }
    }
}

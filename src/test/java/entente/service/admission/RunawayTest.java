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

/** Evaluations that fail or do not end: each is limited and reported, and others still run. */
@Timeout(120)
class RunawayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ManualTimeouts timeouts = new ManualTimeouts();
    private final AtomicInteger terminations = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final EvaluationExecutor evaluations = new EvaluationExecutor(
            new EvaluationLimits(2, 4, 4, Duration.ofSeconds(2), DEADLINE),
            timeouts,
            System::nanoTime,
            terminations::incrementAndGet);
    private final Callers callers = new Callers(evaluations);
    private volatile boolean finished;
    private volatile @Nullable Thread lastThread;

    @AfterEach
    void end() throws Exception {
        finished = true;
        callers.close();
    }

    /** Ignores interrupts. */
    private String ignoreInterrupts() {
        lastThread = Thread.currentThread();
        started.incrementAndGet();
        while (!finished) {
            Thread.onSpinWait();
        }
        return "finished";
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    private static String endless() throws InterruptedException {
        List<byte[]> chunks = new ArrayList<>();
        while (true) {
            chunks.add(new byte[1024]);
            if (chunks.size() > 1000) {
                chunks.clear();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted");
            }
        }
    }

    static Stream<Named<Callable<String>>> failures() {
        return Stream.of(
                named("stack overflow", () -> String.valueOf(recurse(0))),
                named("out of memory", () -> {
                    throw new OutOfMemoryError("by hand");
                }),
                named("an assertion", () -> {
                    throw new AssertionError("by hand");
                }),
                named("a missing class", () -> {
                    throw new NoClassDefFoundError("by hand");
                }),
                named("an unexpected interrupt", () -> {
                    throw new InterruptedException("by hand");
                }),
                named("a pending interrupt", () -> {
                    Thread.currentThread().interrupt();
                    throw new Exception("by hand");
                }));
    }

    /** Runs more often than there are threads, so that a lost thread would show. */
    @ParameterizedTest
    @MethodSource("failures")
    void errorIsWrappedAndLosesNoThread(Callable<String> failure) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(callers.call(Cost.HEAVY, failure).thrown())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("an evaluation failed")
                    .cause()
                    .isNotNull();
        }
        assertThat(evaluations.run(
                        Cost.LIGHT, Caller.SERVICE, () -> Thread.currentThread().isInterrupted()))
                .isFalse();
        assertThat(evaluations.running()).isZero();
        assertThat(evaluations.lost()).isZero();
        assertThat(terminations).hasValue(0);
    }

    @Test
    void runtimeExceptionIsRethrownUnchanged() throws Exception {
        RuntimeException broken = new ArithmeticException("by zero");
        assertThat(callers.call(Cost.LIGHT, () -> {
                            throw broken;
                        })
                        .thrown())
                .isSameAs(broken);
        assertThat(evaluations.running()).isZero();
    }

    @Test
    void interruptibleEvaluationStopsAtItsDeadline() throws Exception {
        Call<String> endless = callers.call(Cost.HEAVY, () -> {
            started.incrementAndGet();
            return endless();
        });
        Await.holds("running", () -> started.get() == 1);
        assertThat(evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> "meanwhile"))
                .isEqualTo("meanwhile");
        timeouts.advance(DEADLINE);
        assertThat(((ProblemException) endless.thrown()).type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
        Await.holds("the thread is free", () -> evaluations.running() == 0);
        timeouts.advance(DEADLINE);
        assertThat(evaluations.lost()).isZero();
    }

    @Test
    void uninterruptibleEvaluationGetsItsThreadReplaced() throws Exception {
        Call<String> call = callers.call(Cost.HEAVY, this::ignoreInterrupts);
        Await.holds("running", () -> started.get() == 1);
        timeouts.advance(DEADLINE);
        assertThat(((ProblemException) call.thrown()).type())
                .as("the caller does not wait until the thread is lost")
                .isEqualTo(ProblemType.EVALUATION_LIMIT);
        assertThat(evaluations.running()).isEqualTo(1);
        assertThat(evaluations.lost()).isZero();
        timeouts.advance(DEADLINE.minusMillis(1));
        assertThat(evaluations.lost()).isZero();
        timeouts.advance(Duration.ofMillis(1));
        assertThat(evaluations.lost()).isEqualTo(1);
        assertThat(evaluations.running()).isZero();
        // Both threads work: one evaluation blocks, another completes.
        callers.busy(Cost.LIGHT);
        assertThat(evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> "by")).isEqualTo("by");
        callers.open();
        assertThat(evaluations.run(Cost.HEAVY, Caller.SERVICE, () -> "heavy again"))
                .isEqualTo("heavy again");
        finished = true;
        Await.holds("the lost thread returned", () -> evaluations.lost() == 0);
        assertThat(terminations).hasValue(0);
    }

    @Test
    void returningThreadDoesNotRaiseConcurrency() throws Exception {
        callers.call(Cost.LIGHT, this::ignoreInterrupts);
        Await.holds("running", () -> started.get() == 1);
        timeouts.advance(DEADLINE);
        timeouts.advance(DEADLINE);
        assertThat(evaluations.lost()).isEqualTo(1);
        finished = true;
        Await.holds("the lost thread returned", () -> evaluations.lost() == 0);
        Thread surplus = Objects.requireNonNull(lastThread);
        Await.holds("its thread ends", () -> !surplus.isAlive());
        callers.busy(Cost.LIGHT);
        callers.busy(Cost.LIGHT);
        callers.waiting(Cost.LIGHT);
        assertThat(evaluations.running()).isEqualTo(2);
    }

    @Test
    void queuedEvaluationRunsOnTheReplacementThread() throws Exception {
        callers.call(Cost.LIGHT, this::ignoreInterrupts);
        callers.call(Cost.LIGHT, this::ignoreInterrupts);
        Await.holds("both running", () -> started.get() == 2);
        timeouts.advance(DEADLINE);
        timeouts.advance(DEADLINE.minusSeconds(1));
        Call<String> third = callers.call(Cost.LIGHT, () -> "third");
        Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == 1 && timeouts.pending() == 3);
        timeouts.advance(Duration.ofSeconds(1));
        assertThat(third.result()).isEqualTo("third");
        assertThat(evaluations.lost()).isEqualTo(2);
    }

    @Test
    void threeLostThreadsTerminateTheProcessOnce() throws Exception {
        for (int i = 1; i <= 4; i++) {
            int number = i;
            Call<String> call = callers.call(Cost.LIGHT, this::ignoreInterrupts);
            Await.holds("running", () -> started.get() == number);
            timeouts.advance(DEADLINE);
            assertThat(((ProblemException) call.thrown()).type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
            timeouts.advance(DEADLINE);
            assertThat(evaluations.lost()).isEqualTo(i);
            assertThat(terminations).hasValue(i < 3 ? 0 : 1);
        }
    }
}

package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.admission.Callers.Call;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Concurrency limits, queue, timeouts and deadline of the executor. */
@Timeout(120)
class EvaluationExecutorTest {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ManualTimeouts timeouts = new ManualTimeouts();
    private final AtomicInteger terminations = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final List<AutoCloseable> open = new ArrayList<>();

    private EvaluationExecutor evaluations(int maxConcurrency, int queueCapacity, int heavyQueueCapacity) {
        EvaluationExecutor evaluations = new EvaluationExecutor(
                new EvaluationLimits(maxConcurrency, queueCapacity, heavyQueueCapacity, WAIT, DEADLINE),
                timeouts,
                nanos::get,
                terminations::incrementAndGet);
        open.add(evaluations);
        return evaluations;
    }

    private Callers callers(EvaluationExecutor evaluations) {
        Callers callers = new Callers(evaluations);
        open.add(0, callers);
        return callers;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private static void assertOverloaded(Throwable thrown) {
        assertThat(thrown).isInstanceOf(ProblemException.class);
        ProblemException refusal = (ProblemException) thrown;
        assertThat(refusal.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(refusal.retryAfter().orElseThrow()).isBetween(1, 5);
    }

    @Test
    void evaluationRunsOnASeparateDaemonThread() {
        EvaluationExecutor evaluations = evaluations(2, 1, 1);
        Thread thread = evaluations.run(Cost.LIGHT, Caller.SERVICE, Thread::currentThread);
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
        assertThat(evaluations.running())
                .as("it has ended before its answer is known")
                .isZero();
        assertThat(timeouts.pending()).as("no timeout is left behind").isZero();
    }

    @Test
    void problemOfAnEvaluationIsRethrown() {
        ProblemException refusal = ProblemType.INVALID.problem("The scenario has 1 problem.");
        assertThatThrownBy(() -> evaluations(1, 0, 0).run(Cost.LIGHT, Caller.SERVICE, () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void checkedExceptionIsAnInternalError() {
        assertThatThrownBy(() -> evaluations(1, 0, 0).run(Cost.LIGHT, Caller.SERVICE, () -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void queueTimeoutRejectsAndRemovesTheEvaluation() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        AtomicBoolean begun = new AtomicBoolean();
        Call<String> first = callers.busy(Cost.LIGHT);
        Call<Boolean> second = callers.call(Cost.LIGHT, () -> begun.getAndSet(true));
        Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == 1);
        Await.holds("its timeout is set", () -> timeouts.pending() == 2);
        timeouts.advance(WAIT.minusMillis(1));
        assertThat(second.answered()).isFalse();
        timeouts.advance(Duration.ofMillis(1));
        assertOverloaded(second.thrown());
        assertThat(evaluations.waiting(Cost.LIGHT)).isZero();
        assertThat(evaluations.rejected()).isEqualTo(1);
        callers.open();
        assertThat(first.result()).isEqualTo("done");
        assertThat(begun).isFalse();
    }

    /** The result of an evaluation that waits for this long while others are rejected. */
    private Call<String> waited(Cost cost, long nanosWaited, int rejections) throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(cost);
        if (cost == Cost.HEAVY) {
            callers.busy(cost);
        }
        Call<String> waiting = callers.waiting(cost);
        for (int rejection = 0; rejection < rejections; rejection++) {
            evaluations.reject(cost, Caller.SERVICE);
        }
        nanos.addAndGet(nanosWaited);
        callers.open();
        return waiting;
    }

    @Test
    void underOverloadALightEvaluationThatWaitedIsRejected() throws Exception {
        long most = EvaluationExecutor.MAX_WAIT_UNDER_OVERLOAD.toNanos();
        assertOverloaded(waited(Cost.LIGHT, most + 1, 2).thrown());
        assertThat(waited(Cost.LIGHT, most, 2).result()).isEqualTo("done");
        assertThat(waited(Cost.LIGHT, most + 1, 1).result()).isEqualTo("done");
        assertThat(waited(Cost.HEAVY, most + 1, 10).result()).isEqualTo("done");
    }

    /** Its request was admitted as a whole. */
    @Test
    void oneOfABatchIsNotRejectedUnderOverload() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Cost.LIGHT);
        FutureTask<String> item = new FutureTask<>(() -> evaluations.runItem(Caller.SERVICE, () -> "assessed"));
        new Thread(item, "batch").start();
        Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == 1);
        evaluations.reject(Cost.LIGHT, Caller.SERVICE);
        evaluations.reject(Cost.LIGHT, Caller.SERVICE);
        nanos.addAndGet(EvaluationExecutor.MAX_WAIT_UNDER_OVERLOAD.toNanos() + 1);
        callers.open();
        assertThat(item.get(60, TimeUnit.SECONDS)).isEqualTo("assessed");
    }

    @Test
    void evaluationsRunInArrivalOrder() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Cost.LIGHT);
        List<Integer> order = new ArrayList<>();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            calls.add(callers.call(Cost.LIGHT, () -> order.add(number)));
            Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == number + 1);
        }
        callers.open();
        for (Call<Boolean> call : calls) {
            call.result();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void heavyEvaluationsLeaveCapacityForLightOnes() throws Exception {
        EvaluationExecutor evaluations = evaluations(3, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Cost.HEAVY);
        callers.busy(Cost.HEAVY);
        Call<String> third = callers.waiting(Cost.HEAVY);
        assertThat(evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> "light")).isEqualTo("light");
        assertThat(third.answered()).isFalse();
        assertThat(evaluations.waiting(Cost.HEAVY)).isEqualTo(1);
        callers.open();
        assertThat(third.result()).isEqualTo("done");
    }

    /** Neither one caller nor all guests of a room have every thread, and guests wait for others. */
    @Test
    void heavyEvaluationsOfOthersRunBesideThoseOfOneCaller() throws Exception {
        EvaluationExecutor evaluations = evaluations(2, 5, 5);
        Callers callers = callers(evaluations);
        Caller guest = new Caller("guest", true, () -> false);
        Caller other = new Caller("other guest", true, () -> false);
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (Caller caller : List.of(guest, guest, other)) {
            calls.add(callers.call(Cost.HEAVY, caller, () -> {
                running.incrementAndGet();
                return held.await(1, TimeUnit.HOURS);
            }));
        }
        Await.holds("queued", () -> evaluations.waiting(Cost.HEAVY) == 2 && running.get() == 1);
        assertThat(evaluations.run(Cost.HEAVY, new Caller("facilitator", false, () -> false), () -> "at once"))
                .isEqualTo("at once");
        assertThat(running).hasValue(1);
        held.countDown();
        for (Call<Boolean> call : calls) {
            assertThat(call.result()).isTrue();
        }
    }

    @Test
    void guestsWaitForOthers() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Cost.LIGHT);
        List<String> order = new ArrayList<>();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (Caller caller :
                List.of(new Caller("guest", true, () -> false), new Caller("facilitator", false, () -> false))) {
            calls.add(callers.call(Cost.LIGHT, caller, () -> order.add(caller.name())));
            Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == calls.size());
        }
        callers.open();
        for (Call<Boolean> call : calls) {
            call.result();
        }
        assertThat(order).containsExactly("facilitator", "guest");
    }

    @Test
    void evaluationOfADisconnectedClientIsStoppedOrNeverRun() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        AtomicBoolean gone = new AtomicBoolean();
        AtomicBoolean queuedGone = new AtomicBoolean();
        Caller client = new Caller("client", false, gone::get);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean run = new AtomicBoolean();
        Call<Boolean> running = callers.call(Cost.HEAVY, client, () -> {
            try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
        });
        Await.holds("running", () -> evaluations.running() == 1);
        Call<Boolean> queued =
                callers.call(Cost.HEAVY, new Caller("client", false, queuedGone::get), () -> run.getAndSet(true));
        Await.holds("queued", () -> evaluations.waiting(Cost.HEAVY) == 1);
        queuedGone.set(true);
        assertThat(((ProblemException) queued.thrown()).detail()).contains("closed the connection");
        assertThat(evaluations.waiting(Cost.HEAVY)).isZero();
        gone.set(true);
        assertThat(((ProblemException) running.thrown()).detail()).contains("closed the connection");
        interrupted.await();
        Await.holds("the thread is free", () -> evaluations.running() == 0);
        assertThat(run).isFalse();
        assertThat(timeouts.pending()).as("no timeout is left behind").isZero();
    }

    @Test
    void heavyEvaluationRunsWithMaxConcurrencyOne() {
        assertThat(evaluations(1, 0, 0).run(Cost.HEAVY, Caller.SERVICE, () -> "heavy"))
                .isEqualTo("heavy");
    }

    @Test
    void deadlineInterruptsTheEvaluationAndFailsTheCall() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Call<Boolean> call = callers.call(Cost.LIGHT, () -> {
            begun.countDown();
            try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
        });
        // From here on its only timeout is the deadline: that of the queue has been replaced.
        begun.await();
        Await.holds("its timeout is set", () -> timeouts.pending() == 1);
        timeouts.advance(DEADLINE);
        ProblemException refusal = (ProblemException) call.thrown();
        assertThat(refusal.type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
        assertThat(refusal.detail()).isEqualTo("The evaluation was stopped after 10 seconds.");
        interrupted.await();
        assertThat(evaluations.timedOut()).isEqualTo(1);
        assertThat(evaluations.lost()).isZero();
        Boolean flag = evaluations.run(
                Cost.LIGHT, Caller.SERVICE, () -> Thread.currentThread().isInterrupted());
        assertThat(flag)
                .as("the next evaluation on this thread is not interrupted")
                .isFalse();
        timeouts.advance(DEADLINE);
        assertThat(evaluations.lost()).as("it ended, so its thread is not lost").isZero();
    }

    @Test
    void interruptedCallerCancelsItsEvaluation() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        Call<String> running = callers.busy(Cost.LIGHT);
        Call<String> queued = callers.waiting(Cost.LIGHT);
        queued.thread().interrupt();
        assertOverloaded(queued.thrown());
        assertThat(evaluations.waiting(Cost.LIGHT)).isZero();
        running.thread().interrupt();
        assertOverloaded(running.thrown());
        Await.holds("the thread is free", () -> evaluations.running() == 0);
        assertThat(evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> "next")).isEqualTo("next");
        assertThat(evaluations.lost()).isZero();
    }

    @Test
    void concurrencyLimitsAreNeverExceeded() throws Exception {
        EvaluationExecutor evaluations = evaluations(3, 200, 200);
        Callers callers = callers(evaluations);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger heavyNow = new AtomicInteger();
        Set<String> violations = new HashSet<>();
        List<Call<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean heavy = i % 3 == 0;
            int number = i;
            calls.add(callers.call(heavy ? Cost.HEAVY : Cost.LIGHT, () -> {
                int lights = heavy ? 0 : now.incrementAndGet();
                int heavies = heavy ? heavyNow.incrementAndGet() : 0;
                Thread.yield();
                synchronized (violations) {
                    if (lights > 3 || heavies > 2) {
                        violations.add(lights + " light ones and " + heavies + " heavy ones at a time");
                    }
                }
                heavyNow.addAndGet(heavy ? -1 : 0);
                now.addAndGet(heavy ? 0 : -1);
                return number;
            }));
        }
        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).result()).isEqualTo(i);
        }
        assertThat(violations).isEmpty();
        assertThat(evaluations.running()).isZero();
        assertThat(evaluations.rejected()).isZero();
        Await.holds("no timeout is left behind", () -> timeouts.pending() == 0);
    }

    @Test
    void closeRejectsPendingAndNewEvaluations() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        Call<String> running = callers.busy(Cost.LIGHT);
        Call<String> queued = callers.waiting(Cost.LIGHT);
        evaluations.close();
        assertOverloaded(running.thrown());
        assertOverloaded(queued.thrown());
        assertThatThrownBy(() -> evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> "late"))
                .satisfies(t -> assertOverloaded(t));
    }

    @Test
    void defaultLimitsScaleWithConcurrency() {
        assertThat(EvaluationLimits.of(2)).isEqualTo(new EvaluationLimits(2, 32, 16, WAIT, DEADLINE));
    }

    @Test
    void invalidLimitsAreRejected() {
        assertThatThrownBy(() -> new EvaluationLimits(0, 1, 1, WAIT, DEADLINE))
                .hasMessageContaining("entente.limits.max-concurrency");
        assertThatThrownBy(() -> new EvaluationLimits(1, -1, 1, WAIT, DEADLINE))
                .hasMessageContaining("entente.limits.queue-capacity");
        assertThatThrownBy(() -> new EvaluationLimits(1, 1, -1, WAIT, DEADLINE))
                .hasMessageContaining("limits.heavy-queue-capacity");
        assertThatThrownBy(() -> new EvaluationLimits(1, 1, 1, Duration.ZERO, DEADLINE))
                .hasMessageContaining("limits.queue-timeout");
        assertThatThrownBy(() -> new EvaluationLimits(1, 1, 1, WAIT, Duration.ofSeconds(-1)))
                .hasMessageContaining("limits.deadline");
    }
}

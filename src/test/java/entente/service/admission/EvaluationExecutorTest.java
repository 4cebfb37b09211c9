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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few places, a line, a deadline: nobody waits for ever, and nobody takes what is there for others. */
@Timeout(120)
class EvaluationExecutorTest {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ManualTimeouts timeouts = new ManualTimeouts();
    private final AtomicInteger lastResorts = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();

    private EvaluationExecutor evaluations(int places, int line, int heavyLine) {
        EvaluationExecutor evaluations = new EvaluationExecutor(
                new EvaluationLimits(places, line, heavyLine, WAIT, DEADLINE),
                timeouts,
                System::nanoTime,
                lastResorts::incrementAndGet);
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
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private static void assertOverloaded(Throwable thrown) {
        assertThat(thrown).isInstanceOf(ProblemException.class);
        ProblemException refusal = (ProblemException) thrown;
        assertThat(refusal.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(refusal.retryAfter().orElseThrow()).isBetween(1, 5);
    }

    @Test
    void theResultComesBackFromAPlaceOfItsOwn() {
        EvaluationExecutor evaluations = evaluations(2, 1, 1);
        Thread place = evaluations.run(Cost.LIGHT, Thread::currentThread);
        assertThat(place).isNotSameAs(Thread.currentThread());
        assertThat(place.isDaemon()).isTrue();
        assertThat(evaluations.running())
                .as("it has ended before its answer is known")
                .isZero();
        assertThat(timeouts.set()).as("no timeout is left behind").isZero();
    }

    @Test
    void whatAnEvaluationRefusesIsRefused() {
        ProblemException refusal = ProblemException.of(ProblemType.INVALID, "The scenario has 1 problem.");
        assertThatThrownBy(() -> evaluations(1, 0, 0).run(Cost.LIGHT, () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void aCheckedExceptionIsABug() {
        assertThatThrownBy(() -> evaluations(1, 0, 0).run(Cost.LIGHT, () -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whoWaitsTooLongIsSentAwayAndTakesNoPlaceLater() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        AtomicBoolean begun = new AtomicBoolean();
        Call<String> first = callers.busy(Cost.LIGHT);
        Call<Boolean> second = callers.call(Cost.LIGHT, () -> begun.getAndSet(true));
        Await.holds("in line", () -> evaluations.waiting(Cost.LIGHT) == 1);
        Await.holds("its timeout is set", () -> timeouts.set() == 2);
        timeouts.pass(WAIT.minusMillis(1));
        assertThat(second.answered()).isFalse();
        timeouts.pass(Duration.ofMillis(1));
        assertOverloaded(second.thrown());
        assertThat(evaluations.waiting(Cost.LIGHT)).isZero();
        assertThat(evaluations.rejected()).isEqualTo(1);
        callers.open();
        assertThat(first.result()).isEqualTo("through");
        assertThat(begun).isFalse();
    }

    @Test
    void firstComeFirstServed() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Cost.LIGHT);
        List<Integer> order = new ArrayList<>();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            calls.add(callers.call(i % 2 == 0 ? Cost.LIGHT : Cost.HEAVY, () -> order.add(number)));
            Await.holds(
                    "in line", () -> evaluations.waiting(Cost.LIGHT) + evaluations.waiting(Cost.HEAVY) == number + 1);
        }
        callers.open();
        for (Call<Boolean> call : calls) {
            call.result();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void heavyWorkLeavesAPlaceForLightWork() throws Exception {
        EvaluationExecutor evaluations = evaluations(3, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Cost.HEAVY);
        callers.busy(Cost.HEAVY);
        Call<String> third = callers.waiting(Cost.HEAVY);
        assertThat(evaluations.run(Cost.LIGHT, () -> "light")).isEqualTo("light");
        assertThat(third.answered()).isFalse();
        assertThat(evaluations.waiting(Cost.HEAVY)).isEqualTo(1);
        callers.open();
        assertThat(third.result()).isEqualTo("through");
    }

    @Test
    void onASinglePlaceHeavyWorkIsDoneAsWell() {
        assertThat(evaluations(1, 0, 0).run(Cost.HEAVY, () -> "heavy")).isEqualTo("heavy");
    }

    @Test
    void atItsDeadlineAnEvaluationIsInterruptedAndItsCallerTold() throws Exception {
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
        Await.holds("its timeout is set", () -> timeouts.set() == 1);
        timeouts.pass(DEADLINE);
        ProblemException refusal = (ProblemException) call.thrown();
        assertThat(refusal.type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
        assertThat(refusal.detail()).isEqualTo("The evaluation was stopped after 10 seconds.");
        interrupted.await();
        assertThat(evaluations.timedOut()).isEqualTo(1);
        assertThat(evaluations.lost()).isZero();
        Boolean flag = evaluations.run(Cost.LIGHT, () -> Thread.currentThread().isInterrupted());
        assertThat(flag)
                .as("the next on this thread begins without the interrupt")
                .isFalse();
        timeouts.pass(DEADLINE);
        assertThat(evaluations.lost()).as("it ended, so its thread is not lost").isZero();
    }

    @Test
    void aCallerThatIsInterruptedTakesTheEvaluationAlong() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        Call<String> atWork = callers.busy(Cost.LIGHT);
        Call<String> inLine = callers.waiting(Cost.LIGHT);
        inLine.thread().interrupt();
        assertOverloaded(inLine.thrown());
        assertThat(evaluations.waiting(Cost.LIGHT)).isZero();
        atWork.thread().interrupt();
        assertOverloaded(atWork.thrown());
        Await.holds("the place is free", () -> evaluations.running() == 0);
        assertThat(evaluations.run(Cost.LIGHT, () -> "next")).isEqualTo("next");
        assertThat(evaluations.lost()).isZero();
    }

    @Test
    void neverMoreAtATimeThanThereArePlaces() throws Exception {
        EvaluationExecutor evaluations = evaluations(3, 200, 200);
        Callers callers = callers(evaluations);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger heavyNow = new AtomicInteger();
        Set<String> wrong = new HashSet<>();
        List<Call<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean heavy = i % 3 == 0;
            int number = i;
            calls.add(callers.call(heavy ? Cost.HEAVY : Cost.LIGHT, () -> {
                int all = now.incrementAndGet();
                int heavies = heavy ? heavyNow.incrementAndGet() : 0;
                Thread.yield();
                synchronized (wrong) {
                    if (all > 3 || heavies > 2) {
                        wrong.add(all + " at a time, " + heavies + " of them heavy");
                    }
                }
                heavyNow.addAndGet(heavy ? -1 : 0);
                now.decrementAndGet();
                return number;
            }));
        }
        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).result()).isEqualTo(i);
        }
        assertThat(wrong).isEmpty();
        assertThat(evaluations.running()).isZero();
        assertThat(evaluations.rejected()).isZero();
        Await.holds("no timeout is left behind", () -> timeouts.set() == 0);
    }

    @Test
    void whenItClosesEverybodyIsToldAndNobodyIsLetIn() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        Call<String> atWork = callers.busy(Cost.LIGHT);
        Call<String> inLine = callers.waiting(Cost.LIGHT);
        evaluations.close();
        assertOverloaded(atWork.thrown());
        assertOverloaded(inLine.thrown());
        assertThatThrownBy(() -> evaluations.run(Cost.LIGHT, () -> "late")).satisfies(t -> assertOverloaded(t));
    }

    @Test
    void theUsualBoundsGrowWithThePlaces() {
        assertThat(EvaluationLimits.of(2)).isEqualTo(new EvaluationLimits(2, 8, 4, WAIT, DEADLINE));
    }

    @Test
    void boundsThatBoundNothingAreRefused() {
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

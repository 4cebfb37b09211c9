package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.admission.Callers.Call;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
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

    private final ManualTimeouts alarms = new ManualTimeouts();
    private final AtomicInteger lastResorts = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();

    private EvaluationExecutor evaluations(int places, int line, int heavyLine) {
        EvaluationExecutor evaluations = new EvaluationExecutor(
                new EvaluationLimits(places, line, heavyLine, WAIT, DEADLINE), alarms, lastResorts::incrementAndGet);
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
        Thread place = evaluations.run(Weight.LIGHT, Thread::currentThread);
        assertThat(place).isNotSameAs(Thread.currentThread());
        assertThat(place.isDaemon()).isTrue();
        assertThat(evaluations.running())
                .as("it has ended before its answer is known")
                .isZero();
        assertThat(alarms.set()).as("no alarm is left behind").isZero();
    }

    @Test
    void whatAnEvaluationRefusesIsRefused() {
        ProblemException refusal = ProblemException.of(ProblemType.INVALID, "The scenario has 1 problem.");
        assertThatThrownBy(() -> evaluations(1, 0, 0).run(Weight.LIGHT, () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void aCheckedExceptionIsABug() {
        assertThatThrownBy(() -> evaluations(1, 0, 0).run(Weight.LIGHT, () -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whoComesToAFullLineIsSentAwayAtOnce() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 2, 0);
        Callers callers = callers(evaluations);
        Call<String> first = callers.busy(Weight.LIGHT);
        Call<String> second = callers.waiting(Weight.LIGHT);
        Call<String> third = callers.waiting(Weight.LIGHT);
        int set = 3;
        Await.holds("one deadline and two waits are set", () -> alarms.set() == set);
        assertThatThrownBy(() -> evaluations.run(Weight.LIGHT, () -> "never")).satisfies(t -> assertOverloaded(t));
        assertThatThrownBy(() -> evaluations.run(Weight.HEAVY, () -> "never")).satisfies(t -> assertOverloaded(t));
        assertThat(evaluations.rejected()).isEqualTo(2);
        assertThat(alarms.set()).as("nothing was set in motion for them").isEqualTo(set);
        callers.open();
        assertThat(List.of(first.result(), second.result(), third.result())).containsOnly("through");
        assertThat(evaluations.run(Weight.LIGHT, () -> "again")).isEqualTo("again");
    }

    @Test
    void whoWaitsTooLongIsSentAwayAndTakesNoPlaceLater() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        AtomicBoolean begun = new AtomicBoolean();
        Call<String> first = callers.busy(Weight.LIGHT);
        Call<Boolean> second = callers.call(Weight.LIGHT, () -> begun.getAndSet(true));
        Await.holds("in line", () -> evaluations.waiting(Weight.LIGHT) == 1);
        Await.holds("its alarm is set", () -> alarms.set() == 2);
        alarms.pass(WAIT.minusMillis(1));
        assertThat(second.answered()).isFalse();
        alarms.pass(Duration.ofMillis(1));
        assertOverloaded(second.thrown());
        assertThat(evaluations.waiting(Weight.LIGHT)).isZero();
        assertThat(evaluations.rejected()).isEqualTo(1);
        callers.open();
        assertThat(first.result()).isEqualTo("through");
        assertThat(begun).isFalse();
    }

    @Test
    void firstComeFirstServed() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 5);
        Callers callers = callers(evaluations);
        callers.busy(Weight.LIGHT);
        List<Integer> order = new ArrayList<>();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            calls.add(callers.call(i % 2 == 0 ? Weight.LIGHT : Weight.HEAVY, () -> order.add(number)));
            Await.holds(
                    "in line",
                    () -> evaluations.waiting(Weight.LIGHT) + evaluations.waiting(Weight.HEAVY) == number + 1);
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
        callers.busy(Weight.HEAVY);
        callers.busy(Weight.HEAVY);
        Call<String> third = callers.waiting(Weight.HEAVY);
        assertThat(evaluations.run(Weight.LIGHT, () -> "light")).isEqualTo("light");
        assertThat(third.answered()).isFalse();
        assertThat(evaluations.waiting(Weight.HEAVY)).isEqualTo(1);
        callers.open();
        assertThat(third.result()).isEqualTo("through");
    }

    @Test
    void onASinglePlaceHeavyWorkIsDoneAsWell() {
        assertThat(evaluations(1, 0, 0).run(Weight.HEAVY, () -> "heavy")).isEqualTo("heavy");
    }

    @Test
    void atItsDeadlineAnEvaluationIsInterruptedAndItsCallerTold() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        CountDownLatch interrupted = new CountDownLatch(1);
        Call<Boolean> call = callers.call(Weight.LIGHT, () -> {
            try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
        });
        Await.holds("its alarm is set", () -> alarms.set() == 1);
        alarms.pass(DEADLINE);
        ProblemException refusal = (ProblemException) call.thrown();
        assertThat(refusal.type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
        assertThat(refusal.detail()).isEqualTo("The evaluation was given up after 10 seconds.");
        interrupted.await();
        assertThat(evaluations.timedOut()).isEqualTo(1);
        assertThat(evaluations.lost()).isZero();
        Boolean flag =
                evaluations.run(Weight.LIGHT, () -> Thread.currentThread().isInterrupted());
        assertThat(flag)
                .as("the next on this thread begins without the interrupt")
                .isFalse();
        alarms.pass(DEADLINE);
        assertThat(evaluations.lost()).as("it ended, so its thread is not lost").isZero();
    }

    @Test
    void aCallerThatIsInterruptedTakesTheEvaluationAlong() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        Call<String> atWork = callers.busy(Weight.LIGHT);
        Call<String> inLine = callers.waiting(Weight.LIGHT);
        inLine.thread().interrupt();
        assertOverloaded(inLine.thrown());
        assertThat(evaluations.waiting(Weight.LIGHT)).isZero();
        atWork.thread().interrupt();
        assertOverloaded(atWork.thrown());
        Await.holds("the place is free", () -> evaluations.running() == 0);
        assertThat(evaluations.run(Weight.LIGHT, () -> "next")).isEqualTo("next");
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
            calls.add(callers.call(heavy ? Weight.HEAVY : Weight.LIGHT, () -> {
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
        Await.holds("no alarm is left behind", () -> alarms.set() == 0);
    }

    @Test
    void whenItClosesEverybodyIsToldAndNobodyIsLetIn() throws Exception {
        EvaluationExecutor evaluations = evaluations(1, 5, 0);
        Callers callers = callers(evaluations);
        Call<String> atWork = callers.busy(Weight.LIGHT);
        Call<String> inLine = callers.waiting(Weight.LIGHT);
        evaluations.close();
        assertOverloaded(atWork.thrown());
        assertOverloaded(inLine.thrown());
        assertThatThrownBy(() -> evaluations.run(Weight.LIGHT, () -> "late")).satisfies(t -> assertOverloaded(t));
    }

    @Test
    void theUsualBoundsGrowWithThePlaces() {
        assertThat(EvaluationLimits.of(2)).isEqualTo(new EvaluationLimits(2, 8, 4, WAIT, DEADLINE));
    }

    @Test
    void boundsThatBoundNothingAreRefused() {
        assertThatThrownBy(() -> new EvaluationLimits(0, 1, 1, WAIT, DEADLINE))
                .hasMessageContaining("entente.limits.places");
        assertThatThrownBy(() -> new EvaluationLimits(1, -1, 1, WAIT, DEADLINE))
                .hasMessageContaining("entente.limits.line");
        assertThatThrownBy(() -> new EvaluationLimits(1, 1, -1, WAIT, DEADLINE))
                .hasMessageContaining("limits.heavy-line");
        assertThatThrownBy(() -> new EvaluationLimits(1, 1, 1, Duration.ZERO, DEADLINE))
                .hasMessageContaining("limits.wait");
        assertThatThrownBy(() -> new EvaluationLimits(1, 1, 1, WAIT, Duration.ofSeconds(-1)))
                .hasMessageContaining("limits.deadline");
    }
}

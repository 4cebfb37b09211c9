package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Admission, concurrency, queue, timeouts and deadline of the executor; and evaluations that fail or do not end. */
@Timeout(120)
class EvaluationExecutorTest {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final EvaluationLimits FOUR =
            new EvaluationLimits(4, null, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final EvaluationLimits SMALL =
            new EvaluationLimits(2, 8, 4, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final AtomicInteger terminations = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    /** Whether threads are lost, asked when the deadline has passed a second time. */
    private final Queue<Runnable> lostChecks = new ConcurrentLinkedQueue<>();

    private final List<AutoCloseable> open = new ArrayList<>();
    private EvaluationExecutor evaluations = evaluations(1);
    private Callers callers = callers(evaluations);

    /** Ends the evaluations that ignore interrupts. */
    private final CountDownLatch finished = new CountDownLatch(1);

    private final AtomicInteger started = new AtomicInteger();
    private volatile @Nullable Thread lastThread;

    private EvaluationExecutor evaluations(int threads) {
        return evaluations(new EvaluationLimits(threads, 5, 5, WAIT, DEADLINE));
    }

    private EvaluationExecutor evaluations(EvaluationLimits limits) {
        EvaluationExecutor made =
                new EvaluationExecutor(limits, nanos::get, lostChecks::add, terminations::incrementAndGet);
        open.add(made);
        return made;
    }

    private Callers callers(EvaluationExecutor called) {
        Callers made = new Callers(called);
        open.add(0, made);
        return made;
    }

    /** With this many threads for light evaluations, instead of one. */
    private void use(int threads) {
        evaluations = evaluations(threads);
        callers = callers(evaluations);
    }

    @AfterEach
    void close() throws Exception {
        finished.countDown();
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
        Thread thread = evaluations.run(Cost.LIGHT, Caller.SERVICE, Thread::currentThread);
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
        assertThat(evaluations.running())
                .as("it has ended before its answer is known")
                .isZero();
    }

    @Test
    void problemOfAnEvaluationIsRethrown() {
        ProblemException refusal = ProblemType.INVALID.problem("The scenario has 1 problem.");
        assertThatThrownBy(() -> evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void queueTimeoutRejectsAndRemovesTheEvaluation() throws Exception {
        AtomicBoolean begun = new AtomicBoolean();
        Call<String> first = callers.busy(Cost.LIGHT);
        Call<Boolean> second = callers.call(Cost.LIGHT, () -> begun.getAndSet(true));
        Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == 1);
        nanos.addAndGet(WAIT.toNanos() - 1);
        // Longer than its caller waits before it looks at the clock again.
        Thread.sleep(250);
        assertThat(second.answered()).isFalse();
        nanos.incrementAndGet();
        assertOverloaded(second.thrown());
        assertThat(evaluations.waiting(Cost.LIGHT)).isZero();
        assertThat(evaluations.rejected()).isEqualTo(1);
        callers.open();
        assertThat(first.result()).isEqualTo("done");
        assertThat(begun).isFalse();
    }

    /** The result of an evaluation that waits for this long while others are rejected. */
    private Call<String> waited(Cost cost, long nanosWaited, int rejections) throws Exception {
        use(1);
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

    private static Caller caller(String name, boolean guest) {
        return new Caller(name, guest, () -> false);
    }

    /** The names of these callers in the order in which their evaluations run. */
    private List<String> order(Caller... arriving) throws Exception {
        callers.busy(Cost.LIGHT);
        List<String> order = new ArrayList<>();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (Caller caller : arriving) {
            calls.add(callers.call(Cost.LIGHT, caller, () -> order.add(caller.name())));
            Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == calls.size());
        }
        callers.open();
        for (Call<Boolean> call : calls) {
            call.result();
        }
        return order;
    }

    @Test
    void evaluationsRunInArrivalOrder() throws Exception {
        assertThat(order(caller("b", false), caller("a", false), caller("d", false), caller("c", false)))
                .containsExactly("b", "a", "d", "c");
    }

    @Test
    void guestsWaitForOthers() throws Exception {
        assertThat(order(caller("guest", true), caller("facilitator", false))).containsExactly("facilitator", "guest");
    }

    @Test
    void heavyEvaluationsLeaveCapacityForLightOnes() throws Exception {
        use(3);
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
        use(2);
        Caller guest = caller("guest", true);
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        List<Call<Boolean>> calls = new ArrayList<>();
        for (Caller caller : List.of(guest, guest, caller("other guest", true))) {
            calls.add(callers.call(Cost.HEAVY, caller, () -> {
                running.incrementAndGet();
                return held.await(1, TimeUnit.HOURS);
            }));
        }
        Await.holds("queued", () -> evaluations.waiting(Cost.HEAVY) == 2 && running.get() == 1);
        assertThat(evaluations.run(Cost.HEAVY, caller("facilitator", false), () -> "at once"))
                .isEqualTo("at once");
        assertThat(running).hasValue(1);
        held.countDown();
        for (Call<Boolean> call : calls) {
            assertThat(call.result()).isTrue();
        }
    }

    @Test
    void evaluationOfADisconnectedClientIsStoppedOrNeverRun() throws Exception {
        AtomicBoolean gone = new AtomicBoolean();
        AtomicBoolean queuedGone = new AtomicBoolean();
        Caller client = new Caller("client", false, gone::get);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean run = new AtomicBoolean();
        Call<Boolean> running = callers.call(Cost.HEAVY, client, untilInterrupted(interrupted));
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
    }

    @Test
    void deadlineInterruptsTheEvaluationAndFailsTheCall() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Call<Boolean> call = callers.call(Cost.LIGHT, untilInterrupted(interrupted));
        Await.holds("begun", () -> started.get() == 1);
        nanos.addAndGet(DEADLINE.toNanos());
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
        passTheDeadlineAgain();
        assertThat(evaluations.lost()).as("it ended, so its thread is not lost").isZero();
    }

    @Test
    void interruptedCallerCancelsItsEvaluation() throws Exception {
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
        use(3);
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
    }

    @Test
    void closeRejectsPendingAndNewEvaluations() throws Exception {
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
        assertThat(new EvaluationLimits(2, null, null, WAIT, DEADLINE))
                .isEqualTo(new EvaluationLimits(2, 32, 16, WAIT, DEADLINE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 2, 10, entente.limits.max-concurrency",
        "1, -1, 1, 2, 10, entente.limits.queue-capacity",
        "1, 1, -1, 2, 10, limits.heavy-queue-capacity",
        "1, 1, 1, 0, 10, limits.queue-timeout",
        "1, 1, 1, 2, -1, limits.deadline"
    })
    void invalidLimitsAreRejected(int threads, int queue, int heavyQueue, int wait, int deadline, String setting) {
        assertThatThrownBy(() -> new EvaluationLimits(
                        threads, queue, heavyQueue, Duration.ofSeconds(wait), Duration.ofSeconds(deadline)))
                .hasFieldOrPropertyWithValue("exitCode", 78)
                .hasMessageContaining(setting);
    }

    private Callable<Boolean> untilInterrupted(CountDownLatch interrupted) {
        return () -> {
            started.incrementAndGet();
            try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
        };
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
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
            assertThat(callers.call(Cost.LIGHT, failure).thrown())
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

    /** Starts an evaluation that ignores interrupts until the test has finished. */
    private Call<String> unstoppable(Cost cost) throws Exception {
        int before = started.get();
        Call<String> call = callers.call(cost, () -> {
            lastThread = Thread.currentThread();
            started.incrementAndGet();
            Await.ignoringInterrupts(finished);
            return "finished";
        });
        Await.holds("running", () -> started.get() == before + 1);
        return call;
    }

    private void passTheDeadlineAgain() {
        for (Runnable check = lostChecks.poll(); check != null; check = lostChecks.poll()) {
            check.run();
        }
    }

    /** Stops an evaluation at its deadline. */
    private void stop(Call<String> call) throws Exception {
        nanos.addAndGet(DEADLINE.toNanos());
        assertThat(((ProblemException) call.thrown()).type()).isEqualTo(ProblemType.EVALUATION_LIMIT);
    }

    @Test
    void uninterruptibleEvaluationGetsItsThreadReplaced() throws Exception {
        use(2);
        // The caller does not wait until the thread is lost.
        stop(unstoppable(Cost.HEAVY));
        assertThat(evaluations.running()).isEqualTo(1);
        assertThat(evaluations.lost()).isZero();
        passTheDeadlineAgain();
        assertThat(evaluations.lost()).isEqualTo(1);
        assertThat(evaluations.running()).isZero();
        // Both threads work: one evaluation blocks, another completes.
        callers.busy(Cost.HEAVY);
        assertThat(evaluations.run(Cost.HEAVY, Caller.SERVICE, () -> "by")).isEqualTo("by");
        finished.countDown();
        Await.holds("the lost thread returned", () -> evaluations.lost() == 0);
        assertThat(terminations).hasValue(0);
    }

    @Test
    void returningThreadDoesNotRaiseConcurrency() throws Exception {
        stop(unstoppable(Cost.LIGHT));
        passTheDeadlineAgain();
        assertThat(evaluations.lost()).isEqualTo(1);
        finished.countDown();
        Await.holds("the lost thread returned", () -> evaluations.lost() == 0);
        Thread surplus = Objects.requireNonNull(lastThread);
        Await.holds("its thread ends", () -> !surplus.isAlive());
        callers.busy(Cost.LIGHT);
        callers.waiting(Cost.LIGHT);
        assertThat(evaluations.running()).isEqualTo(1);
    }

    @Test
    void queuedEvaluationRunsOnTheReplacementThread() throws Exception {
        stop(unstoppable(Cost.LIGHT));
        Call<String> next = callers.call(Cost.LIGHT, () -> "next");
        Await.holds("queued", () -> evaluations.waiting(Cost.LIGHT) == 1);
        passTheDeadlineAgain();
        assertThat(next.result()).isEqualTo("next");
        assertThat(evaluations.lost()).isEqualTo(1);
    }

    @Test
    void threeLostThreadsTerminateTheProcessOnce() throws Exception {
        for (int i = 1; i <= 4; i++) {
            stop(unstoppable(Cost.LIGHT));
            passTheDeadlineAgain();
            assertThat(evaluations.lost()).isEqualTo(i);
            assertThat(terminations).hasValue(i < 3 ? 0 : 1);
        }
    }

    private static int admitUntilFull(EvaluationExecutor admission, Cost cost) {
        int count = 0;
        while (!admission.isFull(cost, Caller.SERVICE)) {
            assertThat(tryAdmit(admission, cost)).isTrue();
            count++;
        }
        assertThat(tryAdmit(admission, cost)).isFalse();
        assertThat(admission.admitted(cost)).isEqualTo(count);
        return count;
    }

    private static boolean tryAdmit(EvaluationExecutor admission, Cost cost) {
        return tryAdmit(admission, cost, Caller.SERVICE);
    }

    private static boolean tryAdmit(EvaluationExecutor admission, Cost cost, Caller caller) {
        try {
            admission.admit(cost, caller);
            return true;
        } catch (ProblemException overloaded) {
            assertOverloaded(overloaded);
            return false;
        }
    }

    /** How many of so many heavy requests of a caller are admitted. */
    private static long admitted(EvaluationExecutor admission, Caller caller, int requests) {
        return IntStream.range(0, requests)
                .filter(request -> tryAdmit(admission, Cost.HEAVY, caller))
                .count();
    }

    @Test
    void capacityIsConcurrencyPlusQueue() {
        EvaluationExecutor admission = evaluations(FOUR);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).isEqualTo(4 + 64);
        assertThat(admitUntilFull(admission, Cost.HEAVY)).isEqualTo(3 + 32);
        admission.release(Cost.LIGHT, Caller.SERVICE);
        assertThat(tryAdmit(admission, Cost.LIGHT)).isTrue();
        assertThat(tryAdmit(admission, Cost.LIGHT)).isFalse();
        assertThat(tryAdmit(admission, Cost.HEAVY)).isFalse();
    }

    @Test
    void oneCallerTakesHalfOfTheCapacity() {
        EvaluationExecutor admission = evaluations(SMALL);
        Caller greedy = caller("greedy", false);
        assertThat(admitted(admission, greedy, 103)).isEqualTo(3);
        assertThat(admission.isFull(Cost.HEAVY, Caller.SERVICE))
                .as("refusals of one caller are no overload of the others")
                .isFalse();
        assertThat(admitted(admission, caller("other", false), 3)).isEqualTo(3);
        admission.release(Cost.HEAVY, greedy);
        assertThat(admitted(admission, greedy, 1)).isEqualTo(1);
    }

    @Test
    void guestsOfARoomTogetherLeaveCapacityToOthers() {
        EvaluationExecutor admission = evaluations(SMALL);
        int admitted = 0;
        while (tryAdmit(admission, Cost.HEAVY, caller("guest " + admitted, true))) {
            admitted++;
        }
        assertThat(admitted).isEqualTo(5);
        Caller facilitator = caller("facilitator", false);
        for (int request = 0; request < 3; request++) {
            assertThat(admitted(admission, facilitator, 1)).isEqualTo(1);
            assertThat(admitted(admission, caller("guest", true), 100)).isZero();
            admission.release(Cost.HEAVY, facilitator);
        }
        assertThat(admitted(admission, facilitator, 1)).isEqualTo(1);
        admission.release(Cost.HEAVY, caller("guest 0", true));
        assertThat(admitted(admission, caller("other", false), 1)).isEqualTo(1);
        assertThat(admitted(admission, caller("guest", true), 100)).isZero();
        admission.release(Cost.HEAVY, facilitator);
        assertThat(admitted(admission, facilitator, 1))
                .as("refusals of guests are no overload of the others, regardless of what fills the queue")
                .isEqualTo(1);
    }

    private static void reject(EvaluationExecutor admission, int times) {
        for (int time = 0; time < times; time++) {
            admission.reject(Cost.LIGHT, Caller.SERVICE);
        }
    }

    @Test
    void overloadReducesTheLightQueue() {
        EvaluationExecutor admission = evaluations(FOUR);
        reject(admission, 20);
        assertThat(admission.rejected()).isEqualTo(20);
        assertThat(admitUntilFull(admission, Cost.HEAVY)).as("heavy").isEqualTo(3 + 32);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).as("light").isEqualTo(4 + 2);
        nanos.addAndGet(EvaluationExecutor.OVERLOAD_WINDOW_NANOS - 1);
        assertThat(admission.isFull(Cost.LIGHT, Caller.SERVICE)).isTrue();
        nanos.incrementAndGet();
        assertThat(admission.isFull(Cost.LIGHT, Caller.SERVICE)).isFalse();
        assertThat(tryAdmit(admission, Cost.LIGHT)).isTrue();
        assertThat(admission.admitted(Cost.LIGHT)).isEqualTo(7);
    }

    @Test
    void overloadLastsWhileManyAreRejected() {
        EvaluationExecutor admission = evaluations(FOUR);
        for (int second = 0; second < 5; second++) {
            reject(admission, 20);
            nanos.addAndGet(EvaluationExecutor.OVERLOAD_WINDOW_NANOS - 1);
            assertThat(admitUntilFull(admission, Cost.LIGHT))
                    .as("second %s", second)
                    .isEqualTo(6);
            for (int released = 0; released < 6; released++) {
                admission.release(Cost.LIGHT, Caller.SERVICE);
            }
            nanos.incrementAndGet();
        }
    }

    @Test
    void fewRejectionsAreNoOverload() {
        EvaluationExecutor admission = evaluations(FOUR);
        reject(admission, 11);
        nanos.addAndGet(EvaluationExecutor.OVERLOAD_WINDOW_NANOS);
        reject(admission, 11);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).isEqualTo(68);
    }

    @Test
    void admittedRequestsKeepTheirPermits() {
        EvaluationExecutor admission = evaluations(FOUR);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).isEqualTo(68);
        reject(admission, 20);
        for (int released = 0; released < 62; released++) {
            admission.release(Cost.LIGHT, Caller.SERVICE);
            assertThat(tryAdmit(admission, Cost.LIGHT))
                    .as("after %s releases", released + 1)
                    .isFalse();
        }
        admission.release(Cost.LIGHT, Caller.SERVICE);
        assertThat(tryAdmit(admission, Cost.LIGHT)).isTrue();
    }

    /** A pending call and its thread. */
    private record Call<T>(FutureTask<T> answer, Thread thread) {

        T result() throws Exception {
            return answer.get(60, TimeUnit.SECONDS);
        }

        boolean answered() {
            return answer.isDone();
        }

        /** The exception of the call. */
        Throwable thrown() throws Exception {
            try {
                throw new AssertionError("no exception but " + result());
            } catch (ExecutionException thrown) {
                return thrown.getCause();
            }
        }
    }

    /** Callers of evaluations, each on its own thread, and a latch that blocks their evaluations. */
    private static final class Callers implements AutoCloseable {

        private final EvaluationExecutor evaluations;
        private final CountDownLatch latch = new CountDownLatch(1);
        private final List<Thread> threads = new ArrayList<>();

        Callers(EvaluationExecutor evaluations) {
            this.evaluations = evaluations;
        }

        <T> Call<T> call(Cost cost, Callable<T> evaluation) {
            return call(cost, Caller.SERVICE, evaluation);
        }

        <T> Call<T> call(Cost cost, Caller caller, Callable<T> evaluation) {
            FutureTask<T> answer = new FutureTask<>(() -> evaluations.run(cost, caller, evaluation));
            Thread thread = new Thread(answer, "caller");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
            return new Call<>(answer, thread);
        }

        /** Starts a call whose evaluation runs until the latch opens; returns when it is running. */
        Call<String> busy(Cost cost) throws Exception {
            int before = evaluations.running();
            Call<String> call = call(cost, this::awaitLatch);
            Await.holds("running", () -> evaluations.running() == before + 1);
            return call;
        }

        /** Starts a call whose evaluation is queued; returns when it is in the queue. */
        Call<String> waiting(Cost cost) throws Exception {
            int before = evaluations.waiting(cost);
            Call<String> call = call(cost, this::awaitLatch);
            Await.holds("queued", () -> evaluations.waiting(cost) == before + 1);
            return call;
        }

        private String awaitLatch() throws InterruptedException {
            latch.await();
            return "done";
        }

        void open() {
            latch.countDown();
        }

        /** Ends all calls, so that no test leaves a thread running. */
        @Override
        public void close() throws InterruptedException {
            open();
            evaluations.close();
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(60));
            }
        }
    }
}

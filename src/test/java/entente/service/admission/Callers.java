package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Callers of evaluations, each on a thread of its own, and a door behind which their evaluations can be held up. */
final class Callers implements AutoCloseable {

    private final EvaluationExecutor evaluations;
    private final CountDownLatch door = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Callers(EvaluationExecutor evaluations) {
        this.evaluations = evaluations;
    }

    /** What a caller got, sooner or later. */
    record Call<T>(FutureTask<T> answer, Thread thread) {

        T result() throws Exception {
            return answer.get(60, TimeUnit.SECONDS);
        }

        boolean answered() {
            return answer.isDone();
        }

        /** What was thrown at the caller. */
        Throwable thrown() throws Exception {
            try {
                throw new AssertionError("an answer instead: " + result());
            } catch (ExecutionException thrown) {
                return thrown.getCause();
            }
        }
    }

    <T> Call<T> call(Cost cost, Callable<T> evaluation) {
        FutureTask<T> answer = new FutureTask<>(() -> evaluations.run(cost, evaluation));
        Thread thread = new Thread(answer, "caller");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return new Call<>(answer, thread);
    }

    /** A caller whose evaluation is at work until the door opens; returns when it is. */
    Call<String> busy(Cost cost) throws Exception {
        int before = evaluations.running();
        Call<String> call = call(cost, this::throughTheDoor);
        Await.holds("at work", () -> evaluations.running() == before + 1);
        return call;
    }

    /** A caller whose evaluation has to wait for a place; returns when it does. */
    Call<String> waiting(Cost cost) throws Exception {
        int before = evaluations.waiting(cost);
        Call<String> call = call(cost, this::throughTheDoor);
        Await.holds("in line", () -> evaluations.waiting(cost) == before + 1);
        return call;
    }

    private String throughTheDoor() throws InterruptedException {
        door.await();
        return "through";
    }

    void open() {
        door.countDown();
    }

    /** Ends everybody, so that no test leaves a thread to the next. */
    @Override
    public void close() throws InterruptedException {
        open();
        evaluations.close();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }
}

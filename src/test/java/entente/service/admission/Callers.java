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

/** Callers of evaluations, each on its own thread, and a latch that blocks their evaluations. */
final class Callers implements AutoCloseable {

    private final EvaluationExecutor evaluations;
    private final CountDownLatch latch = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Callers(EvaluationExecutor evaluations) {
        this.evaluations = evaluations;
    }

    /** A pending call and its thread. */
    record Call<T>(FutureTask<T> answer, Thread thread) {

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

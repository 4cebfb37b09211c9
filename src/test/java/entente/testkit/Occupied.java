package entente.testkit;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;

/** All free capacity of a service for evaluations of a cost, until it is closed. */
public final class Occupied implements AutoCloseable {

    private final EvaluationExecutor evaluations;
    private final Cost cost;
    private int admitted;

    /** Waits for what was admitted before: a permit is released shortly after the answer is sent. */
    public Occupied(RunningService service, Cost cost) throws Exception {
        this.evaluations = service.bean(EvaluationExecutor.class);
        this.cost = cost;
        Await.holds("idle", () -> evaluations.admitted(cost) == 0);
        while (!evaluations.isFull(cost, Caller.SERVICE)) {
            evaluations.admit(cost, Caller.SERVICE);
            admitted++;
        }
    }

    /** How many are admitted. */
    public int admitted() {
        return admitted;
    }

    @Override
    public void close() {
        for (int i = 0; i < admitted; i++) {
            evaluations.release(cost, Caller.SERVICE);
        }
    }
}

package entente.service.operations;

import entente.service.admission.EvaluationExecutor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a thread runs that cannot be stopped: only a new process is rid of it. A full line is no illness. */
public final class EvaluationHealth implements HealthIndicator {

    private final EvaluationExecutor evaluations;

    public EvaluationHealth(EvaluationExecutor evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public Health health() {
        int lost = evaluations.lost();
        Health.Builder health = lost == 0 ? Health.up() : Health.down();
        return health.withDetail("places", evaluations.limits().maxConcurrency())
                .withDetail("running", evaluations.running())
                .withDetail("waiting", evaluations.waiting(EvaluationExecutor.Weight.LIGHT))
                .withDetail("waitingHeavy", evaluations.waiting(EvaluationExecutor.Weight.HEAVY))
                .withDetail("lost", lost)
                .build();
    }
}

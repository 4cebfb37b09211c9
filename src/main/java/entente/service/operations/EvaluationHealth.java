package entente.service.operations;

import entente.service.admission.EvaluationExecutor;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while there is a lost thread, which requires a restart. A full queue does not affect health. */
@Component("evaluationsHealthIndicator")
@RequiredArgsConstructor
final class EvaluationHealth implements HealthIndicator {

    private final EvaluationExecutor evaluations;

    @Override
    public Health health() {
        int lost = evaluations.lost();
        Health.Builder health = lost == 0 ? Health.up() : Health.down();
        return health.withDetail("maxConcurrency", evaluations.limits().maxConcurrency())
                .withDetail("running", evaluations.running())
                .withDetail("waiting", evaluations.waiting(EvaluationExecutor.Cost.LIGHT))
                .withDetail("waitingHeavy", evaluations.waiting(EvaluationExecutor.Cost.HEAVY))
                .withDetail("lost", lost)
                .build();
    }
}

package entente.web;

import entente.service.Evaluations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a thread runs that cannot be stopped: only a new process is rid of it. A full line is no illness. */
final class HealthOfEvaluations implements HealthIndicator {

    private final Evaluations evaluations;

    HealthOfEvaluations(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public Health health() {
        int lost = evaluations.lost();
        Health.Builder health = lost == 0 ? Health.up() : Health.down();
        return health.withDetail("places", evaluations.bounds().places())
                .withDetail("running", evaluations.running())
                .withDetail("waiting", evaluations.waiting(Evaluations.Weight.LIGHT))
                .withDetail("waitingHeavy", evaluations.waiting(Evaluations.Weight.HEAVY))
                .withDetail("lost", lost)
                .build();
    }
}

package entente.service.operations;

import entente.service.jobs.JobRunner;
import entente.service.jobs.WorkerState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while this instance does no jobs: its worker's thread has ended, or is at a step that does not end. */
public final class JobHealth implements HealthIndicator {

    private final JobRunner workshop;

    public JobHealth(JobRunner workshop) {
        this.workshop = workshop;
    }

    @Override
    public Health health() {
        WorkerState state = workshop.state();
        Health.Builder health = state == WorkerState.UP ? Health.up() : Health.down();
        return health.withDetail("worker", state.name())
                .withDetail("restarts", workshop.restarts())
                .build();
    }
}

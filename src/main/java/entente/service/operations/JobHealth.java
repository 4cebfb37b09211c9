package entente.service.operations;

import entente.service.jobs.JobRunner;
import entente.service.jobs.WorkerState;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while this instance processes no jobs: its worker thread has ended or is stuck. */
@Component("jobsHealthIndicator")
@RequiredArgsConstructor
final class JobHealth implements HealthIndicator {

    private final JobRunner jobRunner;

    @Override
    public Health health() {
        WorkerState state = jobRunner.state();
        Health.Builder health = state == WorkerState.UP ? Health.up() : Health.down();
        return health.withDetail("worker", state.name())
                .withDetail("restarts", jobRunner.restarts())
                .build();
    }
}

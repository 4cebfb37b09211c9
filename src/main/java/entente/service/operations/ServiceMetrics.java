package entente.service.operations;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Database;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobRunner.WorkerState;
import entente.service.rulebook.ActiveRuleBook;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Metrics of the service. No label has a value chosen by callers. */
@Component
@RequiredArgsConstructor
final class ServiceMetrics implements MeterBinder {

    private final EvaluationExecutor evaluations;
    private final ActiveRuleBook activeRuleBook;
    private final JobRunner jobRunner;
    private final Database store;

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("entente.evaluations.running", evaluations, EvaluationExecutor::running)
                .description("Running evaluations")
                .register(registry);
        for (Cost cost : Cost.values()) {
            Gauge.builder("entente.evaluations.waiting", evaluations, e -> e.waiting(cost))
                    .description("Queued evaluations")
                    .tag("weight", cost == Cost.LIGHT ? "light" : "heavy")
                    .register(registry);
        }
        Gauge.builder("entente.evaluations.lost", evaluations, EvaluationExecutor::lost)
                .description("Threads that cannot be stopped; the third ends the process")
                .register(registry);
        FunctionCounter.builder("entente.evaluations.refused", evaluations, EvaluationExecutor::rejected)
                .description("Requests and evaluations rejected because of a full queue or the queue timeout")
                .register(registry);
        FunctionCounter.builder("entente.evaluations.overdue", evaluations, EvaluationExecutor::timedOut)
                .description("Evaluations stopped at the deadline")
                .register(registry);
        Gauge.builder(
                        "entente.rules.stale",
                        activeRuleBook,
                        book -> book.state().stale() ? 1 : 0)
                .description("1 while the folder contains a refused edit")
                .register(registry);
        Gauge.builder("entente.jobs.worker.up", jobRunner, jobs -> jobs.state() == WorkerState.UP ? 1 : 0)
                .description("1 while jobs are processed here; 0 while the worker thread has ended or is stuck")
                .register(registry);
        Gauge.builder("entente.archive.writable", store, archive -> archive.writable() ? 1 : 0)
                .description("1 while the archive accepts writes, 0 while it is full")
                .register(registry);
    }
}

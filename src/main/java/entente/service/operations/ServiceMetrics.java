package entente.service.operations;

import entente.service.admission.Admission;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.archive.Database;
import entente.service.jobs.JobRunner;
import entente.service.jobs.WorkerState;
import entente.service.rulebook.ActiveRuleBook;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What the service counts beside its requests. No label takes a value that a caller chooses. */
public final class ServiceMetrics implements MeterBinder {

    private final EvaluationExecutor evaluations;
    private final Admission admission;
    private final ActiveRuleBook inForce;
    private final JobRunner workshop;
    private final Database store;

    public ServiceMetrics(
            EvaluationExecutor evaluations,
            Admission admission,
            ActiveRuleBook inForce,
            JobRunner workshop,
            Database store) {
        this.workshop = workshop;
        this.admission = admission;
        this.evaluations = evaluations;
        this.inForce = inForce;
        this.store = store;
    }

    private double rejected() {
        return evaluations.rejected() + (double) admission.rejected();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("entente.evaluations.running", evaluations, EvaluationExecutor::running)
                .description("Evaluations at work")
                .register(registry);
        for (Weight weight : Weight.values()) {
            Gauge.builder("entente.evaluations.waiting", evaluations, e -> e.waiting(weight))
                    .description("Evaluations in line")
                    .tag("weight", weight == Weight.LIGHT ? "light" : "heavy")
                    .register(registry);
        }
        Gauge.builder("entente.evaluations.lost", evaluations, EvaluationExecutor::lost)
                .description("Threads that cannot be stopped; the third ends the process")
                .register(registry);
        FunctionCounter.builder("entente.evaluations.refused", this, ServiceMetrics::rejected)
                .description("Requests and evaluations sent away because there was no room, or the line was slow")
                .register(registry);
        FunctionCounter.builder("entente.evaluations.overdue", evaluations, EvaluationExecutor::timedOut)
                .description("Evaluations given up at the deadline")
                .register(registry);
        Gauge.builder("entente.rules.stale", inForce, book -> book.state().stale() ? 1 : 0)
                .description("1 while an edit of the rule book stands refused")
                .register(registry);
        Gauge.builder("entente.jobs.worker.up", workshop, jobs -> jobs.state() == WorkerState.UP ? 1 : 0)
                .description("1 while jobs are done here; 0 while the worker's thread has ended or is stuck")
                .register(registry);
        FunctionCounter.builder("entente.jobs.worker.restarts", workshop, JobRunner::restarts)
                .description("Threads that were started because the worker's had ended")
                .register(registry);
        Gauge.builder("entente.archive.writable", store, archive -> archive.writable() ? 1 : 0)
                .description("1 while the archive accepts writes, 0 while it is full")
                .register(registry);
        edits("taken", ActiveRuleBook::accepted).register(registry);
        edits("refused", ActiveRuleBook::rejected).register(registry);
    }

    private FunctionCounter.Builder<ActiveRuleBook> edits(String outcome, ToDoubleFunction<ActiveRuleBook> count) {
        return FunctionCounter.builder("entente.rules.edits", inForce, count)
                .description("Edits of the rule book since the start")
                .tag("outcome", outcome);
    }
}

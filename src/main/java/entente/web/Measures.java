package entente.web;

import entente.archive.Store;
import entente.service.Admission;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import entente.service.InForce;
import entente.work.WorkerState;
import entente.work.Workshop;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What the service counts beside its requests. No label takes a value that a caller chooses. */
final class Measures implements MeterBinder {

    private final Evaluations evaluations;
    private final Admission admission;
    private final InForce inForce;
    private final Workshop workshop;
    private final Store store;

    Measures(Evaluations evaluations, Admission admission, InForce inForce, Workshop workshop, Store store) {
        this.workshop = workshop;
        this.admission = admission;
        this.evaluations = evaluations;
        this.inForce = inForce;
        this.store = store;
    }

    private double refused() {
        return evaluations.refused() + (double) admission.refused();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("entente.evaluations.running", evaluations, Evaluations::running)
                .description("Evaluations at work")
                .register(registry);
        for (Weight weight : Weight.values()) {
            Gauge.builder("entente.evaluations.waiting", evaluations, e -> e.waiting(weight))
                    .description("Evaluations in line")
                    .tag("weight", weight == Weight.LIGHT ? "light" : "heavy")
                    .register(registry);
        }
        Gauge.builder("entente.evaluations.lost", evaluations, Evaluations::lost)
                .description("Threads that cannot be stopped; the third ends the process")
                .register(registry);
        FunctionCounter.builder("entente.evaluations.refused", this, Measures::refused)
                .description("Requests and evaluations sent away because there was no room, or the line was slow")
                .register(registry);
        FunctionCounter.builder("entente.evaluations.overdue", evaluations, Evaluations::timedOut)
                .description("Evaluations given up at the deadline")
                .register(registry);
        Gauge.builder("entente.rules.stale", inForce, book -> book.state().stale() ? 1 : 0)
                .description("1 while an edit of the rule book stands refused")
                .register(registry);
        Gauge.builder("entente.jobs.worker.up", workshop, jobs -> jobs.state() == WorkerState.UP ? 1 : 0)
                .description("1 while jobs are done here; 0 while the worker's thread has ended or is stuck")
                .register(registry);
        FunctionCounter.builder("entente.jobs.worker.restarts", workshop, Workshop::restarts)
                .description("Threads that were started because the worker's had ended")
                .register(registry);
        Gauge.builder("entente.archive.writable", store, archive -> archive.writable() ? 1 : 0)
                .description("1 while the archive accepts writes, 0 while it is full")
                .register(registry);
        edits("taken", InForce::taken).register(registry);
        edits("refused", InForce::refused).register(registry);
    }

    private FunctionCounter.Builder<InForce> edits(String outcome, ToDoubleFunction<InForce> count) {
        return FunctionCounter.builder("entente.rules.edits", inForce, count)
                .description("Edits of the rule book since the start")
                .tag("outcome", outcome);
    }
}

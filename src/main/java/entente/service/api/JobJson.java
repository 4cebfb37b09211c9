package entente.service.api;

import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.INSTANT;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.UUID;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.written;

import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.service.archive.Job;
import entente.service.problem.ProblemWriter;
import java.util.List;

/** JSON of a job with its result. */
final class JobJson {

    static final ResultDocument<Job> DOCUMENT = new ResultDocument<>(
            "job",
            "job",
            "The state of a job.",
            Form.<Job>named("job")
                    .required("id", UUID, Job::id)
                    .required("kind", choice(List.of("batch")), Job::kind)
                    .required("state", choice(Job.State.values()), Job::state)
                    .required("at", INSTANT, "Time of the request.", Job::at)
                    .required("done", COUNT, "Evaluated scenarios.", Job::done)
                    .required("total", POSITIVE, "Scenarios of the batch.", Job::total)
                    .optional(
                            "problem",
                            written(ProblemWriter.DOCUMENT),
                            "Why it failed.",
                            job -> job.result().filter(result -> job.state() == Job.State.FAILED))
                    .optional(
                            "result",
                            written(BatchResults.DOCUMENT),
                            "The results of the batch.",
                            job -> job.result().filter(result -> job.state() != Job.State.FAILED))
                    .present(List.of("result"), "state", Job.State.DONE.name())
                    .present(List.of("problem"), "state", Job.State.FAILED.name()));

    private JobJson() {}
}

package entente.service.api;

import static entente.report.json.JsonTypes.*;

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
                            job -> job.result().filter(result -> job.state() == Job.State.FAILED))
                    .described("Why it failed.")
                    .optional(
                            "result",
                            written(BatchResults.DOCUMENT),
                            job -> job.result().filter(result -> job.state() != Job.State.FAILED))
                    .described("The results of the batch.")
                    .present(List.of("result"), "state", Job.State.DONE.name())
                    .present(List.of("problem"), "state", Job.State.FAILED.name()));

    private JobJson() {}
}

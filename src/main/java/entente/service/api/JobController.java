package entente.service.api;

import entente.report.json.JsonWriter;
import entente.service.archive.Job;
import entente.service.archive.StoredResponse;
import entente.service.jobs.JobRunner;
import entente.service.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Long work: asked after and cancelled by who asked for it. */
@Controller
class JobController {

    static final String PATH = "/api/v1/work";

    private final JobRunner workshop;

    JobController(JobRunner workshop) {
        this.workshop = workshop;
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "getWork",
            description = "How far long work of yours is, and what came of it; its result can be had for 24 hours.",
            archive = Operation.Archive.READS,
            problems = ProblemType.NOT_FOUND,
            responses = @Operation.Good(status = 200, description = "Where it stands.", schema = "work"))
    StoredResponse get(ApiRequest asked, @PathVariable String id) {
        return Responses.json(
                200,
                json(workshop.find(ApiRequest.uuid(id), asked.owner()).orElseThrow(ApiRequest::notFound)));
    }

    @DeleteMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "cancelWork",
            description = "Ends long work of yours before its time; what it has kept until then stays kept.",
            archive = Operation.Archive.WRITES,
            problems = {ProblemType.NOT_FOUND, ProblemType.CONFLICT},
            responses = @Operation.Good(status = 200, description = "It is cancelled.", schema = "work"))
    StoredResponse cancel(ApiRequest asked, @PathVariable String id) {
        return Responses.json(
                200,
                json(workshop.cancel(ApiRequest.uuid(id), asked.owner()).orElseThrow(ApiRequest::notFound)));
    }

    /** Taken in, with where to ask after it. */
    static StoredResponse accepted(Job job) {
        StoredResponse answer = Responses.with(Responses.json(202, json(job)), "Location", PATH + "/" + job.id());
        return Responses.with(answer, "Retry-After", "1");
    }

    private static String json(Job job) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", job.id().toString());
        entry.put("kind", job.kind());
        entry.put("state", job.state().name());
        entry.put("at", job.at().toString());
        entry.put("done", job.done());
        entry.put("total", job.total());
        job.result()
                .ifPresent(result -> entry.put(
                        job.state() == Job.State.FAILED ? "problem" : "result",
                        new JsonWriter.Written(result.strip())));
        return JsonWriter.write(entry);
    }
}

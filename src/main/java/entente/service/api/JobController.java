package entente.service.api;

import entente.service.api.Operation.Response;
import entente.service.archive.Job;
import entente.service.archive.StoredResponse;
import entente.service.jobs.JobRunner;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Returns and cancels jobs of the caller. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class JobController {

    static final String PATH = "/api/v1/jobs";

    private final JobRunner jobRunner;

    @GetMapping(PATH + "/{id}")
    @Operation(
            id = "getJob",
            access = Access.READER,
            description = "Returns the progress and result of a job of the caller; results are available for 24 hours.",
            archive = Operation.Archive.READS,
            problems = ProblemType.NOT_FOUND)
    @Response(description = "The state of the job.", schema = "job")
    StoredResponse get(ApiRequest request, @PathVariable String id) {
        return Responses.json(
                200,
                ServiceDocuments.JOB.pretty(
                        jobRunner.find(ApiRequest.uuid(id), request.owner()).orElseThrow(ApiRequest::notFound)));
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(
            id = "cancelJob",
            access = Access.ANALYST,
            description = "Cancels a job of the caller; assessments that it has stored remain stored.",
            archive = Operation.Archive.WRITES,
            problems = {ProblemType.NOT_FOUND, ProblemType.CONFLICT})
    @Response(description = "The job is cancelled.", schema = "job")
    StoredResponse cancel(ApiRequest request, @PathVariable String id) {
        return Responses.json(
                200,
                ServiceDocuments.JOB.pretty(
                        jobRunner.cancel(ApiRequest.uuid(id), request.owner()).orElseThrow(ApiRequest::notFound)));
    }

    /** 202 with the location of the job. */
    static StoredResponse accepted(Job job) {
        StoredResponse answer = Responses.with(
                Responses.json(202, ServiceDocuments.JOB.pretty(job)), "Location", PATH + "/" + job.id());
        return Responses.with(answer, "Retry-After", "1");
    }
}

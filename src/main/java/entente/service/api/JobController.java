package entente.service.api;

import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
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

    private final JobTable jobs;

    @GetMapping(PATH + "/{id}")
    @Operation(
            access = Access.READER,
            description = "Returns the progress and result of a job of the caller; results are available for 24 hours.",
            archive = Operation.Archive.READS)
    @Response(description = "The state of the job.", schema = "job")
    ApiResponse getJob(ApiRequest request, @PathVariable String id) {
        Job job = jobs.find(ApiRequest.uuid(id), request.owner()).orElseThrow(ApiRequest::notFound);
        return Responses.json(200, ServiceDocuments.JOB.pretty(job));
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(
            access = Access.ANALYST,
            description = "Cancels a job of the caller; assessments that it has stored remain stored.",
            problems = ProblemType.CONFLICT)
    @Response(description = "The job is cancelled.", schema = "job")
    ApiResponse cancelJob(ApiRequest request, @PathVariable String id) {
        Job job = jobs.cancel(ApiRequest.uuid(id), request.owner()).orElseThrow(ApiRequest::notFound);
        return Responses.json(200, ServiceDocuments.JOB.pretty(job));
    }
}

package entente.service.jobs;

import entente.service.archive.Content;

/** Runs jobs of one kind. */
public interface JobTask {

    /**
     * Runs the job. It is restarted from the beginning if its instance dies; idempotency keys derived from the request
     * prevent storing results twice.
     *
     * @param request as it was submitted; may be larger than memory
     * @return the result as JSON
     * @throws entente.service.problem.ProblemException or any other exception if the job fails
     */
    String run(Content request, JobProgress progress) throws Exception;
}

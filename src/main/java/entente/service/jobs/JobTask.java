package entente.service.jobs;

import entente.service.archive.Content;

/** How one kind of long work is done. */
public interface JobTask {

    /**
     * Does the work. It may be done again from the start, when the instance that began it dies: what it keeps is kept once
     * by keys that follow from the request.
     *
     * @param request as it was submitted; may be larger than memory
     * @return the result, as it is shown
     * @throws entente.service.problem.ProblemException or anything else when it fails as a whole
     */
    String run(Content request, JobProgress progress) throws Exception;
}

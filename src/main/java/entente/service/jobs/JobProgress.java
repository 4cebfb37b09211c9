package entente.service.jobs;

/** Where a task says how far it is. Between two calls no more time should pass than a caller waits for a cancel. */
public interface JobProgress {

    /**
     * @param steps done so far, of the total that was submitted
     * @throws JobCancelledException when the work was cancelled, or is another's now
     */
    void done(int steps);
}

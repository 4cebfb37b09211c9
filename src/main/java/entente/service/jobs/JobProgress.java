package entente.service.jobs;

/** Reports the progress of a task. The time between two calls determines how soon a cancellation takes effect. */
public interface JobProgress {

    /**
     * @param steps done so far, of the total that was submitted
     * @throws JobCancelledException if the job was cancelled or taken over by another instance
     */
    void done(int steps);
}

package entente.service.jobs;

/** Stops a task that must not continue; tasks must not catch it. */
public final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobCancelledException() {
        super("stopped", null, false, false);
    }
}

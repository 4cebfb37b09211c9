package entente.service.jobs;

/** The work is not to go on; the task lets it through. */
public final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobCancelledException() {
        super("stopped", null, false, false);
    }
}

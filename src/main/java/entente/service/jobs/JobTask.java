package entente.service.jobs;

import entente.service.archive.Content;

/** Runs jobs of one kind. */
public interface JobTask {

    /**
     * Runs the job. It is restarted from the beginning if its instance dies or after a temporary fault; idempotency keys
     * derived from the request prevent storing results twice.
     *
     * @param request as it was submitted; may be larger than memory
     * @return the result as JSON
     * @throws entente.service.problem.ProblemException or any other exception if the job fails; after a temporary one, or
     *     an {@link java.io.IOException}, it is tried again
     */
    String run(Content request, Progress progress) throws Exception;

    /** Reports the progress of a task. The time between two calls determines how soon a cancellation takes effect. */
    interface Progress {

        /**
         * @param steps done so far, of the total that was submitted
         * @throws Cancelled if the job was cancelled or taken over by another instance
         */
        void done(int steps);

        /** Whether the job fails if a temporary fault stops this attempt. */
        default boolean isLastAttempt() {
            return false;
        }
    }

    /** Stops a task that must not continue; tasks must not catch it. */
    final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1;

        Cancelled() {
            super("stopped", null, false, false);
        }
    }
}

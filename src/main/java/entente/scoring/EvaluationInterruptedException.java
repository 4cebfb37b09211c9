package entente.scoring;

/**
 * The thread was interrupted because the result is no longer needed. Long searches check this for each evaluated
 * scenario. The interrupt flag stays set, so that callers stop as well.
 */
public final class EvaluationInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private EvaluationInterruptedException() {
        super("evaluation interrupted", null, false, false);
    }

    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EvaluationInterruptedException();
        }
    }
}

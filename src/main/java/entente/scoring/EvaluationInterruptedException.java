package entente.scoring;

/**
 * Somebody has interrupted the thread, for nobody waits for the answer any more. Whatever is reckoned over many worlds
 * looks at each world whether that is so; the interrupt stays set, so that what is around it ends as well.
 */
public final class EvaluationInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private EvaluationInterruptedException() {
        super("stopped", null, false, false);
    }

    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EvaluationInterruptedException();
        }
    }
}

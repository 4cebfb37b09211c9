package entente.assessment;

/**
 * Somebody has interrupted the thread, for nobody waits for the answer any more. Whatever is reckoned over many worlds
 * looks at each world whether that is so; the interrupt stays set, so that what is around it ends as well.
 */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Stopped() {
        super("stopped", null, false, false);
    }

    static void ifTold() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }
}

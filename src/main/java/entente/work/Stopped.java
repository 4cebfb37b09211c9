package entente.work;

/** The work is not to go on; the task lets it through. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped() {
        super("stopped", null, false, false);
    }
}

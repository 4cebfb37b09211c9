package entente.briefing;

/** A request that an archive of editions refuses; the message is a sentence for its author. */
public final class EditionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EditionException(String message) {
        super(message, null, false, false);
    }
}

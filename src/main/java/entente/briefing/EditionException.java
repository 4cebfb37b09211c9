package entente.briefing;

import java.util.Objects;

/** A request that an archive of briefings refuses; the message is a sentence for its author. */
public final class EditionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EditionException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

package entente.service.workshop;

import entente.service.keys.Secret;
import java.security.SecureRandom;
import java.util.Optional;

/** A secret that gives its holder a role in a workshop. */
final class WorkshopToken extends Secret {

    /** Distinguishes tokens from keys of the service. */
    static final String PREFIX = "entw_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = PREFIX.length() + RANDOM_LENGTH;

    private WorkshopToken(String text) {
        super(text);
    }

    static WorkshopToken generate() {
        return new WorkshopToken(random(PREFIX, RANDOM));
    }

    /** A received token, valid or not; empty if it cannot be one. */
    static Optional<WorkshopToken> of(String text) {
        return text.startsWith(PREFIX) && text.length() == LENGTH
                ? Optional.of(new WorkshopToken(text))
                : Optional.empty();
    }
}

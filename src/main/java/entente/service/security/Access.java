package entente.service.security;

import entente.service.keys.Role;
import java.util.Optional;

/** The access that an endpoint requires. */
public enum Access {
    PUBLIC,
    READER,
    ANALYST,
    OPERATOR,
    /** Endpoints that are not listed. */
    DENIED;

    /** The required role; empty for public and denied endpoints. */
    Optional<Role> role() {
        return switch (this) {
            case READER -> Optional.of(Role.READER);
            case ANALYST -> Optional.of(Role.ANALYST);
            case OPERATOR -> Optional.of(Role.OPERATOR);
            case PUBLIC, DENIED -> Optional.empty();
        };
    }
}

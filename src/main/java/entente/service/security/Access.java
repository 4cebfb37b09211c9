package entente.service.security;

import entente.service.keys.Role;
import java.util.Optional;

/** Who may use an address. */
public enum Access {
    PUBLIC,
    READER,
    ANALYST,
    OPERATOR,
    /** What stands on no list. */
    DENIED;

    /** The role that is needed; none for everybody and nobody. */
    Optional<Role> role() {
        return switch (this) {
            case READER -> Optional.of(Role.READER);
            case ANALYST -> Optional.of(Role.ANALYST);
            case OPERATOR -> Optional.of(Role.OPERATOR);
            case PUBLIC, DENIED -> Optional.empty();
        };
    }
}

package entente.service.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the holder of a key may do; each includes those before it. */
public enum Role {
    /** Reads. */
    READER,
    /** Has scenarios assessed, and keeps and changes them. */
    ANALYST,
    /** Sees the figures of the running service. */
    OPERATOR;

    /** The role with this name, in small letters or large. */
    public static Optional<Role> of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** This one and all that it includes. */
    public List<Role> all() {
        return Arrays.stream(values()).filter(this::includes).toList();
    }

    /** As it is written in a key file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

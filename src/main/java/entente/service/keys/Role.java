package entente.service.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The roles of callers; each includes those before it. */
public enum Role {
    /** May read, and evaluate scenarios without storing anything. */
    READER,
    /** May store, change and publish. */
    ANALYST,
    /** May read the metrics of the service. */
    OPERATOR;

    /** The role with this name, ignoring case. */
    public static Optional<Role> of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    public List<Role> all() {
        return Arrays.stream(values()).filter(this::includes).toList();
    }

    /** As it is written in a key file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

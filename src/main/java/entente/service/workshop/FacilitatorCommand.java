package entente.service.workshop;

import java.util.List;
import java.util.Locale;
import lombok.Getter;

/** What a facilitator does to a workshop. */
@Getter
public enum FacilitatorCommand {
    START_ROUND(),
    REVEAL(),
    HIDE(),
    PAUSE(),
    RESUME(),
    LOCK("readings"),
    UNLOCK("readings"),
    SETTLE("moves"),
    TIMER("seconds"),
    CALL("message"),
    JOINING("joining"),
    RENAME("group", "name"),
    MERGE("group", "into"),
    REMOVE("groups"),
    END();

    /** The fields that it needs. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
    private final List<String> fields;

    FacilitatorCommand(String... fields) {
        this.fields = List.of(fields);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

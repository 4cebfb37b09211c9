package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Group;
import entente.model.Points;
import java.util.Locale;

/** The sum of the effective claims of a group. */
@JsonPropertyOrder({"id", "kind"})
public record GroupResult(
        @JsonIgnore Group group,
        GroupStatus status,
        @Described("Sum of its rules that fired.") Points alliancePoints,
        Points partnershipPoints) {

    @Described(kind = Kind.ID)
    public String id() {
        return group.id();
    }

    @Described("barrier, driver or state.")
    public String kind() {
        return group.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Whether a barrier or driver is present in a scenario. */
    public enum GroupStatus {
        /** At least one claim fired. */
        PRESENT,
        /** No claim fired and at least one depends on an unknown reading. */
        UNKNOWN,
        ABSENT
    }
}

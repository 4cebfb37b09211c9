package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Commitment;
import entente.model.Described;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result: likelihood, interval, relationship, commitment and flags.
 *
 * @param likelihood likelihood from the known readings
 * @param relationship empty if less than half of the relevant readings are known
 */
@JsonPropertyOrder({"relationships", "commitment"})
public record Verdict(
        @JsonIgnore Percent likelihood,
        @JsonIgnore Interval interval,
        @JsonIgnore Optional<Relationship> relationship,

        @Described("All relationships that the open readings allow, ascending.")
        List<Relationship> relationships,

        @Described("What the treaty in force commits the two to; UNKNOWN where it is not rated.")
        Commitment commitment,

        @JsonIgnore Set<VerdictFlag> flags) {

    @JsonProperty("flags")
    @Described("Special circumstances of the verdict.")
    public List<VerdictFlag> flagsInOrder() {
        return flags.stream().sorted().toList();
    }

    /** Whether the band or the relationship differs. */
    public boolean differsFrom(Verdict other) {
        return likelihood.band() != other.likelihood.band()
                || !relationship.equals(other.relationship)
                || (relationship.isEmpty() && !relationships.equals(other.relationships));
    }
}

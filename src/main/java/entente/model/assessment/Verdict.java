package entente.model.assessment;

import entente.model.Commitment;
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
 * @param relationships every state possible given the unknown readings, ascending
 */
public record Verdict(
        Percent likelihood,
        Interval interval,
        Optional<Relationship> relationship,
        List<Relationship> relationships,
        Commitment commitment,
        Set<VerdictFlag> flags) {

    /** Whether the band or the relationship differs. */
    public boolean differsFrom(Verdict other) {
        return likelihood.band() != other.likelihood.band()
                || !relationship.equals(other.relationship)
                || (relationship.isEmpty() && !relationships.equals(other.relationships));
    }
}

package entente.model.assessment;

import entente.model.Commitment;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answer.
 *
 * @param likelihood what stands on the readings that are known
 * @param relationship empty when under half of the readings that bear on it are known
 * @param relationships every state that the unknown readings allow, ascending
 */
public record Verdict(
        Percent likelihood,
        Interval interval,
        Optional<Relationship> relationship,
        List<Relationship> relationships,
        Commitment commitment,
        Set<VerdictFlag> flags) {

    /** Whether another verdict lies in another band or expects another relationship. */
    public boolean differsFrom(Verdict other) {
        return likelihood.band() != other.likelihood.band()
                || !relationship.equals(other.relationship)
                || (relationship.isEmpty() && !relationships.equals(other.relationships));
    }
}

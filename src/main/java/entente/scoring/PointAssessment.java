package entente.scoring;

import entente.model.Commitment;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.model.assessment.VerdictFlag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands on the readings that are known, without what the unknown ones allow: no interval, no confidence. Costs a
 * small part of an {@link entente.model.assessment.Assessment}, of which every member is the same.
 *
 * @param ledger every rule of the book exactly once, in the book's order
 * @param relationship empty when under half of the readings that bear on it are known
 */
public record PointAssessment(
        List<LedgerRow> ledger,
        PointBalance balance,
        Percent likelihood,
        Optional<Relationship> relationship,
        Commitment commitment,
        Set<VerdictFlag> flags) {}

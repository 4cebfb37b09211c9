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
 * The part of an {@link entente.model.assessment.Assessment} that depends on known readings only, without interval and
 * confidence, and much cheaper to compute.
 *
 * @param ledger every rule of the book exactly once, in the book's order
 * @param relationship empty if less than half of the relevant readings are known
 */
public record PointAssessment(
        List<LedgerRow> ledger,
        PointBalance balance,
        Percent likelihood,
        Optional<Relationship> relationship,
        Commitment commitment,
        Set<VerdictFlag> flags) {}

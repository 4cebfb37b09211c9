package entente.assessment;

import entente.domain.Balance;
import entente.domain.Commitment;
import entente.domain.Flag;
import entente.domain.LedgerRow;
import entente.domain.Percent;
import entente.domain.Relationship;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands on the readings that are known, without what the unknown ones allow: no interval, no confidence. Costs a
 * small part of an {@link entente.domain.Assessment}, of which every member is the same.
 *
 * @param ledger every rule of the book exactly once, in the book's order
 * @param relationship empty when under half of the readings that bear on it are known
 */
public record Findings(
        List<LedgerRow> ledger,
        Balance balance,
        Percent likelihood,
        Optional<Relationship> relationship,
        Commitment commitment,
        Set<Flag> flags) {}

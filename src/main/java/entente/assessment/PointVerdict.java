package entente.assessment;

import entente.domain.Percent;
import entente.domain.Points;
import entente.domain.Relationship;

/** The point answer to a world: no interval, ledger or confidence. */
public record PointVerdict(Points result, Points partnership, Relationship relationship) {

    public Percent likelihood() {
        return Percent.of(result);
    }
}

package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;

/** The point result without interval, ledger and confidence. */
public record PointVerdict(Points result, Points partnership, Relationship relationship) {

    public Percent likelihood() {
        return Percent.of(result);
    }
}

package entente.analysis.attribution;

import entente.model.AssumptionKind;
import java.util.List;

/**
 * A difference between two likelihoods, in tenths of a percent, attributed completely to readings and assumptions.
 * The share of each part is its Shapley value: its average contribution over all orders in which the parts can be
 * switched.
 *
 * @param readings by barrier or driver, and below that by reading where that is cheap to compute
 * @param assumptions by {@link AssumptionKind}
 */
public record Attribution(Share readings, Share assumptions) {

    /** The difference as printed, in tenths of a percent. */
    public int tenths() {
        return readings.rounded() + assumptions.rounded();
    }

    /** Whether some parts were combined because there were too many. */
    public boolean hasCombinedShares() {
        return readings.parts().stream().anyMatch(Share::isCombined) || assumptions.isCombined();
    }

    public List<Share> shares() {
        return List.of(readings, assumptions);
    }
}

package entente.analysis.attribution;

import entente.model.AssumptionKind;
import java.util.List;

/**
 * A difference between two likelihoods, in tenths of a percent, split without a rest into what comes of readings and
 * what comes of assumptions. Every part has its Shapley share: what switching it adds, on average over all orders in
 * which the parts can be switched.
 *
 * @param readings by barrier or driver, and within one by reading where that is cheap
 * @param assumptions by {@link AssumptionKind}
 */
public record Attribution(Share readings, Share assumptions) {

    /** The printed difference, in tenths of a percent. */
    public int tenths() {
        return readings.rounded() + assumptions.rounded();
    }

    /** Whether some parts were too many to be told apart. */
    public boolean hasCombinedShares() {
        return readings.zzparts().stream().anyMatch(Share::isCombined) || assumptions.isCombined();
    }

    /** All parts of both halves. */
    public List<Share> shares() {
        return List.of(readings, assumptions);
    }
}

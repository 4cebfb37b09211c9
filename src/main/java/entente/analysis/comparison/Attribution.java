package entente.analysis.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import java.util.List;

/**
 * A difference between two likelihoods, in tenths of a percent, attributed completely to readings and assumptions.
 * The share of each part is its Shapley value: its average contribution over all orders in which the parts can be
 * switched.
 */
@JsonPropertyOrder("percentagePoints")
public record Attribution(
        @JsonProperty("becauseOfReadings")
        @Described(
                "By barrier or driver, and within one by reading where that is cheap. What is not listed has no share.")
        Share readings,

        @JsonProperty("becauseOfAssumptions")
        @Described(
                "By horizonYears, baseRatePercent (also for another reference class), weights, emphasis, cutPoints and without.")
        Share assumptions) {

    /** The difference as printed, in tenths of a percent. */
    public int tenths() {
        return readings.rounded() + assumptions.rounded();
    }

    @Described(value = "Difference in likelihood; the next two add up to it.", kind = Kind.PERCENTAGE_POINTS)
    public double percentagePoints() {
        return tenths() / 10.0;
    }

    /** Whether some parts were combined because there were too many. */
    public boolean hasCombinedShares() {
        return readings.parts().stream().anyMatch(Share::isCombined) || assumptions.isCombined();
    }

    public List<Share> shares() {
        return List.of(readings, assumptions);
    }

    /** The shares of barriers, drivers and kinds of assumptions. */
    public List<Share> parts() {
        return shares().stream().flatMap(half -> half.parts().stream()).toList();
    }
}

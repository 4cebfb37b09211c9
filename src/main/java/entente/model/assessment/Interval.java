package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.Band;
import entente.model.Described;
import entente.model.Percent;
import java.util.List;

/**
 * The lowest and highest likelihood that the unknown readings and the ranges allow.
 *
 * @param exact whether both ends are attained; otherwise they are outer bounds
 */
public record Interval(
        @JsonProperty("lowPercent") @Described("Lowest likelihood that the open readings allow.")
        Percent low,

        @JsonProperty("highPercent") @Described("Highest likelihood that the open readings allow.")
        Percent high,

        @JsonIgnore boolean exact) {

    private static final int MOST_POINTS = 6;

    /** Every band from the lowest to the highest likelihood. */
    public List<Band> bands() {
        return List.of(Band.values()).subList(low.band().ordinal(), high.band().ordinal() + 1);
    }

    /**
     * Whether the ends are in different bands and more than six points apart, ten times the common logarithm of the odds: a
     * factor of four in the odds. Then a single likelihood would say more than is known, and the interval is what is stated.
     */
    public boolean isWide() {
        return low.band() != high.band() && points(high) - points(low) > MOST_POINTS;
    }

    private static double points(Percent percent) {
        return 10 * StrictMath.log10(percent.value() / (100 - percent.value()));
    }

    public int widthTenths() {
        return high.tenths() - low.tenths();
    }
}

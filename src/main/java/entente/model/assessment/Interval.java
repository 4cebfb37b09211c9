package entente.model.assessment;

import entente.model.Band;
import entente.model.Percent;
import java.util.List;

/**
 * The lowest and highest likelihood that the unknown readings and the ranges allow.
 *
 * @param exact whether both ends are attained; otherwise they are outer bounds
 */
public record Interval(Percent low, Percent high, boolean exact) {

    /** Every band from the lowest to the highest likelihood. */
    public List<Band> bands() {
        return List.of(Band.values()).subList(low.band().ordinal(), high.band().ordinal() + 1);
    }

    public int widthTenths() {
        return high.tenths() - low.tenths();
    }
}

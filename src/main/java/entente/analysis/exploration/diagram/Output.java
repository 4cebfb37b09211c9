package entente.analysis.exploration.diagram;

import entente.model.Band;
import java.util.Optional;

/** The outputs whose expectations are computed, by number: each band as 0 or 1, then the likelihood in percent. */
public final class Output {

    public static final int PERCENT = Band.values().length;
    public static final int COUNT = PERCENT + 1;

    private Output() {}

    /** The output that indices explain: whether a band is reached, or the likelihood. */
    public static int of(Optional<Band> band) {
        return band.map(Enum::ordinal).orElse(PERCENT);
    }
}

package entente.analysis.flip;

import com.fasterxml.jackson.annotation.JsonValue;
import entente.model.Band;

/** The band that a change of readings must reach. */
public sealed interface FlipTarget {

    boolean isMet(Band now, Band then);

    /** The name of a band, UP or DOWN. */
    @JsonValue
    String name();

    /** Exactly this band. */
    record To(Band band) implements FlipTarget {
        @Override
        public boolean isMet(Band now, Band then) {
            return then == band;
        }

        @Override
        public String name() {
            return band.name();
        }
    }

    /** Any higher band. */
    record Up() implements FlipTarget {
        @Override
        public boolean isMet(Band now, Band then) {
            return then.compareTo(now) > 0;
        }

        @Override
        public String name() {
            return "UP";
        }
    }

    /** Any lower band. */
    record Down() implements FlipTarget {
        @Override
        public boolean isMet(Band now, Band then) {
            return then.compareTo(now) < 0;
        }

        @Override
        public String name() {
            return "DOWN";
        }
    }
}

package entente.analysis.flip;

import entente.model.Band;

/** The band that a change of readings must reach. */
public sealed interface FlipTarget {

    boolean isMet(Band now, Band then);

    /** Exactly this band. */
    record To(Band band) implements FlipTarget {
        @Override
        public boolean isMet(Band now, Band then) {
            return then == band;
        }
    }

    /** Any higher band. */
    record Up() implements FlipTarget {
        @Override
        public boolean isMet(Band now, Band then) {
            return then.compareTo(now) > 0;
        }
    }

    /** Any lower band. */
    record Down() implements FlipTarget {
        @Override
        public boolean isMet(Band now, Band then) {
            return then.compareTo(now) < 0;
        }
    }
}

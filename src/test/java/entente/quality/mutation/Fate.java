package entente.quality.mutation;

import entente.quality.mutation.Killer.Kind;
import java.util.Optional;

/**
 * What became of a mutant.
 *
 * @param by the first kind of killer that it fails
 */
record Fate(Mutant mutant, State state, Optional<Kind> by) {

    enum State {
        /** The book's own readers refuse it; it counts neither way. */
        REFUSED,
        /** Proved by {@link SameAnswers} to give the same answers in every world. */
        SAME,
        /** Listed in equivalent.yaml. */
        LISTED,
        KILLED,
        SURVIVED
    }
}

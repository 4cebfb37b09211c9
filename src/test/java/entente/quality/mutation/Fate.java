package entente.quality.mutation;

import entente.quality.mutation.Killer.Kind;
import java.util.Optional;

/**
 * The result of a mutant.
 *
 * @param by the first killer that it fails
 */
record Fate(Mutant mutant, State state, Optional<Kind> by) {

    enum State {
        /** The rule book does not load; not counted. */
        REFUSED,
        /** Proved equivalent by {@link SameAnswers}. */
        SAME,
        /** Listed in equivalent.yaml. */
        LISTED,
        KILLED,
        SURVIVED
    }
}

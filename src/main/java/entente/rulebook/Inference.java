package entente.rulebook;

import entente.model.Grade;

/** Determines which rules hold: Drools itself, or the truth tables that it filled. Thread-safe. */
public interface Inference {

    /**
     * Whether each rule holds, in the order of the book.
     *
     * @param grades of all indicators, in the order of the catalogue
     */
    boolean[] satisfiedRules(Grade[] grades);
}

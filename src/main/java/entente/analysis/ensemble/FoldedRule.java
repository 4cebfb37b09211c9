package entente.analysis.ensemble;

import java.util.List;

/**
 * A rule as far as it depends on the varied indicators: conditions on fixed readings that hold are removed.
 *
 * @param columns the varied indicators that it reads
 * @param masks for each of them the grades with which it can fire, a bit for each ordinal
 * @param points packed points on both questions
 * @param signal bits of {@link OutcomeColumns#signals} that it sets if it is effective, or 0
 * @param pact whether it claims a pact, which is hollow when it is overridden
 * @param suppressors the rules that override it, as positions in the list of folded rules
 */
record FoldedRule(int[] columns, int[] masks, long points, int signal, boolean pact, List<Integer> suppressors) {

    boolean always() {
        return columns.length == 0;
    }
}

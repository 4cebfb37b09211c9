package entente.analysis.comparison;

import entente.model.AssumptionKind;
import java.util.List;
import java.util.Set;

/**
 * A unit of attribution between two scenarios: the differing readings of a barrier or driver, or one kind of
 * assumption; several of them if combined.
 *
 * @param ids ids of groups or of kinds
 * @param positions catalogue positions of the differing readings
 * @param kinds kinds of assumptions that differ
 */
record ScenarioPart(List<String> ids, int[] positions, Set<AssumptionKind> kinds) {

    boolean hasReadings() {
        return kinds.isEmpty();
    }
}

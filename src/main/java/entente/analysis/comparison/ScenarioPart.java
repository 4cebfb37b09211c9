package entente.analysis.comparison;

import entente.model.AssumptionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is switched as one when two scenarios are compared: the readings of a barrier or driver, or one kind of
 * assumption; or several of them, where there are too many.
 *
 * @param of ids of groups or of kinds
 * @param places of the readings that differ, in the catalogue
 * @param kinds of assumptions that differ
 */
record ScenarioPart(List<String> ids, int[] positions, Set<AssumptionKind> kinds) {

    boolean hasReadings() {
        return kinds.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScenarioPart part && ids.equals(part.ids);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }

    @Override
    public String toString() {
        return ids + " " + Arrays.toString(positions);
    }
}

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
record ScenarioPart(List<String> of, int[] places, Set<AssumptionKind> kinds) {

    boolean reads() {
        return kinds.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScenarioPart part && of.equals(part.of);
    }

    @Override
    public int hashCode() {
        return of.hashCode();
    }

    @Override
    public String toString() {
        return of + " " + Arrays.toString(places);
    }
}

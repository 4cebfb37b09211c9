package entente.analysis.exploration.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule book as a diagram: from the first layer to the last each reading is learned in turn, and equal futures are one
 * state. It depends on rules and points only, not on probabilities, base rate or ceilings.
 *
 * @param alliance alliance points that hold for all readings, in hundredths
 * @param partnership partnership points that hold for all readings, in hundredths
 * @param flags of each state after the last layer
 */
public record Diagram(List<Layer> layers, int alliance, int partnership, int[] flags) {

    /**
     * The same with the layer of an indicator as the last, where no state is told apart by it nor by those after it: then
     * their order does not matter. Empty otherwise.
     */
    public Optional<Diagram> withLast(int indicator) {
        int from = 0;
        while (layers.get(from).indicator() != indicator) {
            from++;
        }
        if (!layers.subList(from, layers.size()).stream().allMatch(Layer::keepsState)) {
            return Optional.empty();
        }
        List<Layer> moved = new ArrayList<>(layers);
        moved.add(moved.remove(from));
        return Optional.of(new Diagram(moved, alliance, partnership, flags));
    }
}

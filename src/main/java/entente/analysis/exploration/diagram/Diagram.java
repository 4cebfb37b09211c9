package entente.analysis.exploration.diagram;

import java.util.List;

/**
 * A rule book as a diagram: from the first layer to the last each reading is learned in turn, and equal futures are one
 * state. It depends on rules and points only, not on probabilities, base rate or ceilings.
 *
 * @param alliance alliance points that hold for all readings, in hundredths
 * @param partnership partnership points that hold for all readings, in hundredths
 * @param flags of each state after the last layer
 */
public record Diagram(List<Layer> layers, int alliance, int partnership, int[] flags) {

    /** The widest layer. */
    public int width() {
        return layers.stream().mapToInt(Layer::states).max().orElse(1);
    }
}

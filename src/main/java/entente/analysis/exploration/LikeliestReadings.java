package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Layer;
import entente.model.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** The most probable combination of readings that leads to a band, found from the last layer backwards. */
@RequiredArgsConstructor
final class LikeliestReadings {

    private final ExactPasses passes;

    /**
     * @param world its number
     * @param probability of the combination in that world, times that of the world
     * @param grades by indicator
     */
    record Combination(Band band, int world, double probability, int[] grades) {}

    /** In the order of the bands; none for a band that is not reached. */
    List<Combination> all() {
        List<Combination> found = new ArrayList<>();
        for (Band band : Band.values()) {
            IntStream.range(0, passes.priors.worlds())
                    .mapToObj(w -> likeliest(band, w))
                    .flatMap(Optional::stream)
                    .reduce((best, next) -> next.probability() > best.probability() ? next : best)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Combination> likeliest(Band band, int w) {
        double[][] byGrade = passes.priors.byGrade()[w];
        int[] grades = Arrays.stream(byGrade).mapToInt(LikeliestReadings::mode).toArray();
        double[][][] best = new double[passes.layers() + 1][][];
        best[passes.layers()] = passes.pass.values(band.ordinal());
        for (int l = passes.layers() - 1; l >= 0; l--) {
            Layer layer = passes.layer(l);
            double[] modes = modes(layer, byGrade[layer.indicator()]);
            best[l] = passes.pass.rows(l);
            for (int x = 0; x < best[l].length; x++) {
                for (int c = 0; c < layer.classes(); c++) {
                    double probability = modes[c];
                    double[] from = best[l + 1][layer.target()[x][c]];
                    int offset = passes.grid.offset(layer, l, x, c);
                    for (int s = 0; s < best[l][x].length; s++) {
                        best[l][x][s] = Math.max(best[l][x][s], probability * from[offset + s]);
                    }
                }
            }
        }
        if (best[0][0][0] <= 0) {
            return Optional.empty();
        }
        int x = 0;
        int s = 0;
        for (int l = 0; l < passes.layers(); l++) {
            Layer layer = passes.layer(l);
            double[] modes = modes(layer, byGrade[layer.indicator()]);
            int c = 0;
            while (modes[c] * best[l + 1][layer.target()[x][c]][passes.grid.offset(layer, l, x, c) + s]
                    < best[l][x][s]) {
                c++;
            }
            grades[layer.indicator()] = mode(layer, byGrade[layer.indicator()], c);
            s += passes.grid.offset(layer, l, x, c);
            x = layer.target()[x][c];
        }
        double probability = passes.priors.weight()[w];
        for (int i = 0; i < grades.length; i++) {
            probability *= byGrade[i][grades[i]];
        }
        return Optional.of(new Combination(band, w, probability, grades));
    }

    /** By class, the probability of its most probable grade. */
    private static double[] modes(Layer layer, double[] byGrade) {
        return IntStream.range(0, layer.classes())
                .mapToDouble(c -> byGrade[mode(layer, byGrade, c)])
                .toArray();
    }

    private static int mode(double[] byGrade) {
        int mode = 0;
        for (int grade = 1; grade < byGrade.length; grade++) {
            mode = byGrade[grade] > byGrade[mode] ? grade : mode;
        }
        return mode;
    }

    /** The most probable grade of a class, the lowest of several. */
    private static int mode(Layer layer, double[] byGrade, int c) {
        int mode = -1;
        for (int grade = 0; grade < byGrade.length; grade++) {
            if (layer.classOf()[grade] == c && (mode < 0 || byGrade[grade] > byGrade[mode])) {
                mode = grade;
            }
        }
        return mode;
    }
}

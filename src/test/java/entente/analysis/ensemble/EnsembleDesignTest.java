package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entente.model.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The designs of ensembles choose the variants that they promise, in whatever parts they are computed. */
class EnsembleDesignTest {

    private static final GradeDistribution UNEVEN = GradeDistribution.of(0.05, 0.15, 0.3, 0, 0.4, 0.1);
    private static final GradeDistribution HALVES = GradeDistribution.uniform(Grade.LOW, Grade.HIGH);
    private static final GradeDistribution ALL = GradeDistribution.uniform(Grade.values());
    private static final List<GradeDistribution> THREE = List.of(UNEVEN, HALVES, ALL);

    private static final Map<String, EnsembleDesign> DESIGNS = Map.of(
            "random", EnsembleDesign.random(6000, 7, THREE),
            "Latin hypercube", EnsembleDesign.latinHypercube(6000, 7, THREE),
            "Sobol", EnsembleDesign.sobol(6000, 7, THREE),
            "full grid", EnsembleDesign.fullGrid(List.of(ALL, UNEVEN, ALL, HALVES, ALL)));

    @Test
    void consecutivePartsEqualTheWhole() {
        DESIGNS.forEach((name, design) -> {
            byte[][] whole = variants(design, 0, (int) design.size());
            for (int part : List.of(1, 511, 1000)) {
                for (int first = 0; first < design.size(); first += part) {
                    int count = (int) Math.min(part, design.size() - first);
                    byte[][] some = variants(design, first, count);
                    for (int c = 0; c < whole.length; c++) {
                        assertThat(some[c])
                                .as("%s, %d variants from %d", name, count, first)
                                .isEqualTo(Arrays.copyOfRange(whole[c], first, first + count));
                    }
                }
            }
        });
    }

    @Test
    void seedsGiveDifferentVariants() {
        assertThat(variants(EnsembleDesign.random(100, 1, THREE), 0, 100))
                .isDeepEqualTo(variants(EnsembleDesign.random(100, 1, THREE), 0, 100));
        assertThat(Arrays.deepEquals(
                        variants(EnsembleDesign.random(100, 1, THREE), 0, 100),
                        variants(EnsembleDesign.random(100, 2, THREE), 0, 100)))
                .isFalse();
        assertThat(Arrays.deepEquals(
                        variants(EnsembleDesign.latinHypercube(100, 1, THREE), 0, 100),
                        variants(EnsembleDesign.latinHypercube(100, 2, THREE), 0, 100)))
                .isFalse();
        assertThat(Arrays.deepEquals(
                        variants(EnsembleDesign.sobol(100, 1, THREE), 0, 100),
                        variants(EnsembleDesign.sobol(100, 2, THREE), 0, 100)))
                .isFalse();
    }

    @Test
    void sampledGradesHaveTheirProbabilities() {
        // Four standard errors of 100,000 independent grades; the other designs are more even.
        double[] tolerances = {0.0064, 0.00003, 0.0001};
        List<EnsembleDesign> designs = List.of(
                EnsembleDesign.random(100_000, 3, THREE),
                EnsembleDesign.latinHypercube(100_000, 3, THREE),
                EnsembleDesign.sobol(100_000, 3, THREE));
        double[] expected = {0.05, 0.15, 0.3, 0, 0.4, 0.1};
        for (int d = 0; d < designs.size(); d++) {
            byte[] grades = variants(designs.get(d), 0, 100_000)[0];
            for (int grade = 0; grade < expected.length; grade++) {
                assertThat(share(grades, grade)).isCloseTo(expected[grade], within(tolerances[d]));
            }
        }
    }

    @Test
    void sampledIndicatorsAreIndependent() {
        List<GradeDistribution> many =
                IntStream.range(0, 41).mapToObj(i -> HALVES).toList();
        int size = 10_000;
        for (EnsembleDesign design : List.of(
                EnsembleDesign.random(size, 5, many),
                EnsembleDesign.latinHypercube(size, 5, many),
                EnsembleDesign.sobol(size, 5, many))) {
            byte[][] columns = variants(design, 0, size);
            for (int a = 0; a < columns.length; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(agreement(columns[a], columns[b]))
                            .as("%s, indicators %d and %d", design, a, b)
                            .isCloseTo(0.5, within(0.02));
                }
            }
        }
    }

    @Test
    void fullGridHasEachCombinationOnce() {
        EnsembleDesign grid = EnsembleDesign.fullGrid(THREE);
        assertThat(grid.size()).isEqualTo(5 * 2 * 6);
        byte[][] columns = variants(grid, 0, 60);
        Set<List<Byte>> combinations = new HashSet<>();
        for (int v = 0; v < 60; v++) {
            combinations.add(List.of(columns[0][v], columns[1][v], columns[2][v]));
        }
        assertThat(combinations)
                .hasSize(60)
                .allMatch(c -> c.get(0) != 3 && Set.of((byte) 2, (byte) 4).contains(c.get(1)));
        assertThatThrownBy(() -> EnsembleDesign.fullGrid(
                        IntStream.range(0, 41).mapToObj(i -> ALL).toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a full grid of 41 indicators is too large");
    }

    @Test
    void endOfALargeDesignIsComputedAlone() {
        long size = 4_000_000_000L;
        for (EnsembleDesign design : List.of(
                EnsembleDesign.random(size, 1, THREE),
                EnsembleDesign.latinHypercube(size, 1, THREE),
                EnsembleDesign.sobol(size, 1, THREE))) {
            byte[] halves = variants(design, size - 4096, 4096)[1];
            assertThat(share(halves, Grade.LOW.ordinal())).isCloseTo(0.5, within(0.04));
        }
        variants(EnsembleDesign.sobol(1L << 32, 1, THREE), (1L << 32) - 1, 1);
    }

    @Test
    void unsuitableRequestsAreRejected() {
        EnsembleDesign design = EnsembleDesign.random(10, 1, THREE);
        GradeColumns batch = new GradeColumns(3, 20);
        assertThatThrownBy(() -> design.fill(5, 6, batch)).hasMessage("6 variants from 5 are not in a design of 10");
        assertThatThrownBy(() -> design.fill(-1, 6, batch)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> design.fill(0, 5, new GradeColumns(2, 20)))
                .hasMessage("2 columns for 3 varied indicators");
        assertThatThrownBy(() -> EnsembleDesign.random(0, 1, THREE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnsembleDesign.sobol((1L << 32) + 1, 1, THREE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnsembleDesign.sobol(
                        9, 1, IntStream.range(0, 257).mapToObj(i -> ALL).toList()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[][] variants(EnsembleDesign design, long first, int count) {
        GradeColumns batch = new GradeColumns(design.indicators(), count);
        design.fill(first, count, batch);
        List<byte[]> columns = new ArrayList<>();
        for (int c = 0; c < design.indicators(); c++) {
            columns.add(Arrays.copyOf(batch.column(c), count));
        }
        return columns.toArray(byte[][]::new);
    }

    private static double share(byte[] grades, int grade) {
        return IntStream.range(0, grades.length).filter(n -> grades[n] == grade).count() / (double) grades.length;
    }

    private static double agreement(byte[] one, byte[] other) {
        return IntStream.range(0, one.length).filter(n -> one[n] == other[n]).count() / (double) one.length;
    }
}

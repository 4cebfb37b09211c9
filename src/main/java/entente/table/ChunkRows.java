package entente.table;

import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.OutcomeColumns;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.VariantBatch;
import entente.analysis.ensemble.run.VariedReading;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Collects the variants of one chunk, batch by batch. Not thread-safe. */
final class ChunkRows {

    private static final double HUNDREDTHS = 100;
    private static final double TENTHS = 10;

    private final List<VariedReading> varied;
    private final byte[][] grades;
    private final int[] points;
    private final int[] tenths;
    private final int[] partnership;
    private final byte[] bands;
    private final byte[] relationships;

    /** Empty where variants are not weighted. */
    private final double[] weights;

    private int rows;

    ChunkRows(Ensemble ensemble, int capacity) {
        varied = ensemble.varied();
        grades = new byte[varied.size()][capacity];
        points = new int[capacity];
        tenths = new int[capacity];
        partnership = new int[capacity];
        bands = new byte[capacity];
        relationships = new byte[capacity];
        weights = new double[ensemble.question().design().isGrid() ? capacity : 0];
    }

    void add(VariantBatch batch) {
        int count = batch.count();
        GradeColumns from = batch.grades();
        for (int column = 0; column < grades.length; column++) {
            System.arraycopy(from.column(column), 0, grades[column], rows, count);
        }
        OutcomeColumns outcomes = batch.outcomes();
        System.arraycopy(outcomes.points(), 0, points, rows, count);
        System.arraycopy(outcomes.partnership(), 0, partnership, rows, count);
        System.arraycopy(outcomes.bands(), 0, bands, rows, count);
        System.arraycopy(outcomes.relationships(), 0, relationships, rows, count);
        for (int v = 0; v < count; v++) {
            tenths[rows + v] = outcomes.percentTenths()[v];
        }
        if (weights.length > 0) {
            System.arraycopy(batch.weights(), 0, weights, rows, count);
        }
        rows += count;
    }

    int rows() {
        return rows;
    }

    /** All columns but the number of the variant. */
    List<ChunkColumn> columns() {
        List<ChunkColumn> columns = new ArrayList<>();
        for (int column = 0; column < grades.length; column++) {
            columns.add(ChunkColumn.ofOrdinals(varied.get(column).indicator().id(), Grade.values(), grades[column]));
        }
        columns.add(ChunkColumn.ofFractions("points", points, rows, HUNDREDTHS));
        columns.add(ChunkColumn.ofFractions("percent", tenths, rows, TENTHS));
        columns.add(ChunkColumn.ofOrdinals("band", Band.values(), bands));
        columns.add(ChunkColumn.ofOrdinals("relationship", Relationship.values(), relationships));
        columns.add(ChunkColumn.ofFractions("partnership_points", partnership, rows, HUNDREDTHS));
        if (weights.length > 0) {
            columns.add(ChunkColumn.ofNumbers("probability", weights, rows));
        }
        return columns;
    }
}

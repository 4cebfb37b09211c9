package entente.report.csv;

import entente.model.assessment.Provenance;
import entente.quality.calibration.Calibration;
import entente.quality.calibration.Calibration.MeasuredWorld;

/** A calibration as CSV, one row per judged world. */
public final class CalibrationCsv {

    public record Row(MeasuredWorld world, Provenance provenance) {}

    private static final CsvTable<MeasuredWorld> WORLD = CsvTable.<MeasuredWorld>part()
            .text("id", "World.", MeasuredWorld::id)
            .text("group", "Group of the world.", MeasuredWorld::group)
            .text("text", "What holds: the title of the scenario, and what is different.", MeasuredWorld::text)
            .number("low_percent", "Lowest likelihood by the readers, median.", MeasuredWorld::low)
            .number("best_percent", "Best likelihood by the readers, median.", MeasuredWorld::best)
            .number("high_percent", "Highest likelihood by the readers, median.", MeasuredWorld::high)
            .number("book_percent", "Likelihood by the book, not held within the scale.", MeasuredWorld::book)
            .number(
                    "deviation_points",
                    "Of the book less the readers in points, both at least 0.5 percent.",
                    MeasuredWorld::deviation)
            .text("relationship", "By the book; empty where too little is rated.", MeasuredWorld::relationship)
            .list("judged_relationships", "Those that the readers expect.", MeasuredWorld::judgedRelationships)
            .truth("state_right", "Whether a reader expects the relationship.", MeasuredWorld::stateRight);

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of("rules calibrate", "One row per judged world.")
            .including(WORLD, Row::world)
            .including(SharedColumns.VERSIONS, Row::provenance);

    private CalibrationCsv() {}

    public static String write(Calibration calibration) {
        return TABLE.write(calibration.worlds().stream()
                .map(world -> new Row(world, calibration.provenance()))
                .toList());
    }
}

package entente.report.csv;

import entente.model.assessment.Provenance;
import entente.quality.calibration.Calibration;
import entente.quality.calibration.Calibration.MeasuredWorld;
import entente.quality.calibration.Panel.JudgedWorld;

/** A calibration as CSV, one row per judged world. */
public final class CalibrationCsv {

    public record Row(MeasuredWorld world, Provenance provenance) {}

    private static final CsvTable<JudgedWorld> JUDGED = CsvTable.<JudgedWorld>part()
            .text("id", "World.", JudgedWorld::id)
            .text("group", "Group of the world.", JudgedWorld::group)
            .text("text", "What holds: the title of the scenario, and what is different.", JudgedWorld::text)
            .number("low_percent", "Lowest likelihood by the readers, median.", JudgedWorld::low)
            .number("best_percent", "Best likelihood by the readers, median.", JudgedWorld::best)
            .number("high_percent", "Highest likelihood by the readers, median.", JudgedWorld::high)
            .number(
                    "own_percent",
                    "What the readers expect themselves, median; empty where they were not asked.",
                    JudgedWorld::own)
            .list("judged_relationships", "Those that the readers expect.", JudgedWorld::judgedRelationships);

    private static final CsvTable<MeasuredWorld> WORLD = CsvTable.<MeasuredWorld>part()
            .including(JUDGED, MeasuredWorld::judged)
            .number("book_percent", "Likelihood by the book, not held within the scale.", MeasuredWorld::book)
            .number(
                    "deviation_points",
                    "Of the book less the readers in points, each taken as 0.5 percent where it is lower.",
                    MeasuredWorld::deviation)
            .text("relationship", "By the book; empty where too little is rated.", MeasuredWorld::relationship)
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

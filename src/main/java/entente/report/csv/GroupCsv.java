package entente.report.csv;

import entente.model.assessment.Assessment;
import entente.model.assessment.GroupResult;
import entente.report.wording.Wording;
import java.util.List;

/** The points of each barrier, driver and state as a table. */
final class GroupCsv {

    record Row(Assessment assessment, GroupResult result) {}

    static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "assess --table groups", "One row per scenario and barrier, driver or state.")
            .including(SharedColumns.KEY, Row::assessment)
            .text(
                    "group",
                    "Barrier, driver or state.",
                    row -> row.result().group().id())
            .text("group_label", "Its short label.", row -> row.result().group().shortLabel())
            .text(
                    "kind",
                    "barrier, driver or state.",
                    row -> Wording.word(row.result().group().kind()))
            .number(
                    "alliance_points",
                    "Points for the alliance of its rules that fired.",
                    row -> row.result().alliancePoints())
            .number(
                    "partnership_points",
                    "Points for the partnership of its rules that fired.",
                    row -> row.result().partnershipPoints());

    private GroupCsv() {}

    static List<Row> rows(Assessment assessment) {
        return assessment.groups().stream()
                .map(result -> new Row(assessment, result))
                .toList();
    }
}

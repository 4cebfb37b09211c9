package entente.report.csv;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Scenario.Source;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.Optional;

/** The readings as a table. */
final class ReadingCsv {

    record Row(Assessment assessment, Indicator indicator) {

        private Scenario scenario() {
            return assessment.scenario();
        }

        private Reading reading() {
            return scenario().reading(indicator.id());
        }

        private Grade grade() {
            return reading()
                    .range()
                    .map(range -> scenario().assumptions().scale(indicator).gradeOf(range.value()))
                    .orElse(Grade.UNKNOWN);
        }

        private Optional<String> sourceReference() {
            return scenario().sources().stream()
                    .filter(source ->
                            reading().source().filter(source.id()::equals).isPresent())
                    .map(Source::ref)
                    .findFirst();
        }
    }

    static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "assess --table readings", "One row per scenario and indicator.")
            .including(SharedColumns.KEY, Row::assessment)
            .including(SharedColumns.INDICATOR, Row::indicator)
            .number(
                    "value",
                    "The reading; empty if not rated.",
                    row -> row.reading().value())
            .number(
                    "low",
                    "Low end of its range; the value itself if there is none.",
                    row -> row.reading().range().map(ValueRange::low))
            .number(
                    "high",
                    "High end of its range; the value itself if there is none.",
                    row -> row.reading().range().map(ValueRange::high))
            .text("status", "KNOWN, ASSUMED or UNKNOWN.", row -> row.reading().status())
            .text("grade", "Grade of the reading, under assumed cut points if there are any.", Row::grade)
            .column(
                    "grade_step",
                    ColumnType.INTEGER,
                    "The grade as a number, from 1, VERY_LOW, to 5; empty if not rated.",
                    row -> Optional.of(row.grade().ordinal()).filter(step -> step > 0))
            .text(
                    "source",
                    "Id of its source in the scenario.",
                    row -> row.reading().source())
            .text("source_ref", "The source.", Row::sourceReference)
            .text(
                    "source_grade",
                    "Admiralty grade: reliability A–F, credibility 1–6.",
                    row -> row.reading().grade())
            .column(
                    "reading_as_of",
                    ColumnType.DATE,
                    "Date that the reading refers to.",
                    row -> row.reading().asOf())
            .text("note", "Note on the reading.", row -> row.reading().note());

    private ReadingCsv() {}

    static List<Row> rows(Assessment assessment) {
        return assessment.catalogue().indicators().stream()
                .map(indicator -> new Row(assessment, indicator))
                .toList();
    }
}

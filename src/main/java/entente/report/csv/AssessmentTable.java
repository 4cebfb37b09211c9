package entente.report.csv;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Scenario.Source;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Verdict;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of assessments. */
public enum AssessmentTable {
    VERDICTS,
    GROUPS,
    LEDGER,
    READINGS,
    CHANGES;

    /** The columns of all of them. */
    public static List<CsvTable<?>> all() {
        return List.of(
                Verdicts.table(LikelihoodScale.ICD203), Groups.TABLE, LedgerCsv.TABLE, Readings.TABLE, Changes.TABLE);
    }

    /** The table that is written if none is chosen. */
    public static Rows<?> verdicts(LikelihoodScale scale) {
        return new Rows<>(Verdicts.table(scale), List::of);
    }

    /** @param sensitivity computes the effect of single readings, for {@link #CHANGES} */
    public Rows<?> of(LikelihoodScale scale, Function<Assessment, SensitivityResult> sensitivity) {
        return switch (this) {
            case VERDICTS -> verdicts(scale);
            case GROUPS -> new Rows<>(Groups.TABLE, Groups::rows);
            case LEDGER -> new Rows<>(LedgerCsv.TABLE, LedgerCsv::rows);
            case READINGS -> new Rows<>(Readings.TABLE, Readings::rows);
            case CHANGES -> new Rows<>(Changes.TABLE, sensitivity.andThen(Changes::rows));
        };
    }

    /** Verdicts as CSV, one row per scenario. */
    static final class Verdicts {

        private Verdicts() {}

        static CsvTable<Assessment> table(LikelihoodScale scale) {
            CsvTable<Verdict> verdict = SharedColumns.LIKELIHOOD
                    .text("band", "Band of the likelihood.", v -> v.likelihood().band())
                    .text(
                            "term",
                            "Term for it on the scale.",
                            v -> scale.term(v.likelihood()).term())
                    .including(SharedColumns.INTERVAL, Verdict::interval)
                    .list("bands", "Bands of the interval.", v -> v.interval().bands())
                    .including(SharedColumns.RELATIONSHIP, v -> v)
                    .text("commitment", "What the treaty in force commits the two to.", Verdict::commitment)
                    .list(
                            "flags",
                            "Special circumstances of the verdict.",
                            v -> v.flags().stream().sorted().toList());
            Function<Assessment, VerdictSentences> sentences = a -> new VerdictSentences(a, scale);
            return CsvTable.<Assessment>of(
                            "assess --table verdicts", "One row per scenario; the default of `--format csv`.")
                    .including(SharedColumns.SCENARIO, a -> a)
                    .text(
                            "statement",
                            "The verdict in one sentence.",
                            a -> Wording.plain(sentences.apply(a).statement()))
                    .text(
                            "figure",
                            "Its short form.",
                            a -> Wording.plain(sentences.apply(a).figure()))
                    .including(verdict, Assessment::verdict)
                    .text("confidence", "Confidence level.", a -> a.confidence().level())
                    .number(
                            "coverage",
                            "Share of the readings that are rated, 0–1.",
                            a -> a.confidence().coverage())
                    .number(
                            "source_grade",
                            "Quality of the sources, 0–1.",
                            a -> a.confidence().sourceGrade())
                    .number(
                            "age",
                            "Freshness of the readings, 0–1.",
                            a -> a.confidence().age())
                    .number(
                            "robustness",
                            "Stability of the verdict under single changes, 0–1.",
                            a -> a.confidence().robustness())
                    .including(SharedColumns.SOURCE, a -> a)
                    .including(SharedColumns.OBSERVED, a -> a.scenario().observed());
        }
    }

    /** The points of each barrier, driver and state as a table. */
    static final class Groups {

        record Row(Assessment assessment, GroupResult result) {}

        static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                        "assess --table groups", "One row per scenario and barrier, driver or state.")
                .including(SharedColumns.KEY, Row::assessment)
                .text(
                        "group",
                        "Barrier, driver or state.",
                        row -> row.result().group().id())
                .text(
                        "group_label",
                        "Its short label.",
                        row -> row.result().group().shortLabel())
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

        private Groups() {}

        static List<Row> rows(Assessment assessment) {
            return assessment.groups().stream()
                    .map(result -> new Row(assessment, result))
                    .toList();
        }
    }

    /** The readings as a table. */
    static final class Readings {

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
                .text(
                        "status",
                        "KNOWN, ASSUMED or UNKNOWN.",
                        row -> row.reading().status())
                .text("grade", "Grade of the reading, under assumed cut points if there are any.", Row::grade)
                .integer(
                        "grade_step",
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
                .date(
                        "reading_as_of",
                        "Date that the reading refers to.",
                        row -> row.reading().asOf())
                .text("note", "Note on the reading.", row -> row.reading().note());

        private Readings() {}

        static List<Row> rows(Assessment assessment) {
            return assessment.catalogue().indicators().stream()
                    .map(indicator -> new Row(assessment, indicator))
                    .toList();
        }
    }

    /** The effect of every change of one reading as a table. */
    static final class Changes {

        record Row(Assessment current, Swing swing, GradeOutcome outcome) {

            private Percent before() {
                return current.verdict().likelihood();
            }
        }

        static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                        "assess --table changes",
                        "One row per scenario, indicator and grade: the verdict if this reading alone had the grade.")
                .including(SharedColumns.KEY, Row::current)
                .including(
                        SharedColumns.INDICATOR,
                        row -> row.current().catalogue().indicator(row.swing().indicator()))
                .number(
                        "from_value",
                        "The reading; empty if not rated.",
                        row -> row.swing().value())
                .text("from_grade", "Its grade.", row -> row.swing().grade())
                .number(
                        "to_value",
                        "The nearest value with the other grade.",
                        row -> row.outcome().value())
                .text(
                        "to_grade",
                        "The other grade; once the grade of the reading itself.",
                        row -> row.outcome().grade())
                .number("percent_before", "Likelihood of an alliance, percent.", Row::before)
                .number(
                        "percent_after",
                        "Likelihood after the change, percent.",
                        row -> row.outcome().likelihood())
                .number(
                        "percentage_points",
                        "Change of the likelihood, percentage points.",
                        row -> SharedColumns.tenths(row.outcome().likelihood().tenths()
                                - row.before().tenths()))
                .text(
                        "band_before",
                        "Band of the likelihood.",
                        row -> row.before().band())
                .text(
                        "band_after",
                        "Band after the change.",
                        row -> row.outcome().band())
                .truth(
                        "band_changes",
                        "Whether the band is another one.",
                        row -> row.outcome().band() != row.before().band())
                .text(
                        "relationship_after",
                        "Expected relationship after the change; empty if too little is rated.",
                        row -> row.outcome().relationship());

        private Changes() {}

        static List<Row> rows(SensitivityResult result) {
            return result.swings().stream()
                    .flatMap(swing ->
                            swing.outcomes().stream().map(outcome -> new Row(result.current(), swing, outcome)))
                    .toList();
        }
    }

    /**
     * A table with several rows for each assessment.
     *
     * @param rows the rows of an assessment
     */
    public record Rows<R>(CsvTable<R> table, Function<Assessment, List<R>> rows) {

        public String header() {
            return table.header();
        }

        /** The rows of an assessment as lines of CSV, without header. */
        public String csv(Assessment assessment) {
            return lines(assessment, table::line);
        }

        /** The rows of an assessment as lines of JSON. */
        public String json(Assessment assessment) {
            return lines(assessment, table::json);
        }

        /** A document of CSV about one assessment. */
        public String write(Assessment assessment) {
            return header() + csv(assessment);
        }

        private String lines(Assessment assessment, Function<R, String> line) {
            return rows.apply(assessment).stream().map(line).collect(Collectors.joining());
        }
    }
}

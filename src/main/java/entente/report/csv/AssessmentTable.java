package entente.report.csv;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.Scenario.Source;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.report.wording.SuppositionText;
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
                verdictTable(LikelihoodScale.ICD203), groupTable(), ledgerTable(), readingTable(), changeTable());
    }

    /** The table that is written if none is chosen. */
    public static Rows<?> verdicts(LikelihoodScale scale) {
        return new Rows<>(verdictTable(scale), List::of);
    }

    /** @param sensitivity computes the effect of single readings, for {@link #CHANGES} */
    public Rows<?> of(LikelihoodScale scale, Function<Assessment, SensitivityResult> sensitivity) {
        return switch (this) {
            case VERDICTS -> verdicts(scale);
            case GROUPS ->
                new Rows<>(
                        groupTable(),
                        assessment -> assessment.groups().stream()
                                .map(result -> new GroupRow(assessment, result))
                                .toList());
            case LEDGER -> new Rows<>(ledgerTable(), assessment -> ledgerRows(assessment, assessment.ledger()));
            case READINGS ->
                new Rows<>(
                        readingTable(),
                        assessment -> assessment.catalogue().indicators().stream()
                                .map(indicator -> new ReadingRow(assessment, indicator))
                                .toList());
            case CHANGES -> new Rows<>(changeTable(), sensitivity.andThen(AssessmentTable::changeRows));
        };
    }

    /** Some rows of the ledger of an assessment as a document of CSV. */
    public static String ledger(Assessment assessment, List<LedgerRow> entries) {
        return ledgerTable().write(ledgerRows(assessment, entries));
    }

    private static CsvTable<Assessment> verdictTable(LikelihoodScale scale) {
        CsvTable<VerdictSentences> sentences = CsvTable.<VerdictSentences>part()
                .text("statement", "The verdict in one sentence.", said -> Wording.plain(said.statement()))
                .text("figure", "Its short form.", said -> Wording.plain(said.figure()));
        CsvTable<Percent> likelihood = CsvTable.<Percent>part()
                .number("percent", "Likelihood of an alliance, percent, 0.1–99.9.", Percent::value)
                .text("band", "Band of the likelihood.", Percent::band)
                .text("term", "Term for it on the scale.", p -> scale.term(p).term());
        CsvTable<Interval> interval = CsvTable.<Interval>part()
                .number("low_percent", "Lowest likelihood that the open readings allow.", Interval::low)
                .number("high_percent", "Highest likelihood that the open readings allow.", Interval::high)
                .list("bands", "Bands of the interval.", Interval::bands);
        CsvTable<Verdict> verdict = CsvTable.<Verdict>part()
                .including(likelihood, Verdict::likelihood)
                .including(interval, Verdict::interval)
                .text("relationship", "Expected relationship; empty if too little is rated.", Verdict::relationship)
                .list("relationships", "Relationships that the open readings allow.", Verdict::relationships)
                .text("commitment", "What the treaty in force commits the two to.", Verdict::commitment)
                .list("flags", "Special circumstances of the verdict.", Verdict::flagsInOrder);
        CsvTable<Confidence> confidence = CsvTable.<Confidence>part()
                .text("confidence", "Confidence level.", Confidence::level)
                .number("coverage", "Share of the readings that are rated, 0–1.", Confidence::coverage)
                .number("source_grade", "Quality of the sources, 0–1.", Confidence::sourceGrade)
                .number("age", "Freshness of the readings, 0–1.", Confidence::age)
                .number("robustness", "Stability of the verdict under single changes, 0–1.", Confidence::robustness);
        CsvTable<Provenance> versions = CsvTable.<Provenance>part()
                .text(
                        "rules_version",
                        "Version of the rule book.",
                        (Provenance from) -> from.rules().version())
                .text(
                        "rules_sha256",
                        "Digest of the rule book.",
                        (Provenance from) -> from.rules().sha256())
                .text("engine", "Version of the engine.", Provenance::engine);
        CsvTable<Optional<ObservedOutcome>> observed = CsvTable.<Optional<ObservedOutcome>>part()
                .text(
                        "observed_relationship",
                        "Observed relationship; empty without an observed outcome.",
                        outcome -> outcome.map(ObservedOutcome::relationship))
                .truth(
                        "observed_alliance",
                        "Whether an alliance was in force; empty without an observed outcome.",
                        outcome -> outcome.map(ObservedOutcome::allianceInForce));
        CsvTable<Scenario> scenario = CsvTable.<Scenario>part()
                .text("id", "Scenario.", Scenario::id)
                .text("title", "Title of the scenario.", Scenario::title)
                .date("as_of", "Date that the scenario describes; empty if none.", Scenario::asOf)
                .integer("horizon_years", "Horizon in years: 1 to 10.", Scenario::horizonYears);
        return CsvTable.<Assessment>of(
                        "assess --table verdicts", "One row per scenario; the default of `--format csv`.")
                .including(scenario, Assessment::scenario)
                .including(supposition(), a -> a)
                .including(sentences, a -> new VerdictSentences(a, scale))
                .including(verdict, Assessment::verdict)
                .including(confidence, Assessment::confidence)
                .text(
                        "scenario_sha256",
                        "Digest of the resolved scenario.",
                        a -> a.scenario().sha256())
                .including(versions, Assessment::provenance)
                .including(observed, a -> a.scenario().observed());
    }

    private static CsvTable<Assessment> supposition() {
        return CsvTable.<Assessment>part()
                .text(
                        "supposition",
                        "What the scenario supposes, in one sentence; empty for nothing.",
                        SuppositionText::plain);
    }

    /** What the rows of a scenario have in common. */
    private static CsvTable<Assessment> key() {
        CsvTable<Scenario> scenario = CsvTable.<Scenario>part()
                .text("scenario", "Scenario.", Scenario::id)
                .date("as_of", "Date that the scenario describes; empty if none.", Scenario::asOf);
        return CsvTable.<Assessment>part()
                .including(scenario, Assessment::scenario)
                .including(supposition(), on -> on);
    }

    private static CsvTable<Indicator> indicator() {
        return CsvTable.<Indicator>part()
                .text("indicator", "Indicator.", Indicator::id)
                .text("indicator_label", "Its short label.", Indicator::shortLabel)
                .text("group", "Barrier, driver or state that it describes.", Indicator::group)
                .text("unit", "Unit of its values.", Indicator::unit);
    }

    private record GroupRow(Assessment assessment, GroupResult result) {}

    private static CsvTable<GroupRow> groupTable() {
        CsvTable<Group> group = CsvTable.<Group>part()
                .text("group", "Barrier, driver or state.", Group::id)
                .text("group_label", "Its short label.", Group::shortLabel)
                .text("kind", "barrier, driver or state.", g -> Wording.word(g.kind()));
        CsvTable<GroupResult> result = CsvTable.<GroupResult>part()
                .including(group, GroupResult::group)
                .number(
                        "alliance_points",
                        "Points for the alliance of its rules that fired.",
                        GroupResult::alliancePoints)
                .number(
                        "partnership_points",
                        "Points for the partnership of its rules that fired.",
                        GroupResult::partnershipPoints);
        return CsvTable.<GroupRow>of("assess --table groups", "One row per scenario and barrier, driver or state.")
                .including(key(), GroupRow::assessment)
                .including(result, GroupRow::result);
    }

    private record LedgerEntry(Assessment assessment, LedgerRow entry) {

        private Rule rule() {
            return entry.rule();
        }

        private Group group() {
            return assessment.catalogue().allGroups().stream()
                    .filter(group -> group.id().equals(rule().group()))
                    .findFirst()
                    .orElse(Group.INTERPLAY);
        }

        private Optional<Points> points(Question question, boolean fired) {
            return entry.fired() == fired ? Optional.of(entry.points(question)) : Optional.empty();
        }
    }

    private static List<LedgerEntry> ledgerRows(Assessment assessment, List<LedgerRow> entries) {
        return entries.stream().map(entry -> new LedgerEntry(assessment, entry)).toList();
    }

    /**
     * Points that count and points that would count if a rule fired are columns of their own, so that the sum of a column is
     * that of the balance.
     */
    static CsvTable<LedgerEntry> ledgerTable() {
        CsvTable<Rule> rule = CsvTable.<Rule>part()
                .text("rule", "Rule.", Rule::id)
                .text("claim", "Its sentence.", Rule::claim)
                .text("group", "Barrier, driver or state of the rule, or interplay.", Rule::group);
        CsvTable<Group> group = CsvTable.<Group>part()
                .text("group_label", "Its short label.", Group::shortLabel)
                .text("group_kind", "barrier, driver, state or interplay.", g -> Wording.word(g.kind()));
        CsvTable<LedgerEntry> points = CsvTable.<LedgerEntry>part()
                .number(
                        "alliance_points",
                        "Points for the alliance; empty unless it fired.",
                        row -> row.points(Question.ALLIANCE, true))
                .number(
                        "partnership_points",
                        "Points for the partnership; empty unless it fired.",
                        row -> row.points(Question.PARTNERSHIP, true))
                .number(
                        "points_if_met",
                        "Points for the alliance that it would have; empty if it fired.",
                        row -> row.points(Question.ALLIANCE, false))
                .number(
                        "partnership_points_if_met",
                        "Points for the partnership that it would have; empty if it fired.",
                        row -> row.points(Question.PARTNERSHIP, false));
        CsvTable<LedgerRow> reasons = CsvTable.<LedgerRow>part()
                .text("overridden_by", "The first rule that overrides it.", LedgerRow::overriddenBy)
                .integer(
                        "unmet_conditions",
                        "Number of conditions that fail or depend on an unrated indicator.",
                        row -> (int) row.conditions().stream()
                                .filter(condition -> !condition.met())
                                .count())
                .list(
                        "conditions",
                        "Each condition with the reading, and the distance to the threshold where it fails.",
                        row -> row.conditions().stream()
                                .map(AssessmentTable::condition)
                                .toList());
        CsvTable<Rule> card = CsvTable.<Rule>part()
                .list("cites", "Paragraphs of the article.", Rule::cites)
                .list("tags", "Tags that overrides refer to.", Rule::tags)
                .text("project_assumption", "What the claim assumes beyond the article.", Rule::projectAssumption)
                .text("card", "Card of which it is a step.", Rule::card)
                .text("step", "Grade with which the step begins.", Rule::step);
        return CsvTable.<LedgerEntry>of(
                        "assess --table ledger",
                        "One row per scenario and rule; `entente explain --format csv` writes those of one scenario.")
                .including(key(), LedgerEntry::assessment)
                .including(rule, LedgerEntry::rule)
                .including(group, LedgerEntry::group)
                .text("kind", "CLAIM, OVERRIDE or CEILING.", row -> row.rule().kind())
                .text("status", "Whether it fired.", row -> row.entry().status())
                .including(points, row -> row)
                .including(reasons, LedgerEntry::entry)
                .including(card, LedgerEntry::rule);
    }

    private static String condition(ConditionResult result) {
        boolean atLeast = result.condition().comparison() == ComparisonOperator.AT_LEAST;
        return result.condition().indicator() + (atLeast ? " >= " : " < ") + Numbers.plain(result.cut()) + " ("
                + reading(result) + ")";
    }

    private static String reading(ConditionResult result) {
        if (result.actual().isEmpty()) {
            return "not rated";
        }
        String distance = result.met()
                ? "met"
                : "off by " + Numbers.plain(result.distance().orElse(0));
        return Numbers.plain(result.actual().getAsDouble()) + ", " + distance;
    }

    private record ReadingRow(Assessment assessment, Indicator indicator) {

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

    private static CsvTable<ReadingRow> readingTable() {
        CsvTable<Reading> value = CsvTable.<Reading>part()
                .number("value", "The reading; empty if not rated.", Reading::value)
                .number(
                        "low",
                        "Low end of its range; the value itself if there is none.",
                        reading -> reading.range().map(ValueRange::low))
                .number(
                        "high",
                        "High end of its range; the value itself if there is none.",
                        reading -> reading.range().map(ValueRange::high))
                .text("status", "KNOWN, ASSUMED or UNKNOWN.", Reading::status);
        CsvTable<Reading> details = CsvTable.<Reading>part()
                .text("source_grade", "Admiralty grade: reliability A–F, credibility 1–6.", Reading::grade)
                .date("reading_as_of", "Date that the reading refers to.", Reading::asOf)
                .text("note", "Note on the reading.", Reading::note);
        return CsvTable.<ReadingRow>of("assess --table readings", "One row per scenario and indicator.")
                .including(key(), ReadingRow::assessment)
                .including(indicator(), ReadingRow::indicator)
                .including(value, ReadingRow::reading)
                .text("grade", "Grade of the reading, under assumed cut points if there are any.", ReadingRow::grade)
                .integer(
                        "grade_step",
                        "The grade as a number, from 1, VERY_LOW, to 5; empty if not rated.",
                        row -> Optional.of(row.grade().ordinal()).filter(step -> step > 0))
                .text(
                        "source",
                        "Id of its source in the scenario.",
                        row -> row.reading().source())
                .text("source_ref", "The source.", ReadingRow::sourceReference)
                .including(details, ReadingRow::reading);
    }

    /** The effect of one change of one reading. */
    private record ChangeRow(Assessment current, Swing swing, GradeOutcome outcome) {

        private Percent before() {
            return current.verdict().likelihood();
        }

        private Percent after() {
            return outcome.likelihood();
        }
    }

    private static List<ChangeRow> changeRows(SensitivityResult result) {
        return result.swings().stream()
                .flatMap(swing ->
                        swing.outcomes().stream().map(outcome -> new ChangeRow(result.current(), swing, outcome)))
                .toList();
    }

    private static CsvTable<ChangeRow> changeTable() {
        CsvTable<Swing> swing = CsvTable.<Swing>part()
                .number("from_value", "The reading; empty if not rated.", Swing::value)
                .text("from_grade", "Its grade.", Swing::grade);
        CsvTable<GradeOutcome> outcome = CsvTable.<GradeOutcome>part()
                .number("to_value", "The nearest value with the other grade.", GradeOutcome::value)
                .text("to_grade", "The other grade; once the grade of the reading itself.", GradeOutcome::grade);
        return CsvTable.<ChangeRow>of(
                        "assess --table changes",
                        "One row per scenario, indicator and grade: the verdict if this reading alone had the grade.")
                .including(key(), ChangeRow::current)
                .including(
                        indicator(),
                        row -> row.current().catalogue().indicator(row.swing().indicator()))
                .including(swing, ChangeRow::swing)
                .including(outcome, ChangeRow::outcome)
                .number("percent_before", "Likelihood of an alliance, percent.", ChangeRow::before)
                .number("percent_after", "Likelihood after the change, percent.", ChangeRow::after)
                .number(
                        "percentage_points",
                        "Change of the likelihood, percentage points.",
                        row -> (row.after().tenths() - row.before().tenths()) / 10.0)
                .text(
                        "band_before",
                        "Band of the likelihood.",
                        row -> row.before().band())
                .text("band_after", "Band after the change.", row -> row.after().band())
                .truth(
                        "band_changes",
                        "Whether the band is another one.",
                        row -> row.after().band() != row.before().band())
                .text(
                        "relationship_after",
                        "Expected relationship after the change; empty if too little is rated.",
                        row -> row.outcome().relationship());
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

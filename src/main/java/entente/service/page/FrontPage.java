package entente.service.page;

import entente.analysis.backtest.BacktestResult.BacktestCase;
import entente.analysis.backtest.BacktestResult.BrierScores;
import entente.model.Band;
import entente.model.Engine;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.Subject;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.form.Axis;
import entente.report.wording.RuleText;
import entente.report.wording.TrackSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.StoredAssessment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the front page shows.
 *
 * @param rows the verdicts of the scenarios
 * @param others scenarios that are not shown
 * @param archive the latest stored assessments; empty if they cannot be read
 */
public record FrontPage(LoadedRuleBook loaded, List<VerdictRow> rows, int others, Optional<List<ArchiveRow>> archive) {

    private static final Comparator<VerdictRow> LIKELIEST = Comparator.comparing((VerdictRow row) ->
                    row.likelihood().map(point -> -point.tenths()).orElse(0))
            .thenComparing(VerdictRow::id);

    private static final Comparator<VerdictRow> LATEST = Comparator.comparing(
                    (VerdictRow row) -> row.scenario().asOf().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(VerdictRow::id);

    public RuleBook book() {
        return loaded.book();
    }

    /** Scenarios without a known outcome, the likeliest first. */
    public List<VerdictRow> ahead() {
        return rows.stream()
                .filter(row -> row.past().isEmpty())
                .sorted(LIKELIEST)
                .toList();
    }

    /** Scenarios with an observed outcome, the latest first. */
    public List<VerdictRow> back() {
        return rows.stream()
                .filter(row -> row.past().isPresent())
                .sorted(LATEST)
                .toList();
    }

    public Subject subject() {
        return book().catalogue().subject();
    }

    /** What the service does with what was written on the two powers. */
    public String lead() {
        boolean one = loaded.about().article().texts().isEmpty();
        return (one ? "An article names" : "Published texts name") + " the barriers that keep "
                + subject().pair()
                + " from a working alliance. Entente turns " + (one ? "it" : "them") + " into "
                + Wording.plural(book().cards().size(), "rule")
                + ", reads a scenario, and shows every step of the answer.";
    }

    /** The number of rules, and of those that cite what they encode. */
    public String rules() {
        return RuleText.count(book().cards(), "a passage");
    }

    /** Whether the page points the scenario out. */
    public boolean first(VerdictRow row) {
        return subject().scenarios().stream().skip(1).anyMatch(row.id()::equals);
    }

    /** Versions of rules and engine, such as "Rules 1.1.0 (b360dc91) · Entente 0.1.0". */
    public String provenance() {
        return "Rules " + Wording.version(book().version(), book().sha256()) + " · Entente" + Wording.GLUE
                + Engine.VERSION;
    }

    /** The scores of the verdicts and of the base rate; empty without an observed outcome. */
    public String scores() {
        List<BacktestCase> cases =
                back().stream().flatMap(row -> row.past().stream()).toList();
        if (cases.isEmpty()) {
            return "";
        }
        BrierScores scores = BrierScores.of(cases);
        return "Brier score " + TrackSentences.score(scores.verdicts()) + "; base rate "
                + TrackSentences.score(scores.baseRate());
    }

    /** The horizon of these rows, such as "within five years"; each row names its own where they differ. */
    public String horizon(List<VerdictRow> rows) {
        return sameHorizon(rows)
                ? "within " + Wording.plural(rows.get(0).scenario().horizonYears(), "year")
                : "within the years given";
    }

    public boolean sameHorizon(List<VerdictRow> rows) {
        return rows.stream()
                        .map(row -> row.scenario().horizonYears())
                        .distinct()
                        .count()
                == 1;
    }

    /** Every second band is tinted. */
    public static List<Band> tinted() {
        return Arrays.stream(Band.values())
                .filter(band -> band.ordinal() % 2 == 1)
                .toList();
    }

    /** Where a likelihood stands on the yardstick, as an attribute. */
    public static String place(double percent) {
        return length(0, percent);
    }

    /** The length from one likelihood to another, as an attribute. */
    public static String length(double from, double to) {
        double share = Axis.WHOLE.share(to) - Axis.WHOLE.share(from);
        return Wording.tenths((int) Math.rint(share * 1000)) + "%";
    }

    /**
     * A scenario as a row of the front page.
     *
     * @param past the verdict beside what happened; empty if that is not recorded
     */
    public record VerdictRow(VerdictSentences verdict, Optional<BacktestCase> past) {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

        static VerdictRow of(Assessment assessment, double baseRatePercent) {
            Scenario scenario = assessment.scenario();
            return new VerdictRow(
                    new VerdictSentences(assessment, LikelihoodScale.ICD203),
                    scenario.observed()
                            .map(observed -> new BacktestCase(
                                    scenario, observed, assessment.verdict(), baseRatePercent, false)));
        }

        public Assessment assessment() {
            return verdict.assessment();
        }

        public Scenario scenario() {
            return assessment().scenario();
        }

        public String id() {
            return scenario().id();
        }

        /** Empty if nothing is rated. */
        public Optional<Percent> likelihood() {
            return Optional.of(assessment().likelihood()).filter(point -> verdict.isRated());
        }

        /** The date, such as "30 Nov 2025"; empty without one. */
        public String date() {
            return scenario().asOf().map(DAY::format).orElse("");
        }
    }

    /**
     * A stored assessment as a row of the front page.
     *
     * @param figure the short form of the verdict, as it was stored
     */
    public record ArchiveRow(String id, String title, String figure, String at, String time) {

        private static final JsonMapper JSON = new JsonMapper();

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                        "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);

        static ArchiveRow of(ArchiveEntry entry) {
            StoredAssessment stored = entry.summary();
            return new ArchiveRow(
                    stored.id().toString(),
                    stored.facts().title(),
                    JSON.readTree(entry.json())
                            .path("verdict")
                            .path("figure")
                            // An earlier version stored the likelihood only.
                            .asString(Wording.percent(stored.facts().percent())),
                    stored.at().toString(),
                    TIME.format(stored.at()));
        }
    }
}

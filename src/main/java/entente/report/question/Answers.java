package entente.report.question;

import entente.analysis.backtest.BacktestResult;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.flip.FlipResult;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.series.TimeSeries;
import entente.analysis.track.TrackRecord;
import entente.analysis.verification.Verification;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Inventory.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.calibration.Calibration;
import entente.quality.cases.CaseReport;
import entente.quality.diff.RuleBookDiff;
import entente.quality.lint.LintReport;
import entente.report.briefing.Briefing;
import entente.report.form.Answer;
import entente.report.form.Picture;
import entente.report.wording.Wording;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The answers to questions; each is a template in {@code src/main/answers}, which has the parameters that are named here. */
public final class Answers {

    private Answers() {}

    /** @param most sets that are shown; the rest is counted */
    public static Answer flip(FlipResult result, int most) {
        return Answer.of("flip", Map.of("result", result, "most", most));
    }

    /** @param all whether narrow bars and readings that change nothing are shown too */
    public static Answer sensitivity(SensitivityResult result, boolean all) {
        return Answer.of("sensitivity", Map.of("result", result, "all", all));
    }

    public static Answer exploration(ExplorationResult result) {
        return Answer.of("explore", Map.of("result", result));
    }

    /** @param all whether every share is shown; otherwise the largest of each step */
    public static Answer series(TimeSeries series, LikelihoodScale scale, boolean all) {
        return Answer.of("series", Map.of("series", series, "scale", scale, "all", all));
    }

    /** @param all whether skipped scenarios are named at a terminal too */
    public static Answer backtest(BacktestResult result, boolean all) {
        return Answer.of("backtest", Map.of("result", result, "all", all));
    }

    /** @param sanity whether it is the sanity table */
    public static Answer calibration(Calibration calibration, boolean sanity) {
        return Answer.of("calibration", Map.of("calibration", calibration, "sanity", sanity));
    }

    public static Answer trackRecord(TrackRecord record) {
        return Answer.of("trackrecord", Map.of("record", record));
    }

    /**
     * The verdict, what bears on it, and what it rests on.
     *
     * @param draws that keep the band while the sizes move; empty for a summary
     */
    public static Answer assessment(Assessment assessment, LikelihoodScale scale, OptionalInt draws) {
        return Answer.of("assess", Map.of("assessment", assessment, "scale", scale, "draws", draws));
    }

    /** How scenarios differ from the first of them, which is that of all contrasts. */
    public static Answer contrast(List<ScenarioContrast> contrasts) {
        return Answer.of("compare", Map.of("contrasts", contrasts));
    }

    /** The row of a scenario in the list of verdicts. */
    public static Answer verdict(Assessment assessment, LikelihoodScale scale, boolean first) {
        return Answer.of("verdict", Map.of("assessment", assessment, "scale", scale, "first", first));
    }

    /** @param rows the rows of all scenarios, as text for this medium */
    public static Answer verdicts(String rows, int count) {
        Content written = output -> output.writeContent(rows);
        return Answer.of("verdicts", Map.of("rows", written, "count", count));
    }

    /** Every rule with its status and its distances. */
    public static Answer ledger(Assessment assessment) {
        return Answer.of("ledger", Map.of("assessment", assessment));
    }

    /**
     * One card and its row of the ledger.
     *
     * @param card its id, not that of a later step
     * @param origin lists with their headings: the texts that it cites, where it is defined
     */
    public static Answer ledgerRule(Assessment assessment, String card, Map<String, List<String>> origin) {
        List<LedgerRow> steps = assessment.ledger().stream()
                .filter(row -> row.rule().cardId().equals(card))
                .toList();
        return Answer.of("ledgerrule", Map.of("assessment", assessment, "steps", steps, "origin", origin));
    }

    public static Answer indicators(Catalogue catalogue) {
        return indicators(catalogue.indicators().size() + " indicators", catalogue.indicators(), catalogue);
    }

    /** The indicators that a search word finds. */
    public static Answer found(List<Indicator> found, String word, Catalogue catalogue) {
        String count = Wording.capitalized(Wording.plural(found.size(), "indicator"));
        return indicators(count + " with “" + word + "”", found, catalogue);
    }

    private static Answer indicators(String title, List<Indicator> shown, Catalogue catalogue) {
        return Answer.of("indicators", Map.of("title", title, "shown", shown, "catalogue", catalogue));
    }

    public static Answer indicator(Indicator indicator, Catalogue catalogue, Map<String, List<String>> origin) {
        return Answer.of("indicator", Map.of("indicator", indicator, "catalogue", catalogue, "origin", origin));
    }

    public static Answer rule(Rule rule, RuleBook book, Map<String, List<String>> origin) {
        return Answer.of("rule", Map.of("steps", book.steps(rule.cardId()), "book", book, "origin", origin));
    }

    /** At a terminal the ids and claims; as a document all rules, and what of the article each encodes. */
    public static Answer rules(RuleBook book, List<InventoryItem> items) {
        return Answer.of("rules", Map.of("book", book, "items", items));
    }

    /**
     * The difference between two rule books, and the verdicts that move.
     *
     * @param names of the two books
     * @param all every verdict and rule
     */
    public static Answer rulesDiff(RuleBookDiff diff, List<String> names, boolean all) {
        return Answer.of("rulesdiff", Map.of("diff", diff, "text", new RuleBookDiffText(diff, names, all)));
    }

    /** @param folder of the book, as the reader knows it */
    public static Answer lint(LintReport report, String folder) {
        return Answer.of("lint", Map.of("report", report, "folder", folder));
    }

    /** @param all also cases that hold, and all rules and thresholds without a case */
    public static Answer cases(CaseReport report, boolean all) {
        return Answer.of("cases", Map.of("report", report, "all", all));
    }

    /** @param name of the file, safe to print */
    public static Answer verification(String name, Verification verification) {
        return Answer.of("verification", Map.of("name", name, "verification", verification));
    }

    /** @param figure in place of the table of points, for media that take images */
    public static Answer briefing(Briefing briefing, Optional<Picture> figure) {
        return Answer.of("briefing", Map.of("briefing", briefing, "figure", figure));
    }
}

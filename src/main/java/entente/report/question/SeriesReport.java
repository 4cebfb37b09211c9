package entente.report.question;

import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Verdict;
import entente.report.form.Block;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Report;
import entente.report.form.SeriesFigure;
import entente.report.form.SeriesFigure.Point;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.SeriesSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Assessments over time, and what moved the likelihood from each to the next.
 *
 * @param all whether every share is shown; otherwise the largest of each step
 */
public record SeriesReport(LikelihoodScale scale, boolean all) {

    private static final int MOST = 3;
    private static final int LIKELIHOOD = 11;
    private static final int CHANGE = 8;
    private static final int INTERVAL = 18;

    public Report report(TimeSeries series) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.lead(SeriesSentences.lead(series, scale)));
        blocks.add(Prose.body(SeriesSentences.event(series)));
        blocks.add(figure(series));
        blocks.add(table("", series.steps(), true));
        blocks.add(table(SeriesSentences.alternatives(series), series.alternatives(), false));
        blocks.add(Prose.body("What moved a step is in percentage points"
                + (SeriesSentences.isIntervalFirst(series) ? " of the best estimate. " : ". ")
                + AttributionTable.METHOD));
        if (!all
                && series.all().stream()
                        .anyMatch(step -> shown(step).size() < step.shares().size())) {
            blocks.add(Only.terminal(Role.CONTINUED, "Every part of each step: --explain full."));
        }
        var first = series.all().get(0).assessment();
        String foot = "Rules " + first.provenance().rulesVersion() + " ("
                + first.provenance().rulesSha256() + "), Entente "
                + first.provenance().engine() + ". " + AssessmentSentences.caveat(first);
        blocks.add(Prose.footer(Words.withDigests(foot, first.provenance().rulesSha256())));
        return new Report("Likelihood over time", span(series.all()), blocks);
    }

    private static String span(List<Step> steps) {
        String first = steps.get(0).date().toString();
        String last = steps.get(steps.size() - 1).date().toString();
        return first.equals(last) ? first : first + " to " + last;
    }

    private Table table(String heading, List<Step> steps, boolean dated) {
        List<Row> rows = new ArrayList<>();
        for (Step step : steps) {
            rows.add(row(step, dated));
            VerdictsReport.supposition(step.assessment()).ifPresent(rows::add);
            step.change().ifPresent(change -> {
                String where = dated ? "on only one of the two dates" : "in only one of the two scenarios";
                String known = AttributionTable.knowledge(change, where).orElse("");
                if (all) {
                    parts(rows, step, change);
                    if (!known.isEmpty()) {
                        rows.add(Row.of(2, known));
                    }
                } else {
                    rows.add(Row.of(2, (moved(step, change) + " " + known).strip()));
                }
            });
        }
        return new Table(
                heading,
                "Scenario",
                List.of(
                        Column.figures("likelihood", LIKELIHOOD),
                        Column.figures("change", CHANGE),
                        Column.words("interval", INTERVAL),
                        Column.below("band"),
                        Column.below("relationship"),
                        Column.below("observed")),
                rows);
    }

    private Row row(Step step, boolean dated) {
        Scenario scenario = step.assessment().scenario();
        Verdict verdict = step.assessment().verdict();
        VerdictSentences sentences = new VerdictSentences(step.assessment(), scale);
        String date = dated ? step.date() + " " : "";
        boolean open = verdict.interval().widthTenths() > 0;
        return new Row(
                1,
                Words.of(date + scenario.title(), date + scenario.id()),
                List.of(
                        Words.of(sentences.figure()),
                        Words.of(SeriesSentences.shift(step)),
                        Words.of(open ? VerdictSentences.span(verdict.interval()) : "·"),
                        Words.of(sentences.words()),
                        Words.of(Wording.relationship(verdict), SeriesSentences.expected(verdict)),
                        SeriesSentences.observed(scenario)
                                .map(outcome ->
                                        Words.of(outcome, "observed: " + outcome.replace(", no alliance in force", "")))
                                .orElse(Words.of("·", ""))));
    }

    /** Every share in a row of its own. */
    private static void parts(List<Row> rows, Step step, ScenarioContrast change) {
        List<Share> shares = step.shares();
        if (shares.isEmpty()) {
            rows.add(Row.of(2, SeriesSentences.unmoved(change)));
        }
        shares.forEach(share -> rows.add(
                Row.of(2, AttributionTable.name(share, change), "", Wording.shift(share.rounded()), "", "", "", "")));
    }

    /** The largest shares in one sentence. */
    private String moved(Step step, ScenarioContrast change) {
        List<Share> shares = step.shares();
        if (shares.isEmpty()) {
            return SeriesSentences.unmoved(change);
        }
        List<String> parts = new ArrayList<>();
        List<Share> shown = shown(step);
        shown.forEach(share ->
                parts.add(AttributionTable.shortName(share, change) + Wording.GLUE + Wording.shift(share.rounded())));
        List<Share> others = shares.subList(shown.size(), shares.size());
        if (!others.isEmpty()) {
            parts.add(Wording.plural(others.size(), "other") + " together" + Wording.GLUE + Wording.shift(sum(others)));
        }
        return "Moved by: " + String.join(", ", parts) + ".";
    }

    private static int sum(List<Share> shares) {
        return shares.stream().mapToInt(Share::rounded).sum();
    }

    /** The largest shares, until the rest together is smaller than each; not all but one, which takes no less room. */
    private List<Share> shown(Step step) {
        List<Share> shares = step.shares();
        int shown = all ? shares.size() : Math.min(MOST, shares.size());
        while (shown < shares.size()
                && (shown == shares.size() - 1
                        || Math.abs(sum(shares.subList(shown, shares.size())))
                                >= Math.abs(shares.get(shown - 1).rounded()))) {
            shown++;
        }
        return shares.subList(0, shown);
    }

    private SeriesFigure figure(TimeSeries series) {
        return new SeriesFigure(
                scale,
                points(series.steps()),
                points(series.alternatives()),
                SeriesSentences.description(series),
                "Steps are wider for longer times, and never narrower than their labels.");
    }

    private static List<Point> points(List<Step> steps) {
        return steps.stream()
                .map(step -> new Point(
                        step.date(),
                        step.assessment().scenario().title(),
                        step.assessment().verdict().likelihood(),
                        step.assessment().verdict().interval(),
                        step.assessment()
                                .scenario()
                                .observed()
                                .filter(ObservedOutcome::allianceInForce)
                                .isPresent()))
                .toList();
    }
}

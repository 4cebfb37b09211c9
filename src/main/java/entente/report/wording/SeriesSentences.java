package entente.report.wording;

import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences about assessments over time. */
public final class SeriesSentences {

    public static final String CHART = "The likelihood over time";

    private static final int MOST = 3;

    private SeriesSentences() {}

    /** The largest step, or all that may be as large but for rounding; none where there is nothing to compare with. */
    public static List<String> largest(List<Step> steps) {
        int size = steps.stream().mapToInt(step -> Math.abs(change(step))).max().orElse(0);
        return steps.stream()
                .filter(step -> steps.size() > 2 && size > 0)
                .filter(step -> !Wording.isClearlyLarger(size, Math.abs(change(step))))
                .map(step -> Wording.shift(change(step)) + ", to "
                        + Wording.named(step.assessment().scenario()))
                .toList();
    }

    /** Whether an interval is stated instead of a likelihood anywhere. */
    public static boolean isIntervalFirst(TimeSeries series) {
        return series.all().stream()
                .anyMatch(step -> new VerdictSentences(step.assessment(), LikelihoodScale.ICD203).isIntervalFirst());
    }

    /** The expected relationship below a row; nothing where it is open. */
    public static String expected(Verdict verdict) {
        return verdict.relationship().isPresent() ? "expected: " + Wording.relationship(verdict) : "";
    }

    /** The verdict of a step with its date. */
    public static String at(Step step, LikelihoodScale scale) {
        return likelihood(step, scale) + " on " + step.date();
    }

    public static String likelihood(Step step, LikelihoodScale scale) {
        return new VerdictSentences(step.assessment(), scale).summary();
    }

    /** The likelihood of a step, in tenths of a percent. */
    public static int tenths(Step step) {
        return step.assessment().verdict().likelihood().tenths();
    }

    private static int change(Step step) {
        return step.change().map(change -> change.attribution().tenths()).orElse(0);
    }

    /** The change in percentage points, or a dot where there is nothing to compare with. */
    public static String shift(Step step) {
        return step.change()
                .map(change -> Wording.shift(change.attribution().tenths()))
                .orElse("·");
    }

    /** The largest shares of a step in one sentence; why it has none. */
    public static String moved(Step step, ScenarioContrast change) {
        List<Share> shares = step.shares();
        if (shares.isEmpty()) {
            return change.isEmpty() ? "Nothing differs." : "What differs does not move the likelihood.";
        }
        int shown = shown(shares);
        List<String> parts = new ArrayList<>();
        shares.subList(0, shown)
                .forEach(share -> parts.add(
                        AttributionText.shortName(share, change) + Wording.GLUE + Wording.shift(share.rounded())));
        List<Share> others = shares.subList(shown, shares.size());
        if (!others.isEmpty()) {
            parts.add(Wording.plural(others.size(), "other") + " together" + Wording.GLUE + Wording.shift(sum(others)));
        }
        return "Moved by: " + String.join(", ", parts) + ".";
    }

    /** Whether such a sentence leaves shares out. */
    public static boolean isShortened(TimeSeries series) {
        return series.all().stream()
                .anyMatch(step -> shown(step.shares()) < step.shares().size());
    }

    /** How many shares are shown, until the rest together is smaller than each; not all but one, which takes no less room. */
    private static int shown(List<Share> shares) {
        int shown = Math.min(MOST, shares.size());
        while (shown < shares.size()
                && (shown == shares.size() - 1
                        || Math.abs(sum(shares.subList(shown, shares.size())))
                                >= Math.abs(shares.get(shown - 1).rounded()))) {
            shown++;
        }
        return shown;
    }

    private static int sum(List<Share> shares) {
        return shares.stream().mapToInt(Share::rounded).sum();
    }

    /** The first and the last date. */
    public static String span(TimeSeries series) {
        String first = series.all().get(0).date().toString();
        String last = series.all().get(series.all().size() - 1).date().toString();
        return first.equals(last) ? first : first + " to " + last;
    }

    /** What happened, where the scenario has it. */
    public static Optional<String> observed(Scenario scenario) {
        return scenario.observed().map(SeriesSentences::observed);
    }

    private static String observed(ObservedOutcome outcome) {
        return Wording.word(outcome.relationship()) + ", "
                + (outcome.allianceInForce() ? "alliance in force" : "no alliance in force");
    }

    /** The chart in words. */
    public static String description(TimeSeries series) {
        String line = series.steps().stream()
                .map(step -> Wording.percent(step.assessment().verdict().likelihood()) + " on " + step.date())
                .collect(Collectors.joining(", "));
        String fan = series.alternatives().isEmpty()
                ? ""
                : " " + Wording.capitalized(Wording.plural(series.alternatives().size(), "alternative"))
                        + " at its end.";
        return (line.isEmpty() ? "No line." : "A line through " + line + ".") + fan
                + " The table below has the figures.";
    }
}

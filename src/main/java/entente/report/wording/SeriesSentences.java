package entente.report.wording;

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

    private SeriesSentences() {}

    /** What is assessed at each date. */
    public static String event(TimeSeries series) {
        List<Integer> horizons = series.all().stream()
                .map(step -> step.assessment().scenario().horizonYears())
                .distinct()
                .toList();
        return "The likelihood of an operational alliance within "
                + (horizons.size() == 1
                        ? Wording.plural(horizons.get(0), "year") + " of each date."
                        : "the horizon of each scenario; horizons differ.");
    }

    /** The first and the last likelihood, and the largest step between. */
    public static List<String> lead(TimeSeries series, LikelihoodScale scale) {
        List<String> sentences = new ArrayList<>();
        List<Step> steps = series.steps();
        if (steps.size() == 1) {
            sentences.add(at(steps.get(0), scale) + ".");
        } else if (steps.size() > 1) {
            Step first = steps.get(0);
            Step last = steps.get(steps.size() - 1);
            int shift = last.assessment().verdict().likelihood().tenths()
                    - first.assessment().verdict().likelihood().tenths();
            sentences.add("From " + at(first, scale) + ", to " + at(last, scale) + ": " + bestEstimates(series)
                    + Wording.shift(shift) + " percentage points in " + Wording.plural(steps.size() - 1, "step") + ".");
            largest(steps).ifPresent(sentences::add);
        }
        if (!series.alternatives().isEmpty()) {
            sentences.add(branches(series.alternatives(), scale));
        }
        return sentences;
    }

    /** The largest step, or all that may be as large but for rounding. */
    private static Optional<String> largest(List<Step> steps) {
        int size = steps.stream().mapToInt(step -> Math.abs(tenths(step))).max().orElse(0);
        List<String> largest = steps.stream()
                .filter(step -> !Wording.isClearlyLarger(size, Math.abs(tenths(step))))
                .map(step -> Wording.shift(tenths(step)) + ", to "
                        + Wording.named(step.assessment().scenario()))
                .toList();
        return steps.size() <= 2 || size == 0
                ? Optional.empty()
                : Optional.of(Wording.sentence((largest.size() == 1 ? "The largest step is " : "The largest steps are ")
                        + String.join(", and ", largest)));
    }

    /** Changes are those of the best estimates; said where an interval is stated instead. */
    private static String bestEstimates(TimeSeries series) {
        return isIntervalFirst(series) ? "the best estimates differ by " : "";
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

    private static String branches(List<Step> alternatives, LikelihoodScale scale) {
        String most = likelihood(alternatives.get(0), scale);
        return alternatives.size() == 1
                ? "One alternative branches at the last date: " + most + "."
                : Wording.capitalized(Wording.count(alternatives.size()))
                        + " alternatives branch at the last date: from "
                        + likelihood(alternatives.get(alternatives.size() - 1), scale) + ", to " + most + ".";
    }

    private static String at(Step step, LikelihoodScale scale) {
        return likelihood(step, scale) + " on " + step.date();
    }

    private static String likelihood(Step step, LikelihoodScale scale) {
        return new VerdictSentences(step.assessment(), scale).summary();
    }

    private static int tenths(Step step) {
        return step.change().map(change -> change.attribution().tenths()).orElse(0);
    }

    /** The change in percentage points, or a dot where there is nothing to compare with. */
    public static String shift(Step step) {
        return step.change()
                .map(change -> Wording.shift(change.attribution().tenths()))
                .orElse("·");
    }

    /** Why a step has no shares. */
    public static String unmoved(ScenarioContrast change) {
        return change.isEmpty() ? "Nothing differs." : "What differs does not move the likelihood.";
    }

    /** What happened, where the scenario has it. */
    public static Optional<String> observed(Scenario scenario) {
        return scenario.observed().map(SeriesSentences::observed);
    }

    private static String observed(ObservedOutcome outcome) {
        return Wording.word(outcome.relationship()) + ", "
                + (outcome.allianceInForce() ? "alliance in force" : "no alliance in force");
    }

    /** Above the alternatives: when, and what each is compared with. */
    public static String alternatives(TimeSeries series) {
        if (series.alternatives().isEmpty()) {
            return "";
        }
        String heading = "Alternatives on " + series.alternatives().get(0).date();
        return series.steps().isEmpty()
                ? heading
                : heading + ", against "
                        + series.steps()
                                .get(series.steps().size() - 1)
                                .assessment()
                                .scenario()
                                .id();
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

package entente.report.wording;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.Share;
import entente.analysis.series.TimeSeries.Step;
import entente.model.Assumptions.AssumptionKind;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison says of its scenarios, and a series of its steps. */
public final class ContrastText {

    private static final int MOST = 3;

    private ContrastText() {}

    /** With id, date and verdict. */
    public static String named(Assessment assessment, boolean changed) {
        Scenario scenario = assessment.scenario();
        return scenario.title() + " (" + scenario.id()
                + scenario.asOf().map(date -> ", as of " + date).orElse("") + (changed ? ", changed" : "") + "). "
                + new VerdictSentences(assessment, LikelihoodScale.ICD203).opening();
    }

    /** Why the points on depth give another relationship; empty if it is the same, or not decided by points alone. */
    public static Optional<String> relationshipChange(Assessment first, Assessment second) {
        PointBalance a = first.balance();
        PointBalance b = second.balance();
        boolean byPoints = first.verdict().relationship().equals(Optional.of(a.floor()))
                && second.verdict().relationship().equals(Optional.of(b.floor()));
        boolean rises = b.floor().compareTo(a.floor()) > 0;
        Optional<Points> edge = rises ? b.floorFrom() : a.floorFrom();
        return edge.filter(from -> byPoints && a.floor() != b.floor())
                .map(from -> "The relationship changes from " + Wording.word(a.floor()) + " to "
                        + Wording.word(b.floor()) + " as its depth " + (rises ? "rises" : "falls") + " from "
                        + Wording.points(a.partnership()) + " to " + Wording.points(b.partnership()) + " points, past "
                        + Wording.points(from) + ".");
    }

    public static final String METHOD =
            "Shares are exact (Shapley): what switching a part adds, on average over all orders of switching; rounded "
                    + "so that they add up.";

    /** Whether the two likelihoods as whole numbers have their difference to the tenth. */
    public static boolean showsDifference(ScenarioContrast contrast) {
        return Figures.ICD203.showsDifference(
                contrast.before().likelihood(), contrast.after().likelihood());
    }

    /** Whether the likelihood is at an end of the scale, beyond which no difference shows. */
    public static boolean isEnd(Assessment assessment) {
        return Stream.of(Percent.LOWEST, Percent.HIGHEST).anyMatch(assessment.likelihood()::equals);
    }

    /**
     * What of a difference rests on knowledge and not on the world; nothing where none does.
     *
     * @param where only one of two has the readings
     */
    public static Optional<String> knowledge(ScenarioContrast contrast, String where) {
        List<ReadingDifference> halfKnown = contrast.readings().stream()
                .filter(change -> change.before().range().isPresent()
                        != change.after().range().isPresent())
                .toList();
        int shift = shift(contrast, halfKnown);
        return shift == 0
                ? Optional.empty()
                : Optional.of("Of this, " + Wording.shift(shift) + " rests on "
                        + Wording.plural(halfKnown.size(), "reading") + " rated " + where + ".");
    }

    private static int shift(ScenarioContrast contrast, List<ReadingDifference> readings) {
        return contrast.attribution().readings().parts().stream()
                .flatMap(group -> group.parts().stream())
                .filter(single ->
                        readings.stream().anyMatch(change -> single.ids().contains(change.indicator())))
                .mapToInt(Share::rounded)
                .sum();
    }

    /** What a share of either half is the share of. */
    public static String name(Share share, ScenarioContrast contrast, String between) {
        boolean assumption = contrast.attribution().assumptions().parts().contains(share);
        return share.ids().stream()
                .map(id -> assumption
                        ? SuppositionText.kind(AssumptionKind.of(id))
                        : contrast.after().catalogue().group(id).shortLabel())
                .collect(Collectors.joining(between));
    }

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

    public static String likelihood(Step step, LikelihoodScale scale) {
        return new VerdictSentences(step.assessment(), scale).brief().summary();
    }

    private static int change(Step step) {
        return step.change().map(change -> change.attribution().tenths()).orElse(0);
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
                .forEach(share ->
                        parts.add(name(share, change, " with ") + Wording.GLUE + Wording.shift(share.rounded())));
        List<Share> others = shares.subList(shown, shares.size());
        if (!others.isEmpty()) {
            parts.add(Wording.plural(others.size(), "other") + " together" + Wording.GLUE + Wording.shift(sum(others)));
        }
        return "Moved by: " + String.join(", ", parts) + ".";
    }

    /** How many shares are shown; the others are one amount. */
    public static int shown(List<Share> shares) {
        return Math.min(MOST, shares.size());
    }

    private static int sum(List<Share> shares) {
        return shares.stream().mapToInt(Share::rounded).sum();
    }

    /** The factor between unrounded values, where one is small and none is at an end of the scale. */
    public static String times(Assessment before, Assessment after) {
        Percent small = Stream.of(before, after)
                .map(one -> one.likelihood())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String times = Figures.times(
                after.balance().result().percent() / before.balance().result().percent());
        boolean told = small.tenths() < Figures.SMALL && !isEnd(before) && !isEnd(after) && !times.isEmpty();
        return told ? times + ", " : "";
    }
}

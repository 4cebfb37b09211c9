package entente.report.wording;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.analysis.comparison.Share;
import entente.analysis.series.TimeSeries.Step;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Verdict;
import entente.model.rule.CeilingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison says of its scenarios, with the rows of its tables, and a series of its steps. */
public record ContrastText(ScenarioContrast contrast, Figures figures) {

    private static final int MOST = 3;

    /**
     * The figures of a document: all likelihoods have a decimal where one of them needs it, in its statement or beside a
     * difference.
     */
    public static Figures figures(List<Assessment> all, List<ScenarioContrast> contrasts, LikelihoodScale scale) {
        Figures whole = new Figures(scale);
        boolean exact = all.stream()
                        .anyMatch(
                                one -> !new VerdictSentences(one, scale).point().equals(whole.of(one.likelihood())))
                || !contrasts.stream()
                        .allMatch(contrast -> whole.showsDifference(
                                contrast.before().likelihood(), contrast.after().likelihood()));
        return exact
                ? new Figures(scale, all.stream().map(Assessment::likelihood).collect(Collectors.toSet()))
                : whole;
    }

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

    public static String likelihood(Step step, LikelihoodScale scale, Figures figures) {
        return new VerdictSentences(step.assessment(), scale, figures).brief().summary();
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
            parts.add((others.size() == 1 ? "one other" : Wording.count(others.size()) + " others together")
                    + Wording.GLUE
                    + Wording.shift(sum(others)));
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
        Percent one = before.likelihood();
        Percent other = after.likelihood();
        boolean small = Math.min(one.tenths(), other.tenths()) < Figures.SMALL;
        String times = Figures.times(
                after.balance().result().percent() / before.balance().result().percent());
        boolean printed = times.equals(Figures.times((double) other.tenths() / one.tenths()));
        return !small || isEnd(before) || isEnd(after) || times.isEmpty()
                ? ""
                : times + (printed ? ", " : " before rounding, ");
    }

    /** The parts of a half of the difference, the largest first. */
    public static List<Share> heaviest(Share half) {
        return half.parts().stream()
                .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .toList();
    }

    /** The readings of a part, the largest shares first. */
    public List<ReadingDifference> of(Share share) {
        return contrast.readings().stream()
                .filter(change -> share.ids().contains(indicator(change).group()) && shown(change))
                .sorted(Comparator.comparingInt((ReadingDifference change) -> share.part(change.indicator())
                        .map(single -> -Math.abs(single.rounded()))
                        .orElse(0)))
                .toList();
    }

    public int kept() {
        return (int)
                contrast.readings().stream().filter(change -> !shown(change)).count();
    }

    /** Under cut points that differ, a reading can matter whose grade is the same in each scenario for itself. */
    private boolean shown(ReadingDifference change) {
        return change.beforeGrade() != change.afterGrade()
                || contrast.attribution().readings().parts().stream()
                        .anyMatch(group -> group.part(change.indicator()).isPresent());
    }

    /** With its share where its group has several. */
    public String told(ReadingDifference change, Share group) {
        return indicator(change).shortLabel() + ": from " + MeasureText.graded(change.before(), change.beforeGrade())
                + ", to " + MeasureText.graded(change.after(), change.afterGrade())
                + group.part(change.indicator())
                        .filter(single -> group.parts().size() > 1)
                        .map(single -> " (" + Wording.shift(single.rounded()) + ")")
                        .orElse("");
    }

    private Indicator indicator(ReadingDifference change) {
        return contrast.after().catalogue().indicator(change.indicator());
    }

    public String method() {
        return METHOD
                + (contrast.attribution().hasCombinedShares()
                        ? " Parts beyond the largest were too many to separate and were switched together."
                        : "")
                + (contrast.attribution().readings().parts().stream()
                                .anyMatch(share -> share.parts().isEmpty())
                        ? " Single readings were too many to be given shares of their own."
                        : "");
    }

    /** One property of the two verdicts. */
    public record VerdictRow(String name, String before, String after) {}

    /** Confidence is the last, as it never shares a sentence with the likelihood. */
    public List<VerdictRow> verdicts() {
        Assessment first = contrast.before();
        Assessment second = contrast.after();
        Verdict a = first.verdict();
        Verdict b = second.verdict();
        return List.of(
                new VerdictRow("Likelihood", likelihood(first), likelihood(second)),
                new VerdictRow(
                        "Interval",
                        figures.span(a.interval(), a.likelihood(), b.interval()),
                        figures.span(b.interval(), b.likelihood(), a.interval())),
                new VerdictRow("Relationship", relationship(a), relationship(b)),
                new VerdictRow(
                        "Treaty in force",
                        Wording.commitment(a.commitment(), first.catalogue()),
                        Wording.commitment(b.commitment(), second.catalogue())),
                new VerdictRow("Marked", Wording.words(a.flags()), Wording.words(b.flags())),
                new VerdictRow(
                        "Confidence",
                        Wording.word(first.confidence().level()),
                        Wording.word(second.confidence().level())));
    }

    private String likelihood(Assessment assessment) {
        return new VerdictSentences(assessment, LikelihoodScale.ICD203, figures)
                .brief()
                .summary();
    }

    private static String relationship(Verdict verdict) {
        String range = Wording.range(verdict.relationships());
        return verdict.relationship()
                .map(state -> Wording.word(state)
                        + (verdict.relationships().size() > 1 ? " (" + range + ", depending on open readings)" : ""))
                .orElse(range);
    }

    /**
     * The rules of a group with a different result, largest shift first.
     *
     * @param minor those of slight weight, which are one row if they are several; empty otherwise
     */
    public record ChangedGroup(Group group, List<RuleDifference> rules, List<RuleDifference> minor) {

        /** Those with a row of their own. */
        public List<RuleDifference> single() {
            return rules.stream().filter(rule -> !minor.contains(rule)).toList();
        }

        /** The points of some of them; nothing where rules act on other rules. */
        public String points(List<RuleDifference> some, Question question) {
            return group.equals(Group.INTERPLAY) ? "" : Wording.pointsOrDot(sum(some, question));
        }
    }

    /** Largest shift first. */
    public List<ChangedGroup> groups() {
        return contrast.after().catalogue().allGroups().stream()
                .map(this::changed)
                .filter(changed -> !changed.rules().isEmpty())
                .sorted(Comparator.comparingInt(changed -> -size(changed.rules())))
                .toList();
    }

    private ChangedGroup changed(Group group) {
        List<RuleDifference> rules = contrast.rules().stream()
                .filter(change -> change.rule().group().equals(group.id()) && shown(change))
                .sorted(Comparator.comparingInt((RuleDifference change) -> -size(List.of(change))))
                .toList();
        List<RuleDifference> minor = rules.stream()
                .filter(change -> !group.equals(Group.INTERPLAY) && isMinor(change))
                .toList();
        return new ChangedGroup(group, rules, minor.size() > 1 ? minor : List.of());
    }

    private static boolean isMinor(RuleDifference change) {
        return Stream.of(Question.values())
                .flatMap(question -> change.rule().weight(question).stream())
                .allMatch(weight -> weight.strength() == Strength.SLIGHT);
    }

    /** Not a rule that counts in neither. */
    private static boolean shown(RuleDifference change) {
        return change.pointsDiffer()
                || change.before().fired() != change.after().fired();
    }

    private static int size(List<RuleDifference> changes) {
        return 1000 * Math.abs(sum(changes, Question.ALLIANCE).hundredths())
                + Math.abs(sum(changes, Question.PARTNERSHIP).hundredths());
    }

    private static Points sum(List<RuleDifference> changes, Question question) {
        return changes.stream().map(change -> change.pointsDifference(question)).reduce(Points.ZERO, Points::plus);
    }

    /** How the state of a rule changes; its points where it counts in both, but not the same. */
    public static String switched(RuleDifference change) {
        LedgerStatus before = change.before().status();
        LedgerStatus after = change.after().status();
        return before != after
                ? state(before) + " → " + state(after)
                : Stream.of(Question.values())
                        .filter(question -> change.pointsDifference(question).hundredths() != 0)
                        .map(question -> Wording.points(change.before().points(question)) + " → "
                                + Wording.points(change.after().points(question)))
                        .collect(Collectors.joining(", "));
    }

    private static String state(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "counts";
            case NOT_FIRED -> "does not hold";
            case UNDETERMINED -> "depends on an unrated indicator";
            case OVERRIDDEN -> "silenced";
            case DISABLED -> "disabled";
        };
    }

    /** The ceilings that take something back in one of the two, with the rules that apply them. */
    public Map<CeilingKind, Set<String>> ceilings() {
        return Stream.of(contrast.before(), contrast.after())
                .flatMap(assessment -> assessment.balance().acting().stream())
                .collect(Collectors.groupingBy(
                        effect -> effect.ceiling().kind(),
                        TreeMap::new,
                        Collectors.flatMapping(
                                effect -> effect.rules().stream(), Collectors.toCollection(LinkedHashSet::new))));
    }

    public static Points takenBack(PointBalance balance, CeilingKind kind) {
        return Points.ZERO.minus(balance.ceilings().stream()
                .filter(effect -> effect.ceiling().kind() == kind)
                .map(CeilingEffect::reduction)
                .findFirst()
                .orElse(Points.ZERO));
    }
}

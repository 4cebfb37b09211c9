package entente.report.question;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.analysis.comparison.Share;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Question;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Verdict;
import entente.model.rule.CeilingKind;
import entente.report.wording.ContrastText;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.VerdictSentences.VerdictFigure;
import entente.report.wording.Wording;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the tables of a comparison. */
public record ContrastTables(ScenarioContrast contrast) {

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
        return ContrastText.METHOD
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
                new VerdictRow("Likelihood", likelihood(first, second), likelihood(second, first)),
                new VerdictRow(
                        "Interval",
                        Figures.ICD203.span(a.interval(), b.interval()),
                        Figures.ICD203.span(b.interval(), a.interval())),
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

    private static String likelihood(Assessment assessment, Assessment other) {
        VerdictFigure brief = new VerdictSentences(assessment, LikelihoodScale.ICD203).brief();
        boolean whole = Figures.ICD203.showsDifference(
                assessment.verdict().likelihood(), other.verdict().likelihood());
        return brief.figure(whole) + ", " + brief.words();
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
                .flatMap(assessment -> assessment.balance().ceilings().stream())
                .filter(effect -> effect.reduction().hundredths() != 0)
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

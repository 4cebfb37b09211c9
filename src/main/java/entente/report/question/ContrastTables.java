package entente.report.question;

import entente.analysis.comparison.Attribution;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
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
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.ContrastText;
import entente.report.wording.MeasureText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a comparison.
 *
 * @param all also what is the same in both
 */
public record ContrastTables(ScenarioContrast contrast, boolean all) {

    private static final int POINTS_WIDTH = 13;
    private static final int WORDS_WIDTH = 29;
    private static final int MARGIN = 2;
    private static final String NOTHING = "nothing";

    /** Confidence and likelihood never share a sentence. */
    private static final String CONFIDENCE = "Confidence";

    /** The attribution of the difference between the two likelihoods to its parts. */
    public Table sources() {
        List<Row> rows = new ArrayList<>();
        readings(rows);
        assumptions(rows);
        return Table.figures(
                "Sources of the difference, by barrier of the reading", List.of("pp"), Table.FIGURES, rows);
    }

    private void readings(List<Row> rows) {
        List<ReadingDifference> differ =
                contrast.readings().stream().filter(ReadingDifference::differs).toList();
        if (differ.isEmpty()) {
            return;
        }
        Share half = contrast.attribution().readings();
        rows.add(Row.of(1, "Because of readings", Wording.shift(half.rounded())));
        List<Share> heaviest = half.parts().stream()
                .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .toList();
        for (Share share : heaviest) {
            rows.add(Row.of(2, labels(share), Wording.shift(share.rounded())));
            differ.stream()
                    .filter(change -> share.ids().contains(indicator(change).group()))
                    .filter(this::shown)
                    .sorted(Comparator.comparingInt((ReadingDifference change) -> share.part(change.indicator())
                            .map(single -> -Math.abs(single.rounded()))
                            .orElse(0)))
                    .forEach(change -> reading(rows, change, share));
        }
        List<ReadingDifference> idle = differ.stream()
                .filter(change -> half.part(indicator(change).group()).isEmpty())
                .toList();
        if (all && !idle.isEmpty()) {
            rows.add(Row.of(2, "Readings that keep their grade", Wording.shift(0)));
            idle.forEach(change -> rows.add(Row.of(3, told(change) + ".")));
        }
        long kept = differ.stream().filter(change -> !shown(change)).count();
        if (!all && kept > 0) {
            String readings = Wording.capitalized(Wording.plural((int) kept, "reading differs", "readings differ"));
            String but = " but " + (kept == 1 ? "keeps its grade" : "keep their grades");
            rows.add(Row.of(2, readings + but, Wording.shift(0)));
        }
    }

    /** Under cut points that differ, a reading can matter whose grade is the same in each scenario for itself. */
    private boolean shown(ReadingDifference change) {
        return all
                || change.beforeGrade() != change.afterGrade()
                || contrast.attribution().readings().parts().stream()
                        .anyMatch(group -> group.part(change.indicator()).isPresent());
    }

    private void reading(List<Row> rows, ReadingDifference change, Share group) {
        boolean several = group.parts().size() > 1;
        String share = group.part(change.indicator())
                .filter(single -> several)
                .map(single -> " (" + Wording.shift(single.rounded()) + ")")
                .orElse("");
        rows.add(Row.of(3, told(change) + share + "."));
    }

    private String told(ReadingDifference change) {
        return indicator(change).shortLabel() + ": from " + MeasureText.graded(change.before(), change.beforeGrade())
                + ", to " + MeasureText.graded(change.after(), change.afterGrade());
    }

    private Indicator indicator(ReadingDifference change) {
        return contrast.after().catalogue().indicator(change.indicator());
    }

    private String labels(Share share) {
        return ContrastText.labels(share, contrast.after().catalogue());
    }

    private void assumptions(List<Row> rows) {
        if (contrast.assumptions().isEmpty()) {
            return;
        }
        Share half = contrast.attribution().assumptions();
        rows.add(Row.of(1, "Because of assumptions", Wording.shift(half.rounded())));
        List<AssumptionDifference> told = new ArrayList<>(contrast.assumptions());
        half.parts().stream()
                .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .forEach(share -> {
                    List<AssumptionDifference> of = told.stream()
                            .filter(difference ->
                                    share.ids().contains(difference.kind().id()))
                            .toList();
                    if (!of.isEmpty()) {
                        rows.add(Row.of(2, ContrastText.kinds(share), Wording.shift(share.rounded())));
                        of.forEach(difference ->
                                rows.add(Row.of(3, SuppositionText.difference(difference, contrast.after()))));
                    }
                });
    }

    public String method() {
        Attribution split = contrast.attribution();
        boolean single = split.readings().parts().stream()
                .anyMatch(share -> share.parts().isEmpty());
        return ContrastText.METHOD
                + (split.hasCombinedShares()
                        ? " Parts beyond the largest were too many to separate and were switched together."
                        : "")
                + (single ? " Single readings were too many to be given shares of their own." : "");
    }

    /** The two verdicts: all rows, or those that differ with one sentence on the others. */
    public Table verdicts(List<String> names) {
        List<Row> rows = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<Row> whole = verdictRows(contrast.before(), contrast.after());
        for (Row row : whole) {
            if (all
                    || row.text().equals(Words.of(CONFIDENCE))
                    || !row.cells().get(0).equals(row.cells().get(1))) {
                rows.add(row);
            } else if (!row.cells().get(0).equals(Words.of(NOTHING))) {
                same.add(row.text().text().toLowerCase(Locale.ROOT) + " ("
                        + row.cells().get(0).text() + ")");
            }
        }
        if (!same.isEmpty()) {
            rows.add(Row.of(1, "The same: " + String.join(", ", same) + "."));
        }
        return new Table(
                "Verdicts",
                "",
                List.of(
                        Column.words(names.get(0), WORDS_WIDTH),
                        Column.words(names.get(1), WORDS_WIDTH),
                        Column.margin(MARGIN)),
                rows);
    }

    private static List<Row> verdictRows(Assessment first, Assessment second) {
        Verdict a = first.verdict();
        Verdict b = second.verdict();
        return List.of(
                Row.of(1, "Likelihood", likelihood(first), likelihood(second)),
                Row.of(1, "Interval", open(a.interval()), open(b.interval())),
                Row.of(1, "Relationship", relationship(a), relationship(b)),
                Row.of(
                        1,
                        "Treaty in force",
                        Wording.commitment(a.commitment(), first.catalogue()),
                        Wording.commitment(b.commitment(), second.catalogue())),
                Row.of(1, "Marked", flags(a), flags(b)),
                Row.of(1, CONFIDENCE, level(first), level(second)));
    }

    private static String likelihood(Assessment assessment) {
        return new VerdictSentences(assessment, LikelihoodScale.ICD203).summary();
    }

    private static String open(Interval interval) {
        return interval.widthTenths() == 0 ? Wording.percent(interval.low()) : VerdictSentences.span(interval);
    }

    private static String relationship(Verdict verdict) {
        String range = Wording.range(verdict.relationships());
        return verdict.relationship()
                .map(state -> Wording.word(state)
                        + (verdict.relationships().size() > 1 ? " (" + range + ", depending on open readings)" : ""))
                .orElse(range);
    }

    private static String flags(Verdict verdict) {
        return verdict.flags().isEmpty()
                ? NOTHING
                : verdict.flags().stream().sorted().map(ContrastTables::flag).collect(Collectors.joining(", "));
    }

    private static String flag(VerdictFlag flag) {
        return switch (flag) {
            case HOLLOW_ALLIANCE -> "hollow treaty";
            case ALLIANCE_WITHOUT_TREATY -> "alliance without a treaty";
            case WITHIN_REACH -> "within reach";
        };
    }

    private static String level(Assessment assessment) {
        return Wording.word(assessment.confidence().level());
    }

    /** Rules with a different result, by group, largest shift first. */
    public Table rules() {
        List<Row> rows = new ArrayList<>();
        List<RuleDifference> differ =
                contrast.rules().stream().filter(RuleDifference::differs).toList();
        contrast.after().catalogue().allGroups().stream()
                .sorted(Comparator.comparingInt((Group group) -> -size(of(group, differ))))
                .forEach(group -> group(rows, group, of(group, differ)));
        long idle = differ.stream().filter(change -> !shown(change)).count();
        if (!all && idle > 0) {
            rows.add(Row.of(
                    1,
                    Wording.capitalized(Wording.plural((int) idle, "rule"))
                            + (idle == 1 ? " changes its" : " change their")
                            + " state without counting in either: --all."));
        }
        return Table.figures("Rules that switched", List.of("alliance", "partnership"), POINTS_WIDTH, rows);
    }

    private static List<RuleDifference> of(Group group, List<RuleDifference> changes) {
        return changes.stream()
                .filter(change -> change.rule().group().equals(group.id()))
                .toList();
    }

    private boolean shown(RuleDifference change) {
        return all
                || change.pointsDiffer()
                || change.before().fired() != change.after().fired();
    }

    private void group(List<Row> rows, Group group, List<RuleDifference> changes) {
        List<RuleDifference> shown = changes.stream()
                .filter(this::shown)
                .sorted(Comparator.comparingInt((RuleDifference change) -> -size(List.of(change))))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        boolean interaction = group.equals(Group.INTERPLAY);
        rows.add(interaction ? Row.of(1, group.shortLabel(), "", "") : row(1, group.shortLabel(), shown));
        List<RuleDifference> minor = all || interaction
                ? List.of()
                : shown.stream().filter(this::minor).toList();
        boolean fold = minor.size() > 1;
        for (RuleDifference change : shown) {
            if (!fold || !minor.contains(change)) {
                String claim = Wording.claim(change.rule()) + " (" + switched(change) + ")";
                rows.add(interaction ? Row.of(2, claim, "", "") : row(2, claim, List.of(change)));
            }
        }
        if (fold) {
            String more = minor.size() == shown.size() ? "" : "and ";
            rows.add(row(2, more + Wording.plural(minor.size(), "minor factor"), minor));
        }
    }

    private boolean minor(RuleDifference change) {
        return List.of(Question.values()).stream()
                .flatMap(question -> change.rule().weight(question).stream())
                .allMatch(weight -> weight.strength() == Strength.SLIGHT);
    }

    private static Row row(int depth, String text, List<RuleDifference> changes) {
        return row(depth, text, sum(changes, Question.ALLIANCE), sum(changes, Question.PARTNERSHIP));
    }

    private static int size(List<RuleDifference> changes) {
        return 1000 * Math.abs(sum(changes, Question.ALLIANCE).hundredths())
                + Math.abs(sum(changes, Question.PARTNERSHIP).hundredths());
    }

    private static Points sum(List<RuleDifference> changes, Question question) {
        return changes.stream().map(change -> change.pointsDifference(question)).reduce(Points.ZERO, Points::plus);
    }

    private static String switched(RuleDifference change) {
        LedgerStatus before = change.before().status();
        LedgerStatus after = change.after().status();
        return before == after ? otherwise(change) : state(before) + " → " + state(after);
    }

    /** It counts in both, but not the same. */
    private static String otherwise(RuleDifference change) {
        return List.of(Question.values()).stream()
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
            case DISABLED -> "switched off";
        };
    }

    /** How the points become the likelihoods, beside each other. */
    public Table points(List<String> names) {
        PointBalance a = contrast.before().balance();
        PointBalance b = contrast.after().balance();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Base rate", a.base(), b.base()));
        rows.add(row("Factors for and against", a.sum(), b.sum()));
        Stream<CeilingEffect> effects = Stream.concat(a.ceilings().stream(), b.ceilings().stream());
        for (String ceiling : effects.map(CeilingEffect::rule).distinct().toList()) {
            Points one = takenBack(a, ceiling);
            Points other = takenBack(b, ceiling);
            if (one.hundredths() != 0 || other.hundredths() != 0) {
                rows.add(row("Ceiling: " + Wording.claim(ceiling, contrast.after(), contrast.before()), one, other));
            }
        }
        rows.add(row("Result", a.result(), b.result()));
        rows.add(row("Depth of the partnership", a.partnership(), b.partnership()));
        return Table.figures(
                "How the points differ", List.of(names.get(0), names.get(1), "difference"), Table.FIGURES + 2, rows);
    }

    private static Points takenBack(PointBalance balance, String rule) {
        return Points.ZERO.minus(balance.ceilings().stream()
                .filter(effect -> effect.rule().equals(rule))
                .map(CeilingEffect::reduction)
                .findFirst()
                .orElse(Points.ZERO));
    }

    static Row row(String text, Points first, Points second) {
        return row(1, text, first, second, second.minus(first));
    }

    static Row row(int depth, String text, Points... points) {
        return Row.of(
                depth, text, Arrays.stream(points).map(Wording::pointsOrDot).toArray(String[]::new));
    }
}

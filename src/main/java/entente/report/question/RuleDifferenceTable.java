package entente.report.question;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.model.Group;
import entente.model.Points;
import entente.model.Question;
import entente.model.Strength;
import entente.model.assessment.LedgerStatus;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Rules with a different result, by group, largest shift first. */
public record RuleDifferenceTable(boolean all) {

    private static final int COLUMN = 13;

    public Table table(ScenarioContrast contrast) {
        List<Row> rows = new ArrayList<>();
        List<RuleDifference> differ =
                contrast.rules().stream().filter(RuleDifference::differs).toList();
        contrast.after().catalogue().allGroups().stream()
                .sorted(Comparator.comparingInt((Group group) -> -size(of(group, differ))))
                .forEach(group -> group(rows, group, of(group, differ)));
        long idle = differ.stream().filter(change -> !told(change)).count();
        if (!all && idle > 0) {
            rows.add(Row.of(
                    1,
                    Wording.capitalized(Wording.plural((int) idle, "rule"))
                            + (idle == 1 ? " changes its" : " change their")
                            + " state without counting in either: --all."));
        }
        return Table.figures("Rules that switched", List.of("alliance", "partnership"), COLUMN, rows);
    }

    private static List<RuleDifference> of(Group group, List<RuleDifference> changes) {
        return changes.stream()
                .filter(change -> change.rule().group().equals(group.id()))
                .toList();
    }

    private boolean told(RuleDifference change) {
        return all
                || change.pointsDiffer()
                || change.before().fired() != change.after().fired();
    }

    private void group(List<Row> rows, Group group, List<RuleDifference> changes) {
        List<RuleDifference> shown = changes.stream()
                .filter(this::told)
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
        return PointsTable.row(depth, text, sum(changes, Question.ALLIANCE), sum(changes, Question.PARTNERSHIP));
    }

    private static int size(List<RuleDifference> changes) {
        return 1000 * Math.abs(sum(changes, Question.ALLIANCE).hundredths())
                + Math.abs(sum(changes, Question.PARTNERSHIP).hundredths());
    }

    private static Points sum(List<RuleDifference> changes, Question question) {
        return changes.stream().map(change -> change.pointsDifference(question)).reduce(Points.ZERO, Points::plus);
    }

    static String switched(RuleDifference change) {
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
}

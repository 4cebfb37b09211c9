package entente.report.csv;

import entente.model.ComparisonOperator;
import entente.model.Group;
import entente.model.Numbers;
import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;

/**
 * The ledger as a table. Points that count and points that would count if a rule fired are columns of their own, so that
 * the sum of a column is that of the balance.
 */
public final class LedgerCsv {

    public record Row(Assessment assessment, LedgerRow entry) {

        private Group group() {
            return assessment.catalogue().allGroups().stream()
                    .filter(group -> group.id().equals(entry.rule().group()))
                    .findFirst()
                    .orElse(Group.INTERPLAY);
        }

        private Optional<Points> points(Question question, boolean fired) {
            return entry.fired() == fired ? Optional.of(entry.points(question)) : Optional.empty();
        }
    }

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "assess --table ledger",
                    "One row per scenario and rule; `entente explain --format csv` writes those of one scenario.")
            .including(SharedColumns.KEY, Row::assessment)
            .text("rule", "Rule.", row -> row.entry().rule().id())
            .text("claim", "Its sentence.", row -> row.entry().rule().claim())
            .text(
                    "group",
                    "Barrier, driver or state of the rule, or interplay.",
                    row -> row.entry().rule().group())
            .text("group_label", "Its short label.", row -> row.group().shortLabel())
            .text(
                    "group_kind",
                    "barrier, driver, state or interplay.",
                    row -> Wording.word(row.group().kind()))
            .text(
                    "kind",
                    "CLAIM, OVERRIDE or CEILING.",
                    row -> row.entry().rule().kind())
            .text("status", "Whether it fired.", row -> row.entry().status())
            .number(
                    "alliance_points",
                    "Points for the alliance; empty unless it fired.",
                    row -> row.points(Question.ALLIANCE, true))
            .number(
                    "partnership_points",
                    "Points for the partnership; empty unless it fired.",
                    row -> row.points(Question.PARTNERSHIP, true))
            .number(
                    "points_if_met",
                    "Points for the alliance that it would have; empty if it fired.",
                    row -> row.points(Question.ALLIANCE, false))
            .number(
                    "partnership_points_if_met",
                    "Points for the partnership that it would have; empty if it fired.",
                    row -> row.points(Question.PARTNERSHIP, false))
            .text(
                    "overridden_by",
                    "The first rule that overrides it.",
                    row -> row.entry().overriddenBy())
            .integer(
                    "unmet_conditions",
                    "Number of conditions that fail or depend on an unrated indicator.",
                    row -> (int) row.entry().conditions().stream()
                            .filter(condition -> !condition.met())
                            .count())
            .list(
                    "conditions",
                    "Each condition with the reading, and the distance to the threshold where it fails.",
                    row -> row.entry().conditions().stream()
                            .map(LedgerCsv::condition)
                            .toList())
            .list(
                    "cites",
                    "Paragraphs of the article.",
                    row -> row.entry().rule().cites())
            .list(
                    "tags",
                    "Tags that overrides refer to.",
                    row -> row.entry().rule().tags())
            .text(
                    "project_assumption",
                    "What the claim assumes beyond the article.",
                    row -> row.entry().rule().projectAssumption())
            .text(
                    "card",
                    "Card of which it is a step.",
                    row -> row.entry().rule().card())
            .text(
                    "step",
                    "Grade with which the step begins.",
                    row -> row.entry().rule().step());

    private LedgerCsv() {}

    static List<Row> rows(Assessment assessment) {
        return rows(assessment, assessment.ledger());
    }

    public static List<Row> rows(Assessment assessment, List<LedgerRow> entries) {
        return entries.stream().map(entry -> new Row(assessment, entry)).toList();
    }

    private static String condition(ConditionResult result) {
        boolean atLeast = result.condition().comparison() == ComparisonOperator.AT_LEAST;
        return result.condition().indicator() + (atLeast ? " >= " : " < ") + Numbers.plain(result.cut()) + " ("
                + reading(result) + ")";
    }

    private static String reading(ConditionResult result) {
        if (result.actual().isEmpty()) {
            return "not rated";
        }
        String distance = result.met()
                ? "met"
                : "off by " + Numbers.plain(result.distance().orElse(0));
        return Numbers.plain(result.actual().getAsDouble()) + ", " + distance;
    }
}

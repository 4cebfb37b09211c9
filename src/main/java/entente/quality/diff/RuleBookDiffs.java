package entente.quality.diff;

import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookTable;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Compares two rule books and attributes the shift of each scenario. */
public record RuleBookDiffs(LoadedRuleBook first, LoadedRuleBook second) {

    /**
     * A scenario as read under each rule book.
     *
     * @param whole with the indicators of both books
     */
    public record ScenarioVersions(Scenario first, Scenario second, Scenario whole) {}

    public RuleBookDiff diff(List<ScenarioVersions> corpus) {
        RuleBook a = first.book();
        RuleBook b = second.book();
        List<ParameterChange> figures = ParameterChange.between(a, b);
        return new RuleBookDiff(
                a, b, only(b, a), only(a, b), ruleEdits(a, b), figures, shifts(corpus, tables(figures)));
    }

    private static List<Rule> only(RuleBook own, RuleBook other) {
        return own.rules().stream()
                .filter(rule -> other.find(rule.id()).isEmpty())
                .toList();
    }

    private static List<RuleEdit> ruleEdits(RuleBook first, RuleBook second) {
        return first.rules().stream()
                .flatMap(rule -> second.find(rule.id()).map(other -> new RuleEdit(rule, other)).stream())
                .filter(edit -> !edit.fields().isEmpty())
                .toList();
    }

    /** The tables that differ and affect the likelihood or the depth. */
    private static List<RuleBookTable> tables(List<ParameterChange> figures) {
        return Arrays.stream(RuleBookTable.values())
                .filter(table -> figures.stream()
                        .map(ParameterChange::path)
                        .anyMatch(path -> path.startsWith(table.id() + "/") || path.endsWith("/" + table.id())))
                .toList();
    }

    private List<RuleBookDiff.Shift> shifts(List<ScenarioVersions> corpus, List<RuleBookTable> tables) {
        Assessor underFirst = new Assessor(first);
        Assessor underSecond = new Assessor(second);
        RuleBookMixture mixture = new RuleBookMixture(first, second);
        return corpus.stream()
                .map(scenario -> new ShiftAttribution(
                                mixture.forScenario(scenario.whole()), tables, first.book(), second.book())
                        .attribute(underFirst.assess(scenario.first()), underSecond.assess(scenario.second())))
                .sorted(Comparator.comparingInt(shift -> -Math.abs(shift.tenths())))
                .toList();
    }
}

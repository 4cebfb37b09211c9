package entente.quality.diff;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookTable;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        List<ParameterChange> figures = ParameterChanges.between(a, b);
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
    private static Set<RuleBookTable> tables(List<ParameterChange> figures) {
        Set<RuleBookTable> tables = EnumSet.noneOf(RuleBookTable.class);
        for (ParameterChange change : figures) {
            if (change.path().startsWith("weights/")) {
                tables.add(RuleBookTable.WEIGHTS);
            } else if (change.path().startsWith("ceilings/")) {
                tables.add(RuleBookTable.CEILINGS);
            } else if (change.path().startsWith("baseRates/")) {
                tables.add(RuleBookTable.BASE_RATES);
            } else if (change.path().endsWith("/cutPoints")) {
                tables.add(RuleBookTable.CUT_POINTS);
            }
        }
        return tables;
    }

    private List<RuleBookDiff.Shift> shifts(List<ScenarioVersions> corpus, Set<RuleBookTable> tables) {
        Assessor underFirst = new Assessor(first);
        Assessor underSecond = new Assessor(second);
        RuleBookMixture mixture = new RuleBookMixture(first, second);
        List<RuleBookDiff.Shift> shifts = new ArrayList<>();
        for (ScenarioVersions scenario : corpus) {
            Assessment before = underFirst.assess(scenario.first());
            Assessment after = underSecond.assess(scenario.second());
            shifts.add(new ShiftAttribution(mixture.forScenario(scenario.whole()), tables, first.book(), second.book())
                    .attribute(before, after));
        }
        shifts.sort(Comparator.comparingInt((RuleBookDiff.Shift shift) -> -Math.abs(shift.tenths())));
        return shifts;
    }
}

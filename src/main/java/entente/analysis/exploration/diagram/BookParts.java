package entente.analysis.exploration.diagram;

import entente.model.Grade;
import entente.model.Question;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rules of a book over the grades that occur: what is certain, what one reading decides, and what several do. */
final class BookParts {

    final PendingRules rules;
    /** By indicator and grade: alliance and partnership points of the rules that ask this reading only, in hundredths. */
    final int[][][] byGrade;

    private final ScoringModel model;
    private final int[] support;
    private final SortedMap<Integer, int[]> pending = new TreeMap<>();
    private int flags;
    private int alliance;
    private int partnership;

    /** @param support by indicator, the grades that occur, as bits */
    BookParts(ScoringModel model, int[] support) {
        this.model = model;
        this.support = support;
        rules = new PendingRules(support.length);
        byGrade = new int[support.length][Grades.COUNT][2];
        for (int rule = 0; rule < model.rules().size(); rule++) {
            if (!model.disabled(rule)) {
                add(rule);
            }
        }
    }

    DiagramState start() {
        SortedMap<Integer, int[]> left = new TreeMap<>(pending);
        left.keySet()
                .removeIf(number ->
                        StateFlags.hasNoFurther(flags, rules.rule(number).effect()));
        return DiagramState.of(flags, left);
    }

    int alliance() {
        return alliance;
    }

    int partnership() {
        return partnership;
    }

    /** The accepted grades of every rule and override that asks this reading. */
    List<Integer> accepted(int indicator) {
        List<Integer> accepted = new ArrayList<>();
        for (int number : pending.keySet()) {
            PendingRule rule = rules.rule(number);
            accepted.add(rule.condition().accepted(indicator));
            rule.overrides().forEach(override -> accepted.add(override.accepted(indicator)));
        }
        return accepted;
    }

    private void add(int rule) {
        Optional<Conjunction> condition = condition(rule);
        if (condition.isEmpty()) {
            return;
        }
        List<Conjunction> overrides = IntStream.range(0, model.rules().size())
                .filter(other -> !model.disabled(other) && model.overrides(other, rule))
                .boxed()
                .flatMap(other -> condition(other).stream())
                .toList();
        int points = model.points(rule, Question.ALLIANCE).hundredths();
        int partnershipPoints = model.points(rule, Question.PARTNERSHIP).hundredths();
        if (points != 0 || partnershipPoints != 0) {
            add(condition.get(), overrides, RuleEffect.POINTS, points, partnershipPoints);
        }
        model.rules().get(rule).ceiling().ifPresent(kind -> add(condition.get(), overrides, RuleEffect.of(kind), 0, 0));
        if (model.claimsPact(rule)) {
            add(condition.get(), overrides, RuleEffect.PACT, 0, 0);
        }
    }

    private void add(
            Conjunction condition, List<Conjunction> overrides, RuleEffect effect, int points, int partnershipPoints) {
        Optional<PendingRule> rule = PendingRule.of(condition, overrides, effect);
        if (rule.isEmpty()) {
            return;
        }
        int[] asked =
                IntStream.range(0, support.length).filter(rule.get()::asks).toArray();
        if (rule.get().isDecided()) {
            alliance += points;
            partnership += partnershipPoints;
            flags = StateFlags.with(flags, effect);
        } else if (asked.length == 1 && effect == RuleEffect.POINTS) {
            for (int grade = 0; grade < Grades.COUNT; grade++) {
                if (rule.get().after(asked[0], grade).isPresent()) {
                    byGrade[asked[0]][grade][0] += points;
                    byGrade[asked[0]][grade][1] += partnershipPoints;
                }
            }
        } else {
            int[] sums = pending.computeIfAbsent(rules.number(rule.get()), number -> new int[2]);
            sums[0] += points;
            sums[1] += partnershipPoints;
        }
    }

    /** The conditions of a rule on the readings that vary; empty if it cannot hold. */
    private Optional<Conjunction> condition(int rule) {
        Conjunction condition = Conjunction.none(support.length);
        int[] indicators = model.indicators(rule);
        for (int position = 0; position < indicators.length; position++) {
            int accepted = 0;
            for (Grade grade : Grade.values()) {
                accepted |= model.accepts(rule, position, grade) ? 1 << grade.ordinal() : 0;
            }
            int possible = support[indicators[position]];
            if ((accepted & possible) == 0) {
                return Optional.empty();
            }
            if ((accepted & possible) != possible) {
                condition = condition.with(indicators[position], accepted & possible);
            }
        }
        return Optional.of(condition);
    }
}

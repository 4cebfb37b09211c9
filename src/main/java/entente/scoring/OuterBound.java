package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.scoring.Completions.OpenIndicator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Outer bounds for all completions, computed rule by rule: a rule that can hold counts towards the bound of its
 * direction, one that must hold and cannot be overridden counts towards both. Not tight if rules exclude each other.
 */
final class OuterBound {

    private OuterBound() {}

    /** The lowest and the highest points after ceilings. */
    static List<Points> of(ScoringModel model, ScenarioVariant point, List<OpenIndicator> open) {
        List<Rule> rules = model.rules();
        boolean[] can = new boolean[rules.size()];
        boolean[] must = new boolean[rules.size()];
        for (int r = 0; r < can.length; r++) {
            can[r] = !model.disabled(r) && holds(model, r, point, open, false);
            must[r] = !model.disabled(r) && holds(model, r, point, open, true);
        }
        int low = 0;
        int high = 0;
        Set<CeilingKind> possible = EnumSet.noneOf(CeilingKind.class);
        for (int r = 0; r < can.length; r++) {
            int points = model.points(r, Question.ALLIANCE).hundredths();
            boolean certain = must[r] && !isOverridden(model, can, r);
            low += can[r] && (points < 0 || certain) ? points : 0;
            high += can[r] && (points > 0 || certain) ? points : 0;
            if (can[r]) {
                rules.get(r).ceiling().ifPresent(possible::add);
            }
        }
        Points lowest = point.base().plus(new Points(low));
        Points highest = point.base().plus(new Points(high));
        for (CeilingKind kind : possible) {
            lowest = model.ceiling(kind).apply(lowest);
        }
        return List.of(
                lowest,
                model.hasUnconditionalCeiling() ? lifted(model, possible).apply(highest) : highest);
    }

    private static Ceiling lifted(ScoringModel model, Set<CeilingKind> possible) {
        return model.ceiling(possible.stream()
                .filter(k -> k != CeilingKind.INCIDENT)
                .reduce((a, b) -> b)
                .orElse(CeilingKind.NO_SWITCH));
    }

    private static boolean isOverridden(ScoringModel model, boolean[] can, int rule) {
        return IntStream.range(0, can.length).anyMatch(r -> can[r] && model.overrides(r, rule));
    }

    /** Whether the rule holds for some or, if {@code always}, for all grades of the open readings. */
    private static boolean holds(
            ScoringModel model, int rule, ScenarioVariant point, List<OpenIndicator> open, boolean always) {
        int[] indicators = model.indicators(rule);
        return IntStream.range(0, indicators.length).allMatch(condition -> {
            Stream<Grade> grades = open.stream()
                    .filter(candidate -> candidate.indicator() == indicators[condition])
                    .findFirst()
                    .map(OpenIndicator::grades)
                    .orElse(List.of(point.grade(indicators[condition])))
                    .stream();
            return always
                    ? grades.allMatch(g -> model.accepts(rule, condition, g))
                    : grades.anyMatch(g -> model.accepts(rule, condition, g));
        });
    }
}

package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Bounds that no completion can leave, found rule by rule: each rule that can hold counts on the side where it hurts,
 * each that must hold and cannot be silenced counts on both. Wider than the truth where rules exclude each other.
 */
final class OuterBound {

    private OuterBound() {}

    static void widen(
            OutcomeRange allowed, ScoringModel weighing, GradedScenario point, List<OpenIndicator> free, Points base) {
        List<Rule> rules = weighing.rules();
        boolean[] can = new boolean[rules.size()];
        boolean[] must = new boolean[rules.size()];
        for (int r = 0; r < can.length; r++) {
            can[r] = !weighing.disabled(r) && holds(weighing, r, point, free, false);
            must[r] = !weighing.disabled(r) && holds(weighing, r, point, free, true);
        }
        int low = 0;
        int high = 0;
        Set<CeilingKind> possible = EnumSet.noneOf(CeilingKind.class);
        for (int r = 0; r < can.length; r++) {
            int points = weighing.alliancePoints(r).hundredths();
            boolean certain = must[r] && !silenced(weighing, can, r);
            low += can[r] && (points < 0 || certain) ? points : 0;
            high += can[r] && (points > 0 || certain) ? points : 0;
            if (can[r]) {
                rules.get(r).ceiling().ifPresent(possible::add);
            }
        }
        Points lowest = base.plus(new Points(low));
        Points highest = base.plus(new Points(high));
        for (CeilingKind kind : possible) {
            lowest = ceiling(weighing, kind).apply(lowest);
        }
        allowed.widen(
                lowest,
                weighing.hasUnconditionalCeiling() ? lifted(weighing, possible).apply(highest) : highest);
    }

    private static Ceiling lifted(ScoringModel weighing, Set<CeilingKind> possible) {
        return ceiling(
                weighing,
                possible.stream()
                        .filter(k -> k != CeilingKind.INCIDENT)
                        .reduce((a, b) -> b)
                        .orElse(CeilingKind.NO_SWITCH));
    }

    private static Ceiling ceiling(ScoringModel weighing, CeilingKind kind) {
        return Objects.requireNonNull(weighing.book().ceilings().get(kind));
    }

    private static boolean silenced(ScoringModel weighing, boolean[] can, int rule) {
        for (int r = 0; r < can.length; r++) {
            if (can[r] && weighing.silences(r, rule)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rule holds for some grades of the free readings, or for all of them. */
    private static boolean holds(
            ScoringModel weighing, int rule, GradedScenario point, List<OpenIndicator> free, boolean always) {
        int[] asked = weighing.indicators(rule);
        for (int c = 0; c < asked.length; c++) {
            int condition = c;
            List<Grade> grades = List.of(point.grades()[asked[c]]);
            for (OpenIndicator f : free) {
                grades = f.indicator() == asked[c] ? f.grades() : grades;
            }
            boolean met = always
                    ? grades.stream().allMatch(g -> weighing.accepts(rule, condition, g))
                    : grades.stream().anyMatch(g -> weighing.accepts(rule, condition, g));
            if (!met) {
                return false;
            }
        }
        return true;
    }
}

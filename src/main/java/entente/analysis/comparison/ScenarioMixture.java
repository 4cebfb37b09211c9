package entente.analysis.comparison;

import entente.analysis.comparison.DifferingParts.ScenarioPart;
import entente.model.AssumptionKind;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first of two scenarios with some parts taken from the second. */
final class ScenarioMixture {

    /** Assumptions on which the scoring model depends. */
    private static final Set<AssumptionKind> RULE_BOOK_KINDS =
            EnumSet.of(AssumptionKind.WEIGHTS, AssumptionKind.EMPHASIS, AssumptionKind.WITHOUT);

    private final Assessor assessor;
    private final Scenario first;
    private final Scenario second;
    private final List<ScenarioPart> parts;
    /** Grades of the readings of the first and second scenario, each under the cut points of both. */
    private final Grade[][] firstGrades;

    private final Grade[][] secondGrades;
    private final Map<Set<AssumptionKind>, ScoringModel> models = new HashMap<>();
    private final Map<Points, Integer> likelihoods = new HashMap<>();
    /** Base points with the base rate and the horizon of the first or second scenario. */
    private final Points[][] bases;

    ScenarioMixture(Assessor assessor, Scenario first, Scenario second, List<ScenarioPart> parts) {
        this.assessor = assessor;
        this.first = first;
        this.second = second;
        this.parts = parts;
        this.firstGrades = new Grade[][] {grades(first, first), grades(first, second)};
        this.secondGrades = new Grade[][] {grades(second, first), grades(second, second)};
        this.bases =
                new Points[][] {{base(first, first), base(first, second)}, {base(second, first), base(second, second)}};
    }

    private Points base(Scenario rate, Scenario horizon) {
        return ScoringModel.basePoints(assessor.book(), rate.assumptions(), horizon.horizonYears());
    }

    private Grade[] grades(Scenario readings, Scenario cuts) {
        Catalogue catalogue = assessor.book().catalogue();
        return GradedScenario.of(readings, catalogue, cuts.assumptions()).grades();
    }

    /** The likelihood with the given parts from the second scenario, in tenths of a percent. */
    int tenths(int chosen) {
        return tenths(chosen, new int[0], 0);
    }

    /**
     * The likelihood with the given parts and single readings from the second scenario.
     *
     * @param positions positions in the catalogue
     * @param some which of these positions, as a bit set
     */
    int tenths(int chosen, int[] positions, int some) {
        Set<AssumptionKind> kinds = EnumSet.noneOf(AssumptionKind.class);
        List<ScenarioPart> selected = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            if ((chosen & 1 << p) != 0) {
                selected.add(parts.get(p));
                kinds.addAll(parts.get(p).kinds());
            }
        }
        int cuts = kinds.contains(AssumptionKind.CUT_POINTS) ? 1 : 0;
        Grade[] grades = firstGrades[cuts].clone();
        selected.forEach(part -> copySelected(grades, secondGrades[cuts], part.positions(), -1));
        copySelected(grades, secondGrades[cuts], positions, some);
        Points result = model(kinds).outcome(grades, base(kinds)).result();
        return likelihoods.computeIfAbsent(result, points -> Percent.of(points).tenths());
    }

    private static void copySelected(Grade[] grades, Grade[] from, int[] positions, int some) {
        for (int i = 0; i < positions.length; i++) {
            if ((some & 1 << i) != 0) {
                grades[positions[i]] = from[positions[i]];
            }
        }
    }

    private ScoringModel model(Set<AssumptionKind> kinds) {
        Set<AssumptionKind> laidOut = EnumSet.copyOf(RULE_BOOK_KINDS);
        laidOut.retainAll(kinds);
        return models.computeIfAbsent(laidOut, chosen -> {
            Assumptions a = first.assumptions();
            Assumptions b = second.assumptions();
            return assessor.scoringModel(new Assumptions(
                    chosen.contains(AssumptionKind.WEIGHTS) ? b.weights() : a.weights(),
                    chosen.contains(AssumptionKind.EMPHASIS) ? b.emphasis() : a.emphasis(),
                    chosen.contains(AssumptionKind.WITHOUT) ? b.without() : a.without(),
                    Map.of(),
                    a.baseRatePercent()));
        });
    }

    private Points base(Set<AssumptionKind> kinds) {
        int rate = kinds.contains(AssumptionKind.BASE_RATE) ? 1 : 0;
        int horizon = kinds.contains(AssumptionKind.HORIZON) ? 1 : 0;
        return bases[rate][horizon];
    }
}

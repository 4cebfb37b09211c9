package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.ShapleyValues;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import java.util.ArrayList;
import java.util.List;

/** Compares two assessments under the same rule book. */
public final class ScenarioContrasts {

    private final Assessor assessor;
    private final int maxParts;
    private final long maxMixtures;

    public ScenarioContrasts(Assessor assessor) {
        this(assessor, ShapleyValues.MAX_PLAYERS, LikelihoodAttribution.MAX_MIXTURES);
    }

    /**
     * With other limits.
     *
     * @param maxParts largest number of separate parts
     * @param maxMixtures largest number of mixtures for shares of single readings
     */
    ScenarioContrasts(Assessor assessor, int maxParts, long maxMixtures) {
        this.assessor = assessor;
        this.maxParts = maxParts;
        this.maxMixtures = maxMixtures;
    }

    /** Both must have been assessed under this assessor's rule book. */
    public ScenarioContrast between(Assessment before, Assessment after) {
        List<RuleDifference> rules = new ArrayList<>();
        for (int r = 0; r < before.ledger().size(); r++) {
            rules.add(new RuleDifference(before.ledger().get(r), after.ledger().get(r)));
        }
        return new ScenarioContrast(
                before,
                after,
                attribute(before.scenario(), after.scenario()),
                readings(before.scenario(), after.scenario()),
                AssumptionDifferences.between(before, after, assessor.book()),
                rules);
    }

    Attribution attribute(Scenario before, Scenario after) {
        Catalogue catalogue = assessor.book().catalogue();
        List<ScenarioPart> parts = DifferingParts.of(before, after, catalogue, maxParts);
        ScenarioMixture mixture = new ScenarioMixture(assessor, before, after, parts);
        return new LikelihoodAttribution(mixture, parts, catalogue.indicators(), maxMixtures).attribute();
    }

    private List<ReadingDifference> readings(Scenario before, Scenario after) {
        Catalogue catalogue = assessor.book().catalogue();
        GradedScenario first = GradedScenario.of(before, catalogue);
        GradedScenario second = GradedScenario.of(after, catalogue);
        List<ReadingDifference> changes = new ArrayList<>();
        for (int i = 0; i < first.grades().length; i++) {
            Indicator indicator = catalogue.indicators().get(i);
            changes.add(new ReadingDifference(
                    indicator.id(),
                    before.reading(indicator.id()),
                    first.grades()[i],
                    after.reading(indicator.id()),
                    second.grades()[i]));
        }
        return changes;
    }
}

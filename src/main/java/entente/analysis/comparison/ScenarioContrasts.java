package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.ShapleyValues;
import entente.model.Catalogue;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Compares two assessments under the same rule book. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class ScenarioContrasts {

    private final Assessor assessor;
    /** Largest number of separate parts. */
    private final int maxParts;
    /** Largest number of mixtures for shares of single readings. */
    private final long maxMixtures;

    public ScenarioContrasts(Assessor assessor) {
        this(assessor, ShapleyValues.MAX_PLAYERS, LikelihoodAttribution.MAX_MIXTURES);
    }

    /** Both must have been assessed under this assessor's rule book. */
    public ScenarioContrast between(Assessment before, Assessment after) {
        return new ScenarioContrast(
                before,
                after,
                attribute(before.scenario(), after.scenario()),
                readings(before.scenario(), after.scenario()),
                AssumptionDifferences.between(before, after, assessor.book()),
                IntStream.range(0, before.ledger().size())
                        .mapToObj(r -> new RuleDifference(
                                before.ledger().get(r), after.ledger().get(r)))
                        .toList());
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
        return IntStream.range(0, first.grades().length)
                .mapToObj(i -> {
                    String id = catalogue.indicators().get(i).id();
                    return new ReadingDifference(
                            id, before.reading(id), first.grades()[i], after.reading(id), second.grades()[i]);
                })
                .toList();
    }
}

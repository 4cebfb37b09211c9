package entente.analysis.ensemble.run;

import entente.analysis.ensemble.EnsembleDesign;
import entente.analysis.ensemble.EnsembleKernel;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.Provenance;
import entente.scoring.Assessor;
import entente.scoring.GradeProbabilities;
import entente.scoring.ScoredScenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;

/** The variants of a scenario with uncertain readings, ready to be evaluated. Immutable. */
@Getter
public final class Ensemble {

    private final EnsembleQuestion question;
    private final Provenance provenance;

    /** The readings that vary, in the order of the catalogue. */
    private final List<VariedReading> varied;

    /** Number of readings that are unknown in every variant and count for nothing. */
    private final int unrated;

    /** The likelihood that an assessment of the scenario gives. */
    private final Percent point;

    /** Whether an assessment names no single relationship, as under half of the readings on the partnership are known. */
    private final boolean relationshipWithheld;

    @Getter(AccessLevel.PACKAGE)
    private final EnsembleDesign design;

    @Getter(AccessLevel.PACKAGE)
    private final EnsembleKernel kernel;

    /** @throws IllegalArgumentException if no reading is uncertain, or the design cannot have so many variants */
    public Ensemble(Assessor assessor, EnsembleQuestion question) {
        this.question = question;
        provenance = Provenance.of(assessor.book());
        ScoredScenario scored = assessor.scored(question.scenario());
        List<Indicator> indicators = assessor.book().catalogue().indicators();
        List<VariedReading> uncertain = new ArrayList<>();
        int unknown = 0;
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            Reading reading = question.scenario().reading(indicator.id());
            boolean isAny = isAny(reading);
            double[] probabilities = isAny ? any() : probabilities(question.scenario(), reading, indicator);
            VariedReading.of(indicator, i, reading, isAny, probabilities).ifPresent(uncertain::add);
            unknown += probabilities[Grade.UNKNOWN.ordinal()] == 1 ? 1 : 0;
        }
        if (uncertain.isEmpty()) {
            throw new IllegalArgumentException("no reading is uncertain");
        }
        varied = List.copyOf(uncertain);
        unrated = unknown;
        point = scored.likelihood(scored.graded().grades());
        relationshipWithheld = !Assessor.isRelationshipDetermined(scored.model(), scored.graded());
        design = question.design()
                .design(
                        question.size(),
                        question.seed(),
                        varied.stream().map(VariedReading::distribution).toList());
        kernel = new EnsembleKernel(
                scored.model(),
                scored.base(),
                scored.graded(),
                varied.stream().mapToInt(VariedReading::index).toArray());
    }

    private boolean isAny(Reading reading) {
        return question.unratedAny()
                && reading.range().isEmpty()
                && reading.distribution().isEmpty();
    }

    private static double[] any() {
        double[] probabilities = new double[Grade.values().length];
        Arrays.fill(probabilities, Grade.VERY_LOW.ordinal(), probabilities.length, 1.0 / (probabilities.length - 1));
        return probabilities;
    }

    private static double[] probabilities(Scenario scenario, Reading reading, Indicator indicator) {
        return GradeProbabilities.of(reading, scenario.assumptions().scale(indicator));
    }

    /** Number of variants. */
    public long size() {
        return design.size();
    }

    /** Evaluates variants in one thread. */
    public VariantEvaluator evaluator() {
        return new VariantEvaluator(this);
    }
}

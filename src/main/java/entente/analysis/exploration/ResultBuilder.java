package entente.analysis.exploration;

import entente.analysis.exploration.ExplorationResult.PairEffect;
import entente.analysis.exploration.ExplorationResult.Sample;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.exploration.DistributionBasis;
import entente.model.exploration.ExplorationQuestion;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** Makes a result of what a count or a sample found. */
@RequiredArgsConstructor
final class ResultBuilder {

    private static final double NEGLIGIBLE = 1e-12;

    private final ExplorationQuestion question;
    private final ScoredScenario scored;
    private final Assessment assessment;
    private final Priors priors;

    ExplorationResult exact(Expectations found) {
        return result(found, Optional.empty());
    }

    ExplorationResult sampled(Expectations found) {
        Map<Band, Double> errors = new EnumMap<>(Band.class);
        VerdictProbabilities.of(found.byPoints())
                .bands()
                .forEach((band, p) -> errors.put(band, Math.sqrt(p * (1 - p) / SampledCases.SIZE)));
        return result(found, Optional.of(new Sample(SampledCases.SIZE, SampledCases.SEED, errors)));
    }

    private ExplorationResult result(Expectations found, Optional<Sample> sample) {
        VerdictProbabilities verdict = VerdictProbabilities.of(found.byPoints());
        EffectBuilder effects = new EffectBuilder(found, verdict, question);
        int[] uncertain = uncertain();
        return new ExplorationResult(
                question,
                assessment,
                cases(uncertain),
                unrated(),
                IntStream.of(uncertain).mapToObj(this::reading).toList(),
                verdict,
                RelationshipProbabilities.of(
                        found.relationship(),
                        found.relationshipExact(),
                        !Assessor.isRelationshipDetermined(scored.model(), scored.graded())),
                IntStream.of(uncertain)
                        .mapToObj(i -> effects.of(i, id(i)))
                        .sorted(Comparator.comparingDouble((ReadingEffect effect) -> -effect.first())
                                .thenComparingDouble(effect -> -effect.bits()))
                        .toList(),
                found.pairs().stream()
                        .map(pair ->
                                new PairEffect(id(pair.first()), id(pair.second()), effects.share(pair.variance())))
                        .filter(pair -> pair.index() > NEGLIGIBLE)
                        .toList(),
                found.likeliest().stream()
                        .map(likeliest -> likeliest(likeliest, uncertain))
                        .toList(),
                found.discovery(),
                sample);
    }

    private int[] uncertain() {
        return IntStream.range(0, priors.byGrade()[0].length)
                .filter(i -> !priors.isCertain(i))
                .toArray();
    }

    /** Readings that count for nothing in every case. */
    private int unrated() {
        return (int) IntStream.range(0, priors.byGrade()[0].length)
                .filter(i -> priors.isCertain(i) && priors.probability(i, Grade.UNKNOWN.ordinal()) > 0)
                .count();
    }

    private BigInteger cases(int[] uncertain) {
        BigInteger cases = BigInteger.ONE;
        for (int i : uncertain) {
            cases = cases.multiply(BigInteger.valueOf(Integer.bitCount(priors.support()[i])));
        }
        return cases;
    }

    private UncertainReading reading(int i) {
        Map<Grade, Double> grades = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            double probability = priors.probability(i, grade.ordinal());
            if (probability > 0) {
                grades.put(grade, probability);
            }
        }
        return new UncertainReading(id(i), basis(id(i)), grades);
    }

    private DistributionBasis basis(String indicator) {
        if (question.worlds().stream().anyMatch(world -> world.grades().containsKey(indicator))) {
            return DistributionBasis.WORLDS;
        }
        Reading reading = question.scenario().reading(indicator);
        return DistributionBasis.of(reading, question.isAny(reading));
    }

    private LikeliestCase likeliest(LikeliestReadings.Combination found, int[] uncertain) {
        Map<String, Grade> grades = new LinkedHashMap<>();
        for (int i : uncertain) {
            grades.put(id(i), Grade.values()[found.grades()[i]]);
        }
        String world = question.worlds().isEmpty()
                ? ""
                : question.worlds().get(found.world()).name();
        return new LikeliestCase(found.band(), found.probability(), world, grades);
    }

    private String id(int i) {
        List<Indicator> indicators = scored.graded().catalogue().indicators();
        return indicators.get(i).id();
    }
}

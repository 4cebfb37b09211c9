package entente.analysis.exploration;

import entente.analysis.exploration.ExactCases.Expectations;
import entente.analysis.exploration.ExplorationResult.DistributionBasis;
import entente.analysis.exploration.ExplorationResult.PairEffect;
import entente.analysis.exploration.ExplorationResult.ReadingEffect;
import entente.analysis.exploration.ExplorationResult.ReadingEffect.GradeEffect;
import entente.analysis.exploration.ExplorationResult.RelationshipProbabilities;
import entente.analysis.exploration.ExplorationResult.Sample;
import entente.analysis.exploration.ExplorationResult.UncertainReading;
import entente.analysis.exploration.ExplorationResult.VerdictProbabilities;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.ExplorationQuestion;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Explores a scenario with uncertain readings: the probability of each verdict over all cases, exactly where the rule
 * book allows it.
 */
@RequiredArgsConstructor
public final class Exploration {

    private static final double LN2 = StrictMath.log(2);

    /** An interaction that is an error of rounding. */
    private static final double NEGLIGIBLE = 1e-12;

    private final Assessor assessor;
    private final WorkLimits limits;

    public Exploration(Assessor assessor) {
        this(assessor, WorkLimits.STANDARD);
    }

    /** The indicators of conditions that no case with a probability meets. */
    public List<String> impossible(ExplorationQuestion question) {
        Catalogue catalogue = assessor.book().catalogue();
        double[][] byGrade = Priors.before(question, catalogue).byGrade();
        return question.given().entrySet().stream()
                .filter(condition -> {
                    int position = Objects.requireNonNull(catalogue.positions().get(condition.getKey()));
                    return byGrade[position][condition.getValue().ordinal()] == 0;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    public ExplorationResult explore(Scenario scenario) {
        return explore(ExplorationQuestion.of(scenario));
    }

    /**
     * @throws IllegalArgumentException if a condition is impossible, see {@link #impossible}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ExplorationResult explore(ExplorationQuestion question) {
        ScoredScenario scored = assessor.scored(question.scenario());
        Priors priors = Priors.of(question, assessor.book().catalogue());
        try {
            Expectations found = new ExactCases(scored, priors, question, limits).count();
            return result(question, scored, priors, found, Optional.empty());
        } catch (WorkLimits.Exceeded tooMuch) {
            Expectations found = new SampledCases(scored, priors).draw();
            Map<Band, Double> errors = new EnumMap<>(Band.class);
            VerdictProbabilities.of(found.byPoints())
                    .bands()
                    .forEach((band, p) -> errors.put(band, Math.sqrt(p * (1 - p) / SampledCases.SIZE)));
            Sample sample = new Sample(SampledCases.SIZE, SampledCases.SEED, errors);
            return result(question, scored, priors, found, Optional.of(sample));
        }
    }

    private ExplorationResult result(
            ExplorationQuestion question,
            ScoredScenario scored,
            Priors priors,
            Expectations found,
            Optional<Sample> sample) {
        Catalogue catalogue = assessor.book().catalogue();
        List<String> ids = List.copyOf(catalogue.positions().keySet());
        int[] uncertain = priors.uncertain();
        VerdictProbabilities verdict = VerdictProbabilities.of(found.byPoints());
        BigInteger cases = BigInteger.ONE;
        for (int support : priors.support()) {
            cases = cases.multiply(BigInteger.valueOf(Integer.bitCount(support)));
        }
        return new ExplorationResult(
                question,
                assessor.assess(question.scenario()),
                cases,
                (int) IntStream.of(priors.support())
                        .filter(support -> support == 1 << Grade.UNKNOWN.ordinal())
                        .count(),
                verdict,
                RelationshipProbabilities.of(
                        found.relationship(),
                        found.relationshipExact(),
                        !Assessor.isRelationshipDetermined(scored.model(), scored.grades())),
                IntStream.of(uncertain)
                        .mapToObj(i -> reading(question, catalogue.indicator(ids.get(i)), priors.byGrade()[i]))
                        .toList(),
                IntStream.of(uncertain)
                        .mapToObj(i -> effect(
                                catalogue.indicator(ids.get(i)),
                                found.joints()[i],
                                found.total().get(i),
                                verdict))
                        .sorted(Comparator.comparingDouble((ReadingEffect effect) -> -effect.first())
                                .thenComparingDouble(effect -> -effect.bits()))
                        .toList(),
                found.pairs().stream()
                        .map(pair -> new PairEffect(
                                ids.get(pair.first()), ids.get(pair.second()), share(pair.variance(), verdict)))
                        .filter(pair -> pair.index() > NEGLIGIBLE)
                        .toList(),
                found.likeliest(),
                found.discovery(),
                sample);
    }

    private static UncertainReading reading(ExplorationQuestion question, Indicator indicator, double[] byGrade) {
        Map<Grade, Double> grades = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            if (byGrade[grade.ordinal()] > 0) {
                grades.put(grade, byGrade[grade.ordinal()]);
            }
        }
        Reading reading = question.scenario().reading(indicator.id());
        return new UncertainReading(
                indicator.id(), indicator.shortLabel(), DistributionBasis.of(reading, question.isAny(reading)), grades);
    }

    /** The indices of a reading from joint expectations. */
    private static ReadingEffect effect(
            Indicator indicator, double[][] joints, @Nullable Double total, VerdictProbabilities verdict) {
        List<GradeEffect> grades = new ArrayList<>();
        double variance = 0;
        double bits = 0;
        for (Grade grade : Grade.values()) {
            double[] joint = joints[grade.ordinal()];
            // All bands together, so that the conditional probabilities add up to 1 for a sample, too.
            double probability = 0;
            for (int band = 0; band < DiagramSums.PERCENT; band++) {
                probability += joint[band];
            }
            if (probability > 0) {
                double away = joint[DiagramSums.PERCENT] / probability - verdict.meanPercent();
                variance += probability * away * away;
                bits += bits(joint, probability, verdict);
                grades.add(effect(grade, probability, joint, verdict));
            }
        }
        OptionalDouble left = total == null ? OptionalDouble.empty() : OptionalDouble.of(share(total, verdict));
        return new ReadingEffect(
                indicator.id(), indicator.shortLabel(), share(variance, verdict), left, Math.max(0, bits), grades);
    }

    /** A part of the variance of the likelihood as a share of it, from 0 to 1; 0 where there is no variance, or rounding alone. */
    private static double share(double part, VerdictProbabilities verdict) {
        double variance = verdict.standardDeviation() * verdict.standardDeviation();
        return part > NEGLIGIBLE * variance ? Math.min(1, part / variance) : 0;
    }

    private static double bits(double[] joint, double probability, VerdictProbabilities verdict) {
        double bits = 0;
        for (Band band : Band.values()) {
            double both = joint[band.ordinal()];
            if (both > 0) {
                double apart = probability * verdict.bands().getOrDefault(band, 0.0);
                bits += both * StrictMath.log(both / apart) / LN2;
            }
        }
        return bits;
    }

    private static GradeEffect effect(Grade grade, double probability, double[] joint, VerdictProbabilities verdict) {
        Map<Band, Double> bands = new EnumMap<>(Band.class);
        Map<Band, Double> posterior = new EnumMap<>(Band.class);
        verdict.bands().forEach((band, reached) -> {
            bands.put(band, joint[band.ordinal()] / probability);
            if (reached > 0) {
                posterior.put(band, joint[band.ordinal()] / reached);
            }
        });
        return new GradeEffect(grade, probability, bands, joint[DiagramSums.PERCENT] / probability, posterior);
    }
}

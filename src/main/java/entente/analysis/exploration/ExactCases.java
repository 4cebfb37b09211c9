package entente.analysis.exploration;

import entente.analysis.exploration.diagram.DiagramCompiler;
import entente.analysis.exploration.diagram.Output;
import entente.analysis.exploration.diagram.WorkBudget;
import entente.analysis.exploration.diagram.WorkLimitException;
import entente.model.Band;
import entente.model.exploration.DiscoveryTarget;
import entente.model.exploration.ExplorationQuestion;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** Counts all cases by a diagram of the rule book. */
@RequiredArgsConstructor
final class ExactCases {

    /** Forward, backward and joint for each output, and the most probable readings for each band. */
    private static final int DISTRIBUTION_PASSES = 1 + 2 * Output.COUNT + Output.PERCENT;

    private static final int PAIRS = 10;
    private static final double ROUNDING = 1e-12;

    private final ScoredScenario scored;
    private final Priors priors;
    private final ExplorationQuestion question;
    private final WorkLimits limits;

    /** Of {@link #count}: the diagram, what follows from it, and each reading's total index. */
    int steps() {
        return 2 + uncertain().length + (question.discover().isPresent() ? BoxSearch.STEPS : 0);
    }

    private int[] uncertain() {
        return IntStream.range(0, priors.byGrade()[0].length)
                .filter(i -> !priors.isCertain(i))
                .toArray();
    }

    /** @throws WorkLimitException if the probabilities of verdicts, or the conditions of one, need more work than the limits */
    Expectations count(ExplorationSteps steps) {
        ScoringModel model = scored.model();
        DiagramCompiler compiler = new DiagramCompiler(model, priors.support());
        ExactPasses passes = new ExactPasses(
                compiler.compile(new WorkBudget(limits.compilation())),
                scored,
                priors,
                new HashMap<>(),
                limits,
                DISTRIBUTION_PASSES,
                new WorkBudget(limits.distribution()));
        limits.checkCells((double) passes.cells);
        ExactPasses.Distribution distribution = passes.distribution();
        steps.next();
        Optional<double[][]> relationship = new RelationshipPass(passes, model.book(), limits).joint();
        steps.next();
        Interactions interactions = interactions(compiler, passes, steps);
        return new Expectations(
                distribution.byPoints(),
                distribution.joints(),
                relationship.orElseGet(() -> new SampledCases(scored, priors)
                        .draw(new ExplorationSteps(share -> {}, SampledCases.STEPS))
                        .relationship()),
                relationship.isPresent(),
                interactions.total(),
                interactions.pairs(),
                new LikeliestReadings(passes).all(),
                question.discover().map(target -> discover(passes, distribution.byPoints(), target, steps)));
    }

    /**
     * What readings do together.
     *
     * @param total by indicator, the variance of the output that is left when all other readings are known
     */
    private record Interactions(Map<Integer, Double> total, List<PairEffects.Pair> pairs) {}

    /** Empty where all of them together need more work than the limit. */
    private Interactions interactions(DiagramCompiler compiler, ExactPasses passes, ExplorationSteps steps) {
        int output = Output.of(question.index());
        WorkBudget budget = new WorkBudget(limits.interactions());
        WorkBudget compilation = new WorkBudget(limits.compilation());
        TotalEffects effects = new TotalEffects(compiler, scored, priors, output, limits, compilation, budget);
        Map<Integer, Double> total = new HashMap<>();
        try {
            boolean alone = priors.worlds() == 1;
            budget.charge(alone ? PairEffects.steps(passes) : 0);
            for (int indicator : uncertain()) {
                total.put(indicator, effects.of(indicator, passes.diagram));
                steps.next();
            }
            return new Interactions(total, alone ? new PairEffects(passes, output).strongest(PAIRS) : List.of());
        } catch (WorkLimitException tooMuch) {
            steps.next(uncertain().length - total.size());
            return new Interactions(Map.of(), List.of());
        }
    }

    private Discovery discover(
            ExactPasses passes, SortedMap<Integer, Double> byPoints, DiscoveryTarget target, ExplorationSteps steps) {
        Band band = target.band();
        VerdictProbabilities verdict = VerdictProbabilities.of(byPoints);
        Band most = verdict.mostProbable();
        boolean orAbove = band == most ? verdict.atLeast(band) < 1 - ROUNDING : band.compareTo(most) > 0;
        BoxCounts counts = new BoxCounts(
                passes,
                ordinal -> orAbove ? ordinal >= band.ordinal() : ordinal <= band.ordinal(),
                new WorkBudget(limits.discovery()));
        return new BoxSearch(counts, scored.graded().catalogue(), target.locked(), steps).find(band, orAbove);
    }
}

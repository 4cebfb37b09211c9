package entente.analysis.exploration;

import entente.analysis.exploration.diagram.DiagramCompiler;
import entente.analysis.exploration.diagram.DiagramTooLargeException;
import entente.analysis.exploration.diagram.Output;
import entente.model.Band;
import entente.model.exploration.DiscoveryTarget;
import entente.model.exploration.ExplorationQuestion;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** Counts all cases by a diagram of the rule book. */
@RequiredArgsConstructor
final class ExactCases {

    /** States of a layer beyond which counting takes more than some seconds. */
    static final int MOST_STATES = 20_000;

    private static final int PAIRS = 10;
    private static final double ROUNDING = 1e-12;

    private final ScoredScenario scored;
    private final Priors priors;
    private final ExplorationQuestion question;

    /** Of {@link #count}: the diagram, what follows from it, and each reading's total index. */
    int steps() {
        int readings = (int) IntStream.range(0, priors.byGrade()[0].length)
                .filter(i -> !priors.isCertain(i))
                .count();
        return 2 + readings + (question.discover().isPresent() ? BoxSearch.STEPS : 0);
    }

    Expectations count(int mostStates, ExplorationSteps steps) throws DiagramTooLargeException {
        ScoringModel model = scored.model();
        int output = Output.of(question.index());
        DiagramCompiler compiler = new DiagramCompiler(model, priors.support(), mostStates);
        ExactPasses passes = new ExactPasses(compiler.compile(), model.book(), scored.base(), priors);
        steps.next();
        Optional<double[][]> relationship = new RelationshipPass(passes, model.book()).joint();
        steps.next();
        TotalEffects total = new TotalEffects(compiler, model, scored.base(), priors, output);
        return new Expectations(
                passes.byPoints(),
                passes.joints(),
                relationship.orElseGet(() -> new SampledCases(scored, priors)
                        .draw(new ExplorationSteps(share -> {}, SampledCases.STEPS))
                        .relationship()),
                relationship.isPresent(),
                indicator -> {
                    steps.next();
                    return total.of(indicator, passes.diagram);
                },
                priors.worlds() > 1 ? List.of() : new PairEffects(passes, output).strongest(PAIRS),
                new LikeliestReadings(passes).all(),
                question.discover().map(target -> discover(passes, target, steps)));
    }

    private Discovery discover(ExactPasses passes, DiscoveryTarget target, ExplorationSteps steps) {
        Band band = target.band();
        VerdictProbabilities verdict = VerdictProbabilities.of(passes.byPoints());
        Band most = verdict.mostProbable();
        boolean orAbove = band == most ? verdict.atLeast(band) < 1 - ROUNDING : band.compareTo(most) > 0;
        BoxCounts counts =
                new BoxCounts(passes, ordinal -> orAbove ? ordinal >= band.ordinal() : ordinal <= band.ordinal());
        return new BoxSearch(counts, scored.graded().catalogue(), target.locked(), steps).find(band, orAbove);
    }
}

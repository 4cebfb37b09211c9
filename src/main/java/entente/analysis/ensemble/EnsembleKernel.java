package entente.analysis.ensemble;

import entente.model.Points;
import entente.model.Question;
import entente.model.rule.RuleBook;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * A scoring model compiled for variants of one scenario that differ in the grades of some indicators. Its outcomes equal
 * those of {@link ScoringModel} and {@link entente.scoring.RelationshipJudgement}; the cost of a variant depends on the
 * varied indicators only. Immutable; each thread needs an {@link #evaluator} of its own.
 */
@Getter(AccessLevel.PACKAGE)
public final class EnsembleKernel {

    /** Number of varied indicators. */
    @Getter
    private final int indicators;

    private final PointTables tables;
    private final RuleSignals signals;
    private final CeilingTable ceilings;
    private final RelationshipTable relationships;

    /**
     * @param base points before any reading, as {@link ScoringModel#basePoints} gives them
     * @param scenario the grades of the indicators that are not varied
     * @param varied catalogue indexes of the varied indicators, in the order of the columns
     * @throws IllegalArgumentException if an indicator is varied twice or the points of the rules exceed 10 million
     * @throws IndexOutOfBoundsException if there is no indicator of such an index
     */
    public EnsembleKernel(ScoringModel model, Points base, GradedScenario scenario, int... varied) {
        checkRange(model, base);
        indicators = varied.length;
        List<FoldedRule> rules = RuleFolding.fold(model, scenario.grades(), varied);
        tables = new PointTables(rules, PackedPoints.of(base.hundredths(), 0));
        signals = RuleSignals.of(rules, tables);
        RuleBook book = model.book();
        ceilings = new CeilingTable(book);
        relationships = new RelationshipTable(book.relationship());
    }

    private static void checkRange(ScoringModel model, Points base) {
        for (Question question : Question.values()) {
            long most = IntStream.range(0, model.rules().size())
                    .mapToLong(
                            rule -> Math.abs((long) model.points(rule, question).hundredths()))
                    .sum();
            if (most + Math.abs((long) base.hundredths()) > PackedPoints.MAX) {
                throw new IllegalArgumentException("the points of the rules exceed 10 million: " + question);
            }
        }
    }

    /** An evaluator for one thread. */
    public EnsembleEvaluator evaluator() {
        return new EnsembleEvaluator(this);
    }
}

package entente.scoring;

import entente.model.Assumptions;
import entente.model.rule.RuleBook;
import entente.rulebook.TruthTables;

/** Computes point results from the satisfied rules, fast enough for a hundred thousand evaluations. */
public final class PointVerdicts {

    private final ScoringModel model;

    public PointVerdicts(RuleBook book, TruthTables tables) {
        this.model = new ScoringModel(book, tables, Assumptions.NONE);
    }

    /**
     * Computes the point result.
     *
     * @param satisfied for each rule, in the order of the book, whether its conditions hold
     * @param horizonYears 1, 5 or 10
     */
    public PointVerdict of(boolean[] satisfied, int horizonYears) {
        ScoringOutcome outcome =
                model.outcome(satisfied, ScoringModel.basePoints(model.book(), Assumptions.NONE, horizonYears));
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        return new PointVerdict(outcome.result(), outcome.partnership(), judgement.relationship());
    }
}

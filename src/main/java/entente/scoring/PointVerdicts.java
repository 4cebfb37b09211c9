package entente.scoring;

import entente.model.Assumptions;
import entente.model.rule.RuleBook;
import entente.rulebook.TruthTables;

/** What follows when these rules hold and no others: quick enough to try a hundred thousand worlds. */
public final class PointVerdicts {

    private final ScoringModel model;

    public PointVerdicts(RuleBook book, TruthTables tables) {
        this.model = new ScoringModel(book, tables, Assumptions.NONE);
    }

    /**
     * The answer.
     *
     * @param holding for each rule, in the order of the book, whether its conditions hold
     * @param horizonYears 1, 5 or 10
     */
    public PointVerdict of(boolean[] holding, int horizonYears) {
        ScoringOutcome outcome =
                model.outcome(holding, ScoringModel.basePoints(model.book(), Assumptions.NONE, horizonYears));
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, holding);
        return new PointVerdict(outcome.result(), outcome.partnership(), judgement.relationship());
    }
}

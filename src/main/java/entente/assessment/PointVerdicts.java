package entente.assessment;

import entente.domain.Assumptions;
import entente.domain.RuleBook;
import entente.rules.Tables;

/** What follows when these rules hold and no others: quick enough to try a hundred thousand worlds. */
public final class PointVerdicts {

    private final Weighing weighing;

    public PointVerdicts(RuleBook book, Tables tables) {
        this.weighing = new Weighing(book, tables, Assumptions.NONE);
    }

    /**
     * The answer.
     *
     * @param holding for each rule, in the order of the book, whether its conditions hold
     * @param horizonYears 1, 5 or 10
     */
    public PointVerdict of(boolean[] holding, int horizonYears) {
        Outcome outcome = weighing.outcome(holding, Weighing.base(weighing.book(), Assumptions.NONE, horizonYears));
        Judgement judgement = Judgement.of(weighing, outcome, holding);
        return new PointVerdict(outcome.result(), outcome.partnership(), judgement.relationship());
    }
}

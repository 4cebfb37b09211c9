package entente.report.briefing;

import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.Wording;
import java.util.Optional;

/** The judgement on the relationship: how deep the partnership is, and how far it is to the next state. */
final class DepthText {

    private DepthText() {}

    /** Nothing where too little is rated to expect a relationship. */
    static Optional<Judgement> judgement(Assessment assessment) {
        PointBalance balance = assessment.balance();
        return assessment
                .verdict()
                .relationship()
                .map(expected -> new Judgement(
                        "The expected relationship is " + Wording.word(expected),
                        (balance.partnership().hundredths() == 0 ? "" : depth(balance, expected)) + ".",
                        ""));
    }

    private static String depth(PointBalance balance, Relationship expected) {
        int depth = RoundedPoints.tenths(balance.partnership());
        String distance = balance.nextFrom()
                .filter(from -> expected == balance.floor())
                .map(RoundedPoints::tenths)
                .map(from -> ", " + RoundedPoints.size(from - depth) + " short of "
                        + Wording.word(Relationship.values()[expected.ordinal() + 1]))
                .orElse("");
        return ": its depth is " + Wording.shift(depth) + " points on a scale of its own" + distance;
    }
}

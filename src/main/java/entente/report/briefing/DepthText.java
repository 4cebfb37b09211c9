package entente.report.briefing;

import entente.model.Relationship;
import entente.model.assessment.PointBalance;
import entente.report.wording.Wording;

/** How deep the partnership is, and how far it is to the next relationship. */
final class DepthText {

    private DepthText() {}

    static String of(PointBalance balance) {
        return "Depth of the partnership: " + Wording.points(balance.partnership()) + " points, which by itself is "
                + Wording.word(balance.floor()) + next(balance) + ".";
    }

    /** The second half of a judgement on the relationship. */
    static String distance(PointBalance balance) {
        return ": its depth is " + Wording.points(balance.partnership()) + " points" + next(balance) + ".";
    }

    private static String next(PointBalance balance) {
        return balance.nextFrom()
                .map(from ->
                        ", " + Wording.points(from.minus(balance.partnership())).substring(1) + " short of "
                                + Wording.word(above(balance.floor())) + ", which begins at " + Wording.points(from))
                .orElse("");
    }

    private static Relationship above(Relationship floor) {
        return Relationship.values()[floor.ordinal() + 1];
    }
}

package entente.report.briefing;

import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import entente.report.briefing.Briefing.DepthBand;
import entente.report.briefing.Briefing.DepthFigure;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;

/** How deep the partnership is, and how far it is to the next relationship. */
final class DepthText {

    private DepthText() {}

    static DepthFigure of(Assessment assessment) {
        PointBalance balance = assessment.balance();
        return new DepthFigure(
                balance.partnership().hundredths() / 100.0,
                bands(balance),
                "Depth of the partnership: "
                        + Wording.points(balance.partnership()) + " points, which by itself is "
                        + Wording.word(balance.floor()) + next(balance) + ".");
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

    /** The present band with its neighbours, as far as the balance knows their ends. */
    private static List<DepthBand> bands(PointBalance balance) {
        Optional<Double> from = balance.floorFrom().map(DepthText::value);
        DepthBand current = new DepthBand(Wording.word(balance.floor()), from, true);
        Optional<DepthBand> next = balance.nextFrom()
                .map(points -> new DepthBand(Wording.word(above(balance.floor())), Optional.of(value(points)), false));
        return next.map(band -> List.of(current, band)).orElse(List.of(current));
    }

    private static double value(Points points) {
        return points.hundredths() / 100.0;
    }
}

package entente.analysis.exploration.diagram;

import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The likelihoods of the states after the last layer, rounded as an assessment rounds them.
 *
 * @param points by state and sum: the points after ceilings, in hundredths
 * @param tenths by state and sum: the likelihood in tenths of a percent
 * @param band by state and sum: the ordinal of its band
 */
public record FinalOutcomes(int[][] points, int[][] tenths, int[][] band) {

    /** @param base points of the base rate */
    public static FinalOutcomes of(Diagram diagram, SumGrid grid, RuleBook book, Points base) {
        int last = diagram.layers().size();
        int states = diagram.flags().length;
        int[][] points = new int[states][];
        int[][] tenths = new int[states][];
        int[][] band = new int[states][];
        Map<Points, Percent> percents = new HashMap<>();
        for (int x = 0; x < states; x++) {
            int size = grid.size(last, x);
            points[x] = new int[size];
            tenths[x] = new int[size];
            band[x] = new int[size];
            for (int s = 0; s < size; s++) {
                int sum = diagram.alliance() + (grid.low()[last][x] + s) * grid.unit();
                Points result = underCeilings(book, diagram.flags()[x], base.plus(new Points(sum)));
                points[x][s] = result.hundredths();
                Percent percent = percents.computeIfAbsent(result, Percent::of);
                tenths[x][s] = percent.tenths();
                band[x][s] = percent.band().ordinal();
            }
        }
        return new FinalOutcomes(points, tenths, band);
    }

    private static Points underCeilings(RuleBook book, int flags, Points raw) {
        Points result = StateFlags.highest(flags)
                .map(kind -> ceiling(book, kind).apply(raw))
                .orElse(raw);
        return StateFlags.incident(flags) ? ceiling(book, CeilingKind.INCIDENT).apply(result) : result;
    }

    private static Ceiling ceiling(RuleBook book, CeilingKind kind) {
        return Objects.requireNonNull(book.ceilings().get(kind));
    }

    public double value(int output, int state, int sum) {
        if (output == Output.PERCENT) {
            return tenths[state][sum] / 10.0;
        }
        return band[state][sum] == output ? 1 : 0;
    }
}

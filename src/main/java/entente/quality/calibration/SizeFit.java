package entente.quality.calibration;

import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.rule.Ceiling;
import entente.scoring.Assessor.PointAssessment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits the sizes of claims, each step of one by itself, to judged likelihoods by least squares: signs, overrides and ceilings are those of the book, no size
 * is below zero, an error counts linearly beyond a bound, and a penalty holds each size near its start. The method is a
 * projected gradient with momentum (FISTA with restarts) of a fixed number of steps, which gives the same sizes each time.
 */
final class SizeFit {

    /** Weight of the squared distance from the start; a claim that no world tests keeps its start. */
    private static final double RIDGE = 2;

    /** In points; beyond it an error counts linearly (Huber), so that no single world decides. */
    private static final double LINEAR_FROM = 3;

    private static final int STEPS = 2_000;

    /** By world, the claims that take effect. */
    private final int[][] effective;

    private final double[] signs;
    private final double[] base;
    private final List<List<Ceiling>> ceilings;
    private final double[] judged;
    private final double floor;
    private final double step;

    /**
     * @param claims indexes in the ledger of the claims to fit
     * @param points of the claims, with their signs
     * @param judged in points, not below the floor of deviations
     */
    SizeFit(int[] claims, double[] points, List<PointAssessment> worlds, double[] judged) {
        this.judged = judged;
        this.floor = Calibration.points(Calibration.DEVIATION_FLOOR);
        signs = Arrays.stream(points).map(Math::signum).toArray();
        base = worlds.stream()
                .mapToDouble(world -> world.balance().base().value())
                .toArray();
        ceilings = worlds.stream()
                .map(world -> world.balance().ceilings().stream()
                        .map(CeilingEffect::ceiling)
                        .toList())
                .toList();
        effective = worlds.stream()
                .map(world -> IntStream.range(0, claims.length)
                        .filter(claim -> world.ledger().get(claims[claim]).fired())
                        .toArray())
                .toArray(int[][]::new);
        int[] uses = new int[claims.length];
        Arrays.stream(effective).flatMapToInt(IntStream::of).forEach(claim -> uses[claim]++);
        // The product of the largest sums of a row and of a column bounds the curvature.
        int most = Arrays.stream(effective).mapToInt(row -> row.length).max().orElse(0);
        step = 1 / (RIDGE + (double) most * Arrays.stream(uses).max().orElse(0));
    }

    /** The points of the likelihood of each world with these sizes. */
    double[] points(double[] sizes) {
        return IntStream.range(0, base.length)
                .mapToDouble(world -> result(world, sizes)[0])
                .toArray();
    }

    /** The points of the likelihood of a world, and how fast they grow with the sum of its claims. */
    private double[] result(int world, double[] sizes) {
        double points = base[world];
        for (int claim : effective[world]) {
            points += signs[claim] * sizes[claim];
        }
        double slope = 1;
        for (Ceiling ceiling : ceilings.get(world)) {
            double knee = ceiling.knee().value();
            if (points > knee) {
                points = knee + (points - knee) * (1 - ceiling.share());
                slope *= 1 - ceiling.share();
            }
            if (points > ceiling.limit().value()) {
                points = ceiling.limit().value();
                slope = 0;
            }
        }
        return new double[] {points, slope};
    }

    /**
     * The sizes that fit best.
     *
     * @param start of the sizes, near which they are held
     * @param used the worlds to fit to
     */
    double[] sizes(double[] start, boolean[] used) {
        double[] last = start.clone();
        double[] ahead = start.clone();
        double[] best = start.clone();
        double least = Double.POSITIVE_INFINITY;
        double momentum = 1;
        for (int n = 0; n < STEPS; n++) {
            double[] gradient = new double[start.length];
            double loss = loss(ahead, start, used, gradient);
            if (loss < least) {
                least = loss;
                best = ahead.clone();
            }
            double[] next = new double[start.length];
            double uphill = 0;
            for (int claim = 0; claim < next.length; claim++) {
                next[claim] = Math.max(0, ahead[claim] - step * gradient[claim]);
                uphill += (ahead[claim] - next[claim]) * (next[claim] - last[claim]);
            }
            momentum = uphill > 0 ? 1 : momentum;
            double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            for (int claim = 0; claim < next.length; claim++) {
                ahead[claim] = Math.max(0, next[claim] + (momentum - 1) / following * (next[claim] - last[claim]));
            }
            last = next;
            momentum = following;
        }
        return best;
    }

    private double loss(double[] sizes, double[] start, boolean[] used, double[] gradient) {
        double loss = 0;
        for (int claim = 0; claim < sizes.length; claim++) {
            double moved = sizes[claim] - start[claim];
            loss += RIDGE / 2 * moved * moved;
            gradient[claim] = RIDGE * moved;
        }
        for (int world = 0; world < base.length; world++) {
            double[] result = result(world, sizes);
            if (!used[world] || (result[0] <= floor && judged[world] <= floor)) {
                continue;
            }
            double error = result[0] - judged[world];
            double size = Math.abs(error);
            loss += size <= LINEAR_FROM ? size * size / 2 : LINEAR_FROM * (size - LINEAR_FROM / 2);
            double pull = Math.max(-LINEAR_FROM, Math.min(LINEAR_FROM, error)) * result[1];
            for (int claim : effective[world]) {
                gradient[claim] += signs[claim] * pull;
            }
        }
        return loss;
    }
}

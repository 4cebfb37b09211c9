package entente.analysis.exploration;

import entente.analysis.exploration.ExplorationResult.Box;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.analysis.exploration.ExplorationResult.VerdictProbabilities;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.scoring.Conjunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the conditions under which a verdict is reached: those with the highest harmonic mean of density and coverage, the
 * F-measure. It adds one condition at a time to the best boxes so far; a further box explains what those before it leave.
 */
final class BoxSearch {

    /** Boxes that are kept at each size. */
    private static final int BEAM = 12;

    private static final int MOST_CONDITIONS = 4;
    private static final int MOST_BOXES = 3;

    /** What a further condition must add to the F-measure, so that boxes stay short. */
    private static final double LEAST_GAIN = 0.01;
    /** The share of the verdict that a further box must explain, and the density that it must have. */
    private static final double LEAST_COVERAGE = 0.05;

    private static final double LEAST_DENSITY = 0.5;

    /** To count the cases of a box: forward, backward and joint. */
    private static final int PASSES = 3;

    private static final double ROUNDING = 1e-12;

    /** As bits; a reading that is unknown is neither at least nor at most anything. */
    private static final int KNOWN = Conjunction.EVERY_GRADE & ~(1 << Grade.UNKNOWN.ordinal());

    private final DiagramSums sums;
    private final Catalogue catalogue;
    /** Positions of the indicators on which conditions may be. */
    private final int[] open;

    private final WorkLimits.Budget budget;
    /** After the last layer, 1 where the verdict is reached. */
    private final double[][] target;

    private final Map<Conjunction, Counts> counts = new HashMap<>();
    private final List<Conjunction> boxes = new ArrayList<>();

    BoxSearch(DiagramSums sums, Catalogue catalogue, Discover sought, WorkLimits limits) {
        this.sums = sums;
        this.catalogue = catalogue;
        this.open = IntStream.range(0, catalogue.indicators().size())
                .filter(i ->
                        !sought.locked().contains(catalogue.indicators().get(i).id()))
                .toArray();
        this.budget = new WorkLimits.Budget(limits.discovery());
        this.target = sums.rows(sums.layers());
    }

    Discovery find(Band band, VerdictProbabilities verdict) {
        Band most = verdict.mostProbable();
        boolean orAbove = band == most ? verdict.atLeast(band) < 1 - ROUNDING : band.compareTo(most) > 0;
        for (int x = 0; x < target.length; x++) {
            for (int s = 0; s < target[x].length; s++) {
                int reached = sums.band[x][s] - band.ordinal();
                target[x][s] = reached == 0 || reached > 0 == orAbove ? 1 : 0;
            }
        }
        Conjunction whole = Conjunction.none(catalogue.indicators().size());
        double reached = count(whole).totalReached();
        double covered = 0;
        List<Box> found = new ArrayList<>();
        while (found.size() < MOST_BOXES && reached > 0) {
            Optional<Candidate> best = best(whole, reached - covered);
            if (best.isEmpty() || best.get().box().equals(whole)) {
                break;
            }
            double left = left(best.get().box()).totalReached();
            boolean worthIt = found.isEmpty()
                    || (left / reached >= LEAST_COVERAGE && best.get().density() >= LEAST_DENSITY);
            if (!worthIt) {
                break;
            }
            covered += left;
            boxes.add(best.get().box());
            Counts within = count(best.get().box());
            found.add(new Box(
                    conditions(best.get().box()),
                    within.total(),
                    share(within.totalReached(), within.total()),
                    share(within.totalReached(), reached),
                    share(left, reached)));
        }
        return new Discovery(band, orAbove, reached, found, reached > 0 ? covered / reached : 0);
    }

    /** Sums that were added in another order may exceed the whole in the last digit. */
    private static double share(double part, double whole) {
        return Math.min(1, part / whole);
    }

    private record Candidate(Conjunction box, double density, double coverage) {

        double measure() {
            return density + coverage == 0 ? 0 : 2 * density * coverage / (density + coverage);
        }
    }

    /**
     * The best box for what is left of the verdict.
     *
     * @param wanted its probability
     */
    private Optional<Candidate> best(Conjunction whole, double wanted) {
        Counts left = left(whole);
        Candidate best = candidate(whole, left.total(), left.totalReached(), wanted);
        List<Candidate> beam = List.of(best);
        for (int size = 1; size <= MOST_CONDITIONS; size++) {
            Map<Conjunction, Candidate> next = new LinkedHashMap<>();
            beam.forEach(candidate -> addNarrower(candidate.box(), wanted, next));
            beam = next.values().stream()
                    .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.measure()))
                    .limit(BEAM)
                    .toList();
            if (beam.isEmpty()) {
                break;
            }
            if (beam.get(0).measure() >= best.measure() + LEAST_GAIN) {
                best = beam.get(0);
            }
        }
        return Optional.of(best).filter(candidate -> candidate.measure() > 0);
    }

    private static Candidate candidate(Conjunction box, double all, double reached, double wanted) {
        return new Candidate(box, all > 0 ? reached / all : 0, wanted > 0 ? reached / wanted : 0);
    }

    /** Boxes with one more condition. They need no counts of their own: those of the box have every grade. */
    private void addNarrower(Conjunction box, double wanted, Map<Conjunction, Candidate> next) {
        Counts within = count(box);
        Counts left = left(box);
        for (int i : open) {
            for (int grade = Grade.VERY_LOW.ordinal(); grade <= Grade.VERY_HIGH.ordinal(); grade++) {
                for (int grades : new int[] {KNOWN & (-1 << grade), KNOWN & ~(-2 << grade)}) {
                    Conjunction narrower = box.with(i, box.accepted()[i] & grades);
                    if (within.all()[i][grade] > 0 && isDenser(within, narrower, i)) {
                        double all = Math.max(0, sum(narrower, i, left.all()));
                        double reached = Math.max(0, sum(narrower, i, left.reached()));
                        next.putIfAbsent(narrower, candidate(narrower, all, reached, wanted));
                    }
                }
            }
        }
    }

    /** Whether a condition excludes cases, and the verdict in fewer of them. */
    private static boolean isDenser(Counts within, Conjunction narrower, int indicator) {
        double all = sum(narrower, indicator, within.all());
        double reached = sum(narrower, indicator, within.reached());
        boolean excludes = all < within.total() * (1 - ROUNDING);
        return excludes && reached > 0 && reached / all > within.totalReached() / within.total();
    }

    /**
     * Probabilities of the cases in a box. Only readings that a rule asks are counted; others tell nothing of a verdict, and
     * no box has a condition on them.
     *
     * @param all by indicator and grade, of the cases in which the reading has the grade
     * @param reached by indicator and grade, of those that reach the verdict
     * @param total of all cases of the box
     * @param totalReached of those that reach the verdict
     */
    private record Counts(double[][] all, double[][] reached, double total, double totalReached) {

        Counts plus(int factor, Counts other) {
            return new Counts(
                    plus(all, factor, other.all),
                    plus(reached, factor, other.reached),
                    total + factor * other.total,
                    totalReached + factor * other.totalReached);
        }

        private static double[][] plus(double[][] sums, int factor, double[][] others) {
            double[][] both = new double[sums.length][sums[0].length];
            for (int i = 0; i < both.length; i++) {
                for (int grade = 0; grade < both[i].length; grade++) {
                    both[i][grade] = sums[i][grade] + factor * others[i][grade];
                }
            }
            return both;
        }
    }

    /** The cases of a box that no earlier box holds, by inclusion and exclusion. */
    private Counts left(Conjunction box) {
        Counts sum = count(box);
        for (int subset = 1; subset < 1 << boxes.size(); subset++) {
            Conjunction both = box;
            for (int n = 0; n < boxes.size(); n++) {
                both = (subset >> n & 1) != 0 ? both.and(boxes.get(n)) : both;
            }
            sum = sum.plus(Integer.bitCount(subset) % 2 == 0 ? 1 : -1, count(both));
        }
        return sum;
    }

    /** @throws WorkLimits.Exceeded if this exceeds the budget */
    private Counts count(Conjunction box) {
        return counts.computeIfAbsent(box, this::counted);
    }

    private Counts counted(Conjunction box) {
        budget.charge(sums.steps * PASSES);
        double[][] within = sums.priors.byGrade().clone();
        double[] allowed = new double[within.length];
        double total = 1;
        for (int i = 0; i < within.length; i++) {
            within[i] = within[i].clone();
            for (int grade = 0; grade < within[i].length; grade++) {
                within[i][grade] = box.accepts(i, grade) ? within[i][grade] : 0;
            }
            // Readings are independent, so that probabilities multiply.
            allowed[i] = Arrays.stream(within[i]).sum();
            total *= allowed[i];
        }
        double[][] all = new double[within.length][Diagram.GRADES];
        for (Diagram.Layer layer : sums.diagram.layers()) {
            int i = layer.indicator();
            for (int grade = 0; grade < Diagram.GRADES && allowed[i] > 0; grade++) {
                all[i][grade] = total * (within[i][grade] / allowed[i]);
            }
        }
        DiagramSums.Joints reached = sums.joints(within, sums.forward(within), target);
        return new Counts(all, reached.byGrade(), total, reached.whole());
    }

    /** Of the probabilities by indicator and grade, the sum over those grades of an indicator that are allowed. */
    private static double sum(Conjunction box, int indicator, double[][] byGrade) {
        double sum = 0;
        for (int grade = 0; grade < Diagram.GRADES; grade++) {
            sum += box.accepts(indicator, grade) ? byGrade[indicator][grade] : 0;
        }
        return sum;
    }

    /** The allowed grades of a reading are a range. */
    private List<RuleCondition> conditions(Conjunction box) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (int i : open) {
            String id = catalogue.indicators().get(i).id();
            int grades = box.accepted()[i];
            Grade low = Grade.values()[Integer.numberOfTrailingZeros(grades)];
            Grade high = Grade.values()[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(grades)];
            if (low.compareTo(Grade.VERY_LOW) > 0 || (low == Grade.VERY_LOW && high == Grade.VERY_HIGH)) {
                conditions.add(new RuleCondition(id, ComparisonOperator.AT_LEAST, low));
            }
            if (high != Grade.VERY_HIGH) {
                conditions.add(new RuleCondition(id, ComparisonOperator.AT_MOST, high));
            }
        }
        return conditions;
    }
}

package entente.analysis.exploration;

import entente.analysis.exploration.BoxCounts.Counts;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    static final int STEPS = MOST_BOXES * MOST_CONDITIONS;

    /** What a further condition must add to the F-measure, so that boxes stay short. */
    private static final double LEAST_GAIN = 0.01;
    /** The share of the verdict that a further box must explain, and the density that it must have. */
    private static final double LEAST_COVERAGE = 0.05;

    private static final double LEAST_DENSITY = 0.5;

    private final BoxCounts counts;
    private final Catalogue catalogue;
    /** Positions of the indicators on which conditions may be. */
    private final int[] open;

    private final ExplorationSteps steps;
    private int made;
    private final List<BoxGrades> boxes = new ArrayList<>();

    private record Candidate(BoxGrades box, double density, double coverage) {

        /** @param wanted the probability of the verdict that is to be explained */
        Candidate(BoxGrades box, double all, double reached, double wanted) {
            this(box, all > 0 ? reached / all : 0, wanted > 0 ? reached / wanted : 0);
        }

        double measure() {
            return density + coverage == 0 ? 0 : 2 * density * coverage / (density + coverage);
        }
    }

    /** @param locked indicators on which no condition may be */
    BoxSearch(BoxCounts counts, Catalogue catalogue, Set<String> locked, ExplorationSteps steps) {
        this.counts = counts;
        this.catalogue = catalogue;
        this.open = IntStream.range(0, catalogue.indicators().size())
                .filter(i -> !locked.contains(catalogue.indicators().get(i).id()))
                .toArray();
        this.steps = steps;
    }

    Discovery find(Band band, boolean orAbove) {
        BoxGrades whole = BoxGrades.all(catalogue.indicators().size());
        double reached = counts.of(whole).totalReached();
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
            found.add(box(best.get().box(), reached, left));
        }
        steps.next(STEPS - made);
        return new Discovery(band, orAbove, reached, found, reached > 0 ? covered / reached : 0);
    }

    private Box box(BoxGrades box, double reached, double left) {
        Counts within = counts.of(box);
        return new Box(
                box.conditions(catalogue),
                within.total(),
                share(within.totalReached(), within.total()),
                share(within.totalReached(), reached),
                share(left, reached));
    }

    /** Sums that were added in another order may exceed the whole in the last digit. */
    private static double share(double part, double whole) {
        return Math.min(1, part / whole);
    }

    /** The best box for what is left of the verdict. */
    private Optional<Candidate> best(BoxGrades whole, double wanted) {
        Counts left = left(whole);
        List<Candidate> beam = List.of(new Candidate(whole, left.total(), left.totalReached(), wanted));
        Candidate best = beam.get(0);
        for (int size = 1; size <= MOST_CONDITIONS; size++) {
            Map<BoxGrades, Candidate> next = new LinkedHashMap<>();
            beam.forEach(candidate -> addNarrower(candidate.box(), wanted, next));
            steps.next();
            made++;
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

    /** The cases of a box that no earlier box holds, by inclusion and exclusion. */
    private Counts left(BoxGrades box) {
        Counts sum = counts.of(box);
        for (int subset = 1; subset < 1 << boxes.size(); subset++) {
            BoxGrades both = box;
            for (int n = 0; n < boxes.size(); n++) {
                both = (subset >> n & 1) != 0 ? both.and(boxes.get(n)) : both;
            }
            sum = sum.plus(Integer.bitCount(subset) % 2 == 0 ? 1 : -1, counts.of(both));
        }
        return sum;
    }

    /** Boxes with one more condition. They need no counts of their own: those of the box have every grade. */
    private void addNarrower(BoxGrades box, double wanted, Map<BoxGrades, Candidate> next) {
        Counts within = counts.of(box);
        Counts left = left(box);
        for (int i : open) {
            for (int grade = Grade.VERY_LOW.ordinal(); grade <= Grade.VERY_HIGH.ordinal(); grade++) {
                for (BoxGrades narrower : List.of(box.atLeast(i, grade), box.atMost(i, grade))) {
                    if (within.all()[i][grade] > 0 && isDenser(within, narrower, i)) {
                        double all = Math.max(0, left.all(narrower, i));
                        double reached = Math.max(0, left.reached(narrower, i));
                        next.putIfAbsent(narrower, new Candidate(narrower, all, reached, wanted));
                    }
                }
            }
        }
    }

    /** Whether a condition excludes cases, and the verdict in fewer of them. */
    private static boolean isDenser(Counts within, BoxGrades narrower, int indicator) {
        double all = within.all(narrower, indicator);
        double reached = within.reached(narrower, indicator);
        boolean excludes = all < within.total() * (1 - 1e-12);
        return excludes && reached > 0 && reached / all > within.totalReached() / within.total();
    }
}

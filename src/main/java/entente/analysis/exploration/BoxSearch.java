package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Grades;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    private final BoxCounts counts;
    private final Catalogue catalogue;
    private final List<BoxGrades> boxes = new ArrayList<>();

    private record Candidate(BoxGrades box, double density, double coverage) {
        double measure() {
            return density + coverage == 0 ? 0 : 2 * density * coverage / (density + coverage);
        }
    }

    BoxSearch(BoxCounts counts, Catalogue catalogue) {
        this.counts = counts;
        this.catalogue = catalogue;
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
            double left = left(best.get().box(), true);
            boolean worthIt = found.isEmpty()
                    || (left / reached >= LEAST_COVERAGE && best.get().density() >= LEAST_DENSITY);
            if (!worthIt) {
                break;
            }
            covered += left;
            boxes.add(best.get().box());
            found.add(box(best.get().box(), reached));
        }
        return new Discovery(band, orAbove, reached, found, reached > 0 ? covered / reached : 0);
    }

    private Box box(BoxGrades box, double reached) {
        BoxCounts.Counts within = counts.of(box);
        return new Box(
                box.conditions(catalogue),
                within.total(),
                within.totalReached() / within.total(),
                within.totalReached() / reached);
    }

    /** The best box for what is left of the verdict. */
    private Optional<Candidate> best(BoxGrades whole, double wanted) {
        List<Candidate> beam = List.of(candidate(whole, wanted));
        Candidate best = beam.get(0);
        for (int size = 1; size <= MOST_CONDITIONS; size++) {
            Set<BoxGrades> next = new LinkedHashSet<>();
            beam.forEach(candidate -> next.addAll(narrower(candidate.box())));
            beam = next.stream()
                    .map(box -> candidate(box, wanted))
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

    private Candidate candidate(BoxGrades box, double wanted) {
        double all = left(box, false);
        double reached = left(box, true);
        return all <= 0 || wanted <= 0 ? new Candidate(box, 0, 0) : new Candidate(box, reached / all, reached / wanted);
    }

    /** The probability of the cases of a box that no earlier box holds, by inclusion and exclusion. */
    private double left(BoxGrades box, boolean verdict) {
        double sum = 0;
        for (int subset = 0; subset < 1 << boxes.size(); subset++) {
            BoxGrades both = box;
            for (int n = 0; n < boxes.size(); n++) {
                both = (subset >> n & 1) != 0 ? both.and(boxes.get(n)) : both;
            }
            BoxCounts.Counts within = counts.of(both);
            sum += (Integer.bitCount(subset) % 2 == 0 ? 1 : -1) * (verdict ? within.totalReached() : within.total());
        }
        return Math.max(0, sum);
    }

    /** Boxes with one more condition, which excludes some cases and the verdict in fewer of them. */
    private List<BoxGrades> narrower(BoxGrades box) {
        BoxCounts.Counts within = counts.of(box);
        List<BoxGrades> narrower = new ArrayList<>();
        for (int i = 0; i < within.all().length; i++) {
            for (int grade = Grade.VERY_LOW.ordinal(); grade <= Grade.VERY_HIGH.ordinal(); grade++) {
                if (within.all()[i][grade] > 0) {
                    add(within, box.atLeast(i, grade), i, narrower);
                    add(within, box.atMost(i, grade), i, narrower);
                }
            }
        }
        return narrower;
    }

    /** Kept if the verdict is denser in what remains. */
    private static void add(BoxCounts.Counts within, BoxGrades box, int indicator, List<BoxGrades> narrower) {
        double all = 0;
        double reached = 0;
        for (int grade = 0; grade < Grades.COUNT; grade++) {
            if (box.allows(indicator, grade)) {
                all += within.all()[indicator][grade];
                reached += within.reached()[indicator][grade];
            }
        }
        boolean excludes = all < within.total() * (1 - 1e-12);
        if (excludes && reached > 0 && reached / all > within.totalReached() / within.total()) {
            narrower.add(box);
        }
    }
}

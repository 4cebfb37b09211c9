package entente.assessment;

import entente.domain.FindOutNext;
import entente.domain.Grade;
import entente.domain.Interval;
import entente.domain.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which unknown reading to find out next: by how much the interval narrows, on average over the grades it may have. */
final class Narrowing {

    private final Completions completions;
    private final World world;
    private final List<Free> free;

    Narrowing(Completions completions, World world, List<Free> free) {
        this.completions = completions;
        this.world = world;
        this.free = free;
    }

    /** The readings that would narrow it at all, the most telling first. */
    List<FindOutNext> findOutNext(Interval interval) {
        List<FindOutNext> next = new ArrayList<>();
        for (Free f : free) {
            if (completions.leaning(Question.ALLIANCE, f.indicator()) == Leaning.NONE) {
                continue;
            }
            double narrows = BigDecimal.valueOf(narrows(f, interval))
                    .setScale(1, RoundingMode.HALF_EVEN)
                    .doubleValue();
            if (narrows > 0) {
                next.add(new FindOutNext(
                        world.catalogue().indicators().get(f.indicator()).id(), narrows));
            }
        }
        next.sort(Comparator.comparingDouble(FindOutNext::narrowsPercent).reversed());
        return next;
    }

    private double narrows(Free f, Interval interval) {
        List<Free> others =
                free.stream().filter(o -> o.indicator() != f.indicator()).toList();
        List<Grade> kinds = completions.kinds(f).grades();
        double widths = 0;
        int width = 0;
        for (Grade grade : f.grades()) {
            // Conditions ask at least or at most, so grades of one kind follow each other.
            if (kinds.contains(grade)) {
                width = completions
                        .interval(world.with(f.indicator(), grade), others)
                        .widthTenths();
            }
            widths += width;
        }
        return (interval.widthTenths() - widths / f.grades().size()) / 10;
    }
}

package entente.analysis.comparison;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One scenario under two rule books.
 *
 * @param discriminators indicators that discriminate between the two, best first
 */
public record RuleBookContrast(Assessment first, Assessment second, List<Discriminator> discriminators) {

    /**
     * How well an indicator discriminates between two rule books.
     *
     * @param spreadTenths by how much the difference between the two likelihoods varies over the whole range of the
     *     indicator, all other readings unchanged, in tenths of a percent
     */
    public record Discriminator(Indicator indicator, int spreadTenths) {}

    /** Takes the scenario as read under each book; the indicators of the books may differ. */
    public static RuleBookContrast of(Assessor first, Scenario underFirst, Assessor second, Scenario underSecond) {
        ScoredScenario one = first.scored(underFirst);
        ScoredScenario other = second.scored(underSecond);
        Catalogue own = first.book().catalogue();
        Stream<Indicator> others = second.book().catalogue().indicators().stream()
                .filter(indicator -> own.find(indicator.id()).isEmpty());
        List<Discriminator> discriminators = Stream.concat(own.indicators().stream(), others)
                .map(indicator -> new Discriminator(indicator, spread(indicator.id(), one, other)))
                .filter(found -> found.spreadTenths() > 0)
                .sorted(Comparator.comparingInt(Discriminator::spreadTenths).reversed())
                .toList();
        return new RuleBookContrast(first.assess(underFirst), second.assess(underSecond), discriminators);
    }

    private static int spread(String indicator, ScoredScenario one, ScoredScenario other) {
        TreeSet<Double> values = new TreeSet<>(firstValues(indicator, one));
        values.addAll(firstValues(indicator, other));
        IntSummaryStatistics gaps = values.stream()
                .mapToInt(value -> tenths(indicator, value, other) - tenths(indicator, value, one))
                .summaryStatistics();
        return gaps.getMax() - gaps.getMin();
    }

    /** The first value of each grade; empty if the book does not have the indicator. */
    private static List<Double> firstValues(String id, ScoredScenario scored) {
        return scored.catalogue().find(id).stream()
                .flatMap(
                        indicator -> Stream.concat(Stream.of(indicator.low()), scored.scale(indicator).cuts().stream()))
                .toList();
    }

    /** The likelihood when a single reading changes, in tenths of a percent. */
    private static int tenths(String id, double value, ScoredScenario scored) {
        Catalogue catalogue = scored.catalogue();
        Integer position = catalogue.positions().get(id);
        Grade[] grades = scored.grades().clone();
        if (position != null) {
            grades[position] = scored.scale(catalogue.indicator(id)).gradeOf(value);
        }
        return scored.likelihood(grades).tenths();
    }
}

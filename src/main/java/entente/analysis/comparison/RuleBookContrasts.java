package entente.analysis.comparison;

import entente.analysis.comparison.RuleBookContrast.Discriminator;
import entente.analysis.comparison.RuleBookContrast.Discriminator.LikelihoodPair;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Scenario;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import entente.scoring.ScoredScenario;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Compares a scenario under two rule books and finds the indicators that discriminate best. */
@RequiredArgsConstructor
public final class RuleBookContrasts {

    private final Assessor first;
    private final Assessor second;

    /** Takes the scenario as read under each book; the indicators of the books may differ. */
    public RuleBookContrast compare(Scenario underFirst, Scenario underSecond) {
        Answers one = new Answers(first.scored(underFirst));
        Answers other = new Answers(second.scored(underSecond));
        List<Discriminator> discriminators = indicators().stream()
                .map(indicator -> discriminator(indicator, one, other))
                .filter(found -> found.spreadTenths() > 0)
                .sorted(Comparator.comparingInt(Discriminator::spreadTenths).reversed())
                .toList();
        return new RuleBookContrast(first.assess(underFirst), second.assess(underSecond), discriminators);
    }

    /** Indicators of both catalogues, in the order of the first. */
    private List<Indicator> indicators() {
        Catalogue own = first.book().catalogue();
        Stream<Indicator> others = second.book().catalogue().indicators().stream()
                .filter(indicator -> own.find(indicator.id()).isEmpty());
        return Stream.concat(own.indicators().stream(), others).toList();
    }

    private static Discriminator discriminator(Indicator indicator, Answers one, Answers other) {
        TreeSet<Double> values = new TreeSet<>(one.values(indicator.id()));
        values.addAll(other.values(indicator.id()));
        List<LikelihoodPair> at = values.stream()
                .map(value -> new LikelihoodPair(
                        value, one.likelihood(indicator.id(), value), other.likelihood(indicator.id(), value)))
                .toList();
        Comparator<LikelihoodPair> gap = Comparator.comparingInt(LikelihoodPair::gap);
        LikelihoodPair least = at.stream().min(gap).orElseThrow();
        LikelihoodPair most = at.stream().max(gap).orElseThrow();
        boolean leastIsCloser = Math.abs(least.gap()) <= Math.abs(most.gap());
        return new Discriminator(
                indicator,
                one.hasReading(indicator.id()) || other.hasReading(indicator.id()),
                most.gap() - least.gap(),
                leastIsCloser ? least : most,
                leastIsCloser ? most : least);
    }

    /** Likelihoods under one book when a single reading changes. */
    private record Answers(ScoredScenario scored) {

        boolean hasReading(String indicator) {
            return scored.scenario().reading(indicator).range().isPresent();
        }

        /** The first value of each grade; empty if the book does not have the indicator. */
        List<Double> values(String id) {
            return scored.graded().catalogue().find(id).stream()
                    .flatMap(indicator ->
                            Stream.concat(Stream.of(indicator.low()), scored.scale(indicator).cuts().stream()))
                    .toList();
        }

        Percent likelihood(String id, double value) {
            Catalogue catalogue = scored.graded().catalogue();
            Integer position = catalogue.positions().get(id);
            GradedScenario graded = position == null
                    ? scored.graded()
                    : scored.graded()
                            .with(
                                    position,
                                    scored.scale(catalogue.indicator(id)).gradeOf(value));
            return scored.likelihood(graded.grades());
        }
    }
}

package entente.analysis.comparison;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;

/** Compares a scenario under two rule books and finds the indicators that discriminate best. */
@RequiredArgsConstructor
public final class RuleBookContrasts {

    private final Assessor first;
    private final Assessor second;

    /** Takes the scenario as read under each book; the indicators of the books may differ. */
    public RuleBookContrast compare(Scenario underFirst, Scenario underSecond) {
        Answers one = new Answers(first, underFirst);
        Answers other = new Answers(second, underSecond);
        List<Discriminator> discriminators = new ArrayList<>();
        for (Indicator indicator : indicators()) {
            Discriminator found = discriminator(indicator, one, other);
            if (found.spreadTenths() > 0) {
                discriminators.add(found);
            }
        }
        discriminators.sort(Comparator.comparingInt(Discriminator::spreadTenths).reversed());
        return new RuleBookContrast(first.assess(underFirst), second.assess(underSecond), discriminators);
    }

    /** Indicators of both catalogues, in the order of the first. */
    private List<Indicator> indicators() {
        List<Indicator> all = new ArrayList<>(first.book().catalogue().indicators());
        second.book().catalogue().indicators().stream()
                .filter(indicator ->
                        first.book().catalogue().find(indicator.id()).isEmpty())
                .forEach(all::add);
        return all;
    }

    private static Discriminator discriminator(Indicator indicator, Answers one, Answers other) {
        TreeSet<Double> values = new TreeSet<>(one.values(indicator.id()));
        values.addAll(other.values(indicator.id()));
        List<Discriminator.LikelihoodPair> at = values.stream()
                .map(value -> new Discriminator.LikelihoodPair(
                        value, one.likelihood(indicator.id(), value), other.likelihood(indicator.id(), value)))
                .toList();
        Comparator<Discriminator.LikelihoodPair> gap = Comparator.comparingInt(Discriminator.LikelihoodPair::gap);
        Discriminator.LikelihoodPair least = at.stream().min(gap).orElseThrow();
        Discriminator.LikelihoodPair most = at.stream().max(gap).orElseThrow();
        boolean leastIsCloser = Math.abs(least.gap()) <= Math.abs(most.gap());
        return new Discriminator(
                indicator,
                one.hasReading(indicator.id()) || other.hasReading(indicator.id()),
                most.gap() - least.gap(),
                leastIsCloser ? least : most,
                leastIsCloser ? most : least);
    }

    /** Likelihoods under one book when a single reading changes. */
    private static final class Answers {
        private final Scenario scenario;
        private final Catalogue catalogue;
        private final ScoringModel model;
        private final GradedScenario graded;
        private final Points base;

        Answers(Assessor assessor, Scenario scenario) {
            RuleBook book = assessor.book();
            this.scenario = scenario;
            this.catalogue = book.catalogue();
            this.model = assessor.scoringModel(scenario);
            this.graded = GradedScenario.of(scenario, catalogue);
            this.base = ScoringModel.basePoints(book, scenario.assumptions(), scenario.horizonYears());
        }

        boolean hasReading(String indicator) {
            return scenario.reading(indicator).range().isPresent();
        }

        /** The first value of each grade; empty if the book does not have the indicator. */
        List<Double> values(String id) {
            Optional<Indicator> indicator = catalogue.find(id);
            List<Double> values = new ArrayList<>();
            indicator.ifPresent(found -> {
                values.add(found.low());
                values.addAll(
                        GradedScenario.scale(found, scenario.assumptions()).cuts());
            });
            return values;
        }

        Percent likelihood(String id, double value) {
            Integer position = catalogue.positions().get(id);
            if (position == null) {
                return model.outcome(graded.grades(), base).likelihood();
            }
            Indicator indicator = catalogue.indicators().get(position);
            Grade grade =
                    GradedScenario.scale(indicator, scenario.assumptions()).gradeOf(value);
            return model.outcome(graded.with(position, grade).grades(), base).likelihood();
        }
    }
}

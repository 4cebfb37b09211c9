package entente.analysis.series;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.comparison.Share;
import entente.model.Problem;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Assessments over time under one rule book.
 *
 * @param steps by date, then by id; each but the first is compared with the one before
 * @param alternatives variants of one parent at the last date, most likely first; each is compared with the last step
 */
public record TimeSeries(List<Step> steps, List<Step> alternatives) {

    /** What is wrong with a scenario that has no place in a series. */
    public static final Problem NO_DATE = Problem.of(
            "#/asOf",
            "MISSING_DATE",
            "A series is ordered by date, and neither this scenario nor one that it extends has one.");

    /** The digest makes the order independent of the input's for two scenarios of one id. */
    private static final Comparator<Scenario> BY_DATE =
            Comparator.comparing(TimeSeries::date).thenComparing(Scenario::id).thenComparing(Scenario::sha256);

    private static final Comparator<Assessment> MOST_LIKELY_FIRST = Comparator.comparing(
                    (Assessment one) -> one.verdict().likelihood())
            .reversed()
            .thenComparing(Assessment::scenario, BY_DATE);

    /**
     * Puts scenarios in the order of their dates and attributes each change of the likelihood.
     *
     * @param scenarios at least one, in any order; each must have a date
     */
    public static TimeSeries of(Assessor assessor, Collection<Scenario> scenarios) {
        List<Scenario> ordered = scenarios.stream().sorted(BY_DATE).toList();
        Set<Scenario> alternatives = alternatives(ordered);
        ScenarioContrasts contrasts = new ScenarioContrasts(assessor);
        List<Step> steps = new ArrayList<>();
        Optional<Assessment> before = Optional.empty();
        for (Scenario scenario : ordered) {
            if (!alternatives.contains(scenario)) {
                Assessment after = assessor.assess(scenario);
                steps.add(step(contrasts, before, after));
                before = Optional.of(after);
            }
        }
        Optional<Assessment> last = before;
        return new TimeSeries(
                steps,
                alternatives.stream()
                        .map(assessor::assess)
                        .sorted(MOST_LIKELY_FIRST)
                        .map(alternative -> step(contrasts, last, alternative))
                        .toList());
    }

    private static Step step(ScenarioContrasts contrasts, Optional<Assessment> before, Assessment after) {
        return new Step(after, before.map(earlier -> contrasts.between(earlier, after)));
    }

    private static LocalDate date(Scenario scenario) {
        return scenario.asOf().orElseThrow(() -> new IllegalArgumentException("no date in scenario " + scenario.id()));
    }

    /** Scenarios of the last date that branch from another of that date, or from the same parent as another. */
    private static Set<Scenario> alternatives(List<Scenario> ordered) {
        List<Scenario> latest = ordered.stream()
                .filter(scenario -> date(scenario).equals(date(ordered.get(ordered.size() - 1))))
                .toList();
        return latest.stream()
                .filter(scenario -> latest.stream().anyMatch(other -> branches(scenario, other)))
                .collect(Collectors.toSet());
    }

    private static boolean branches(Scenario scenario, Scenario other) {
        Set<String> own = ancestors(scenario);
        Set<String> others = ancestors(other);
        boolean differ = !scenario.equals(other) && !others.contains(scenario.id());
        return differ && (own.contains(other.id()) || !Collections.disjoint(own, others));
    }

    /** Every scenario from which a reading is inherited. */
    private static Set<String> ancestors(Scenario scenario) {
        return scenario.readings().values().stream()
                .map(Reading::inheritedFrom)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** @param change from the assessment that it is compared with; empty if there is none before it */
    public record Step(Assessment assessment, Optional<ScenarioContrast> change) {

        /** The date of the scenario; every scenario of a series has one. */
        public LocalDate date() {
            return assessment.scenario().asOf().orElseThrow();
        }

        /** The shares of the change, largest first; together they are the change. Those that round to 0 are left out. */
        public List<Share> shares() {
            return change.stream()
                    .flatMap(contrast -> contrast.attribution().shares().stream())
                    .flatMap(half -> half.parts().stream())
                    .filter(share -> share.rounded() != 0)
                    .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                    .toList();
        }
    }

    /** Every assessment, the alternatives last. */
    public List<Step> all() {
        return Stream.concat(steps.stream(), alternatives.stream()).toList();
    }
}

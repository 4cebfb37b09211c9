package entente.scoring;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Interval;
import entente.model.assessment.Warning;
import entente.model.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds caveats about a scenario that change no result. */
final class Warnings {

    private Warnings() {}

    static List<Warning> of(Scenario scenario, RuleBook book, Interval interval) {
        List<Warning> warnings = new ArrayList<>();
        boolean unrated = scenario.readings().values().stream().allMatch(r -> r.status() == ReadingStatus.UNKNOWN);
        if (unrated) {
            warnings.add(new Warning(Warning.Kind.NOTHING_RATED, "#/readings", List.of()));
        }
        if (!interval.exact()) {
            warnings.add(new Warning(Warning.Kind.INTERVAL_NOT_EXACT, "#/readings", List.of()));
        }
        Catalogue catalogue = book.catalogue();
        catalogue.indicators().forEach(indicator -> contradictions(scenario, indicator, catalogue, warnings));
        for (Indicator indicator : catalogue.indicators()) {
            Reading reading = scenario.reading(indicator.id());
            fraction(indicator, reading, warnings);
            if (scenario.asOf().isPresent() && reading.asOf().isPresent()) {
                dated(indicator, reading.asOf().get(), scenario.asOf().get(), book, warnings);
            }
        }
        return warnings;
    }

    /** A reading in percent such as 0.6 probably means 60. */
    private static void fraction(Indicator indicator, Reading reading, List<Warning> warnings) {
        reading.value().stream()
                .filter(value -> indicator.percent() && value > 0 && value < 1)
                .forEach(value -> warnings.add(new Warning(
                        Warning.Kind.PERCENT_AS_FRACTION,
                        "#/readings/" + indicator.id(),
                        List.of(
                                indicator.id(),
                                Numbers.plain(value),
                                Numbers.plain(Numbers.rounded(value * 100, 6))))));
    }

    private static void dated(
            Indicator indicator, LocalDate reading, LocalDate scenario, RuleBook book, List<Warning> warnings) {
        List<String> facts = List.of(indicator.id(), reading.toString(), scenario.toString());
        String pointer = "#/readings/" + indicator.id() + "/asOf";
        if (reading.isAfter(scenario)) {
            warnings.add(new Warning(Warning.Kind.READING_AFTER_SCENARIO, pointer, facts));
        } else if (ConfidenceFormula.years(reading, scenario)
                > book.confidence().worthlessYears().value() / 2) {
            warnings.add(new Warning(Warning.Kind.STALE_READING, pointer, facts));
        }
    }

    /** A share cannot exceed the one that includes it, and a cause needs the share through which it acts to have fallen. */
    private static void contradictions(
            Scenario scenario, Indicator indicator, Catalogue catalogue, List<Warning> warnings) {
        Optional<ValueRange> reading = scenario.reading(indicator.id()).range();
        String pointer = "#/readings/" + indicator.id();
        indicator
                .partOf()
                .flatMap(whole -> scenario.reading(whole).range())
                .filter(whole -> reading.isPresent() && reading.get().value() > whole.value())
                .ifPresent(whole -> warnings.add(
                        new Warning(Warning.Kind.SHARE_ABOVE_WHOLE, pointer, facts(reading.get(), whole))));
        indicator
                .actsThrough()
                .flatMap(share -> scenario.reading(share).range())
                .filter(share -> reading.isPresent()
                        && grade(scenario, indicator, reading.get()) == Grade.VERY_HIGH
                        && grade(
                                        scenario,
                                        catalogue.indicator(
                                                indicator.actsThrough().get()),
                                        share)
                                .atLeast(Grade.MODERATE))
                .ifPresent(share -> warnings.add(
                        new Warning(Warning.Kind.TARIFF_WITHOUT_EFFECT, pointer, facts(reading.get(), share))));
    }

    private static List<String> facts(ValueRange first, ValueRange second) {
        return List.of(Numbers.plain(first.value()), Numbers.plain(second.value()));
    }

    private static Grade grade(Scenario scenario, Indicator indicator, ValueRange range) {
        return scenario.assumptions().scale(indicator).gradeOf(range.value());
    }
}

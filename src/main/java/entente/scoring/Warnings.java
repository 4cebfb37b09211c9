package entente.scoring;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment.Warning;
import entente.model.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds caveats about a scenario that change no result. */
public final class Warnings {

    /** The years between the newest reading and the scenario beyond which its date is probably a slip. */
    private static final int LONG = 30;

    /** The part of the width of a range within which its end lies at a cut point. */
    private static final double NEAR = 0.01;

    private Warnings() {}

    static List<Warning> of(Scenario scenario, RuleBook book, boolean intervalExact, boolean relationshipsExact) {
        List<Warning> warnings = new ArrayList<>();
        boolean unrated = scenario.readings().values().stream().allMatch(r -> r.status() == ReadingStatus.UNKNOWN);
        if (unrated) {
            warnings.add(new Warning(Warning.Kind.NOTHING_RATED, "#/readings", List.of()));
        }
        if (!intervalExact) {
            warnings.add(new Warning(Warning.Kind.INTERVAL_NOT_EXACT, "#/readings", List.of()));
        }
        if (!relationshipsExact) {
            warnings.add(new Warning(Warning.Kind.RELATIONSHIPS_NOT_EXACT, "#/readings", List.of()));
        }
        warnings.addAll(ofReadings(scenario, book));
        return warnings;
    }

    /** The caveats that need no assessment: about the readings and their dates. */
    public static List<Warning> ofReadings(Scenario scenario, RuleBook book) {
        List<Warning> warnings = new ArrayList<>();
        longAfter(scenario).ifPresent(warnings::add);
        Catalogue catalogue = book.catalogue();
        catalogue.indicators().forEach(indicator -> contradictions(scenario, indicator, catalogue, warnings));
        for (Indicator indicator : catalogue.indicators()) {
            Reading reading = scenario.reading(indicator.id());
            fraction(indicator, reading, warnings);
            reading.range().ifPresent(range -> endsAtCut(scenario, indicator, range, warnings));
            if (scenario.asOf().isPresent() && reading.asOf().isPresent()) {
                dated(indicator, reading.asOf().get(), scenario.asOf().get(), book, warnings);
            }
        }
        return warnings;
    }

    private static Optional<Warning> longAfter(Scenario scenario) {
        Optional<LocalDate> newest = scenario.readings().values().stream()
                .filter(reading -> reading.range().isPresent())
                .flatMap(reading -> reading.asOf().stream())
                .max(Comparator.naturalOrder());
        return scenario.asOf()
                .filter(date ->
                        newest.isPresent() && newest.get().plusYears(LONG).isBefore(date))
                .map(date -> new Warning(
                        Warning.Kind.SCENARIO_LONG_AFTER_READINGS,
                        "#/asOf",
                        List.of(date.toString(), newest.orElseThrow().toString())));
    }

    /** Whole numbers have no value just beyond their cut point; the ends of the scale cannot be passed. */
    private static void endsAtCut(Scenario scenario, Indicator indicator, ValueRange range, List<Warning> warnings) {
        if (!range.wide() || indicator.whole()) {
            return;
        }
        double near = NEAR * (range.high() - range.low());
        for (double cut : scenario.assumptions().scale(indicator).cuts()) {
            for (double end : new double[] {range.low(), range.high()}) {
                if (Math.abs(end - cut) <= near && end > indicator.low() && end < indicator.high()) {
                    warnings.add(new Warning(
                            Warning.Kind.RANGE_ENDS_AT_CUT,
                            "#/readings/" + indicator.id() + (end == range.low() ? "/low" : "/high"),
                            List.of(indicator.id(), Numbers.plain(end), Numbers.plain(cut))));
                }
            }
        }
    }

    /** A reading in percent such as 0.6 probably means 60. */
    private static void fraction(Indicator indicator, Reading reading, List<Warning> warnings) {
        if (reading.range().isEmpty() || !indicator.percent()) {
            return;
        }
        double value = reading.range().get().value();
        if (value > 0 && value < 1) {
            warnings.add(new Warning(
                    Warning.Kind.PERCENT_AS_FRACTION,
                    "#/readings/" + indicator.id(),
                    List.of(indicator.id(), Numbers.plain(value), Numbers.plain(Numbers.rounded(value * 100, 6)))));
        }
    }

    private static void dated(
            Indicator indicator, LocalDate reading, LocalDate scenario, RuleBook book, List<Warning> warnings) {
        boolean after = reading.isAfter(scenario);
        if (after
                || ConfidenceFormula.years(reading, scenario)
                        > book.confidence().worthlessYears().value() / 2) {
            warnings.add(new Warning(
                    after ? Warning.Kind.READING_AFTER_SCENARIO : Warning.Kind.STALE_READING,
                    "#/readings/" + indicator.id() + "/asOf",
                    List.of(indicator.id(), reading.toString(), scenario.toString())));
        }
    }

    /** A share cannot exceed the one that includes it, and a cause needs the share through which it acts to have fallen. */
    private static void contradictions(
            Scenario scenario, Indicator indicator, Catalogue catalogue, List<Warning> warnings) {
        Optional<ValueRange> reading = scenario.reading(indicator.id()).range();
        if (reading.isEmpty()) {
            return;
        }
        indicator
                .partOf()
                .flatMap(whole -> scenario.reading(whole).range())
                .filter(whole -> reading.get().value() > whole.value())
                .ifPresent(whole -> warnings.add(new Warning(
                        Warning.Kind.SHARE_ABOVE_WHOLE, "#/readings/" + indicator.id(), facts(reading.get(), whole))));
        indicator
                .actsThrough()
                .flatMap(share -> scenario.reading(share).range())
                .filter(share -> grade(scenario, indicator, reading.get()) == Grade.VERY_HIGH
                        && grade(
                                        scenario,
                                        catalogue.indicator(
                                                indicator.actsThrough().get()),
                                        share)
                                .atLeast(Grade.MODERATE))
                .ifPresent(share -> warnings.add(new Warning(
                        Warning.Kind.TARIFF_WITHOUT_EFFECT,
                        "#/readings/" + indicator.id(),
                        facts(reading.get(), share))));
    }

    private static List<String> facts(ValueRange first, ValueRange second) {
        return List.of(Numbers.plain(first.value()), Numbers.plain(second.value()));
    }

    private static Grade grade(Scenario scenario, Indicator indicator, ValueRange range) {
        return scenario.assumptions().scale(indicator).gradeOf(range.value());
    }
}

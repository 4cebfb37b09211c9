package entente.scoring;

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

    private static final String TARIFF = "us_avg_tariff_on_prc_pct";
    private static final String US_SHARE = "prc_export_share_us_pct";
    private static final String WEST_SHARE = "prc_export_share_west5_pct";

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
        trade(scenario, book, warnings);
        for (Indicator indicator : book.catalogue().indicators()) {
            Reading reading = scenario.reading(indicator.id());
            if (scenario.asOf().isPresent() && reading.asOf().isPresent()) {
                dated(indicator, reading.asOf().get(), scenario.asOf().get(), book, warnings);
            }
        }
        return warnings;
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

    /** A tariff acts through the export shares only, and a share cannot exceed the total that includes it. */
    private static void trade(Scenario scenario, RuleBook book, List<Warning> warnings) {
        Optional<ValueRange> tariff = scenario.reading(TARIFF).range();
        Optional<ValueRange> us = scenario.reading(US_SHARE).range();
        Optional<ValueRange> west = scenario.reading(WEST_SHARE).range();
        if (us.isPresent() && west.isPresent() && us.get().value() > west.get().value()) {
            warnings.add(
                    new Warning(Warning.Kind.SHARE_ABOVE_WHOLE, "#/readings/" + US_SHARE, facts(us.get(), west.get())));
        }
        boolean grades = book.catalogue().find(TARIFF).isPresent()
                && book.catalogue().find(US_SHARE).isPresent();
        if (grades
                && tariff.isPresent()
                && us.isPresent()
                && grade(scenario, book, TARIFF, tariff.get()) == Grade.VERY_HIGH
                && grade(scenario, book, US_SHARE, us.get()).atLeast(Grade.MODERATE)) {
            warnings.add(new Warning(
                    Warning.Kind.TARIFF_WITHOUT_EFFECT, "#/readings/" + TARIFF, facts(tariff.get(), us.get())));
        }
    }

    private static List<String> facts(ValueRange first, ValueRange second) {
        return List.of(Numbers.plain(first.value()), Numbers.plain(second.value()));
    }

    private static Grade grade(Scenario scenario, RuleBook book, String indicator, ValueRange span) {
        return GradedScenario.scale(book.catalogue().indicator(indicator), scenario.assumptions())
                .gradeOf(span.value());
    }
}

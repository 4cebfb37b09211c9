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
import entente.model.assessment.Assessment.Warning.Kind;
import entente.model.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Finds caveats about a scenario that change no result. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Warnings {

    /** The years between the newest reading and the scenario beyond which its date is probably a slip. */
    private static final int LONG = 30;

    /** The part of the width of a range within which its end lies at a cut point. */
    private static final double NEAR = 0.01;

    private final Scenario scenario;
    private final List<Warning> found = new ArrayList<>();

    static List<Warning> of(Scenario scenario, RuleBook book, boolean intervalExact, boolean relationshipsExact) {
        Warnings warnings = new Warnings(scenario);
        if (scenario.readings().values().stream().allMatch(r -> r.status() == ReadingStatus.UNKNOWN)) {
            warnings.add(Kind.NOTHING_RATED, "#/readings");
        }
        if (!intervalExact) {
            warnings.add(Kind.INTERVAL_NOT_EXACT, "#/readings");
        }
        if (!relationshipsExact) {
            warnings.add(Kind.RELATIONSHIPS_NOT_EXACT, "#/readings");
        }
        warnings.found.addAll(ofReadings(scenario, book));
        return warnings.found;
    }

    /** The caveats that need no assessment: about the readings and their dates. */
    public static List<Warning> ofReadings(Scenario scenario, RuleBook book) {
        Warnings warnings = new Warnings(scenario);
        warnings.longAfter();
        Catalogue catalogue = book.catalogue();
        for (Indicator indicator : catalogue.indicators()) {
            Reading reading = scenario.reading(indicator.id());
            figure(reading).ifPresent(range -> warnings.contradictions(indicator, range, catalogue));
        }
        double stale = book.confidence().worthlessYears().value() / 2;
        for (Indicator indicator : catalogue.indicators()) {
            Reading reading = scenario.reading(indicator.id());
            figure(reading).ifPresent(range -> {
                warnings.fraction(indicator, range.value());
                warnings.endsAtCut(indicator, range);
            });
            reading.asOf()
                    .ifPresent(day -> scenario.asOf().ifPresent(date -> warnings.dated(indicator, day, date, stale)));
        }
        return warnings.found;
    }

    /** The figures that a scenario gives of a reading; of one with weights of grades it gives none. */
    private static Optional<ValueRange> figure(Reading reading) {
        return reading.range().filter(range -> !reading.isWeighted());
    }

    private void add(Kind kind, String pointer, String... facts) {
        found.add(new Warning(kind, pointer, List.of(facts)));
    }

    private static String pointer(Indicator indicator) {
        return "#/readings/" + indicator.id();
    }

    private void longAfter() {
        scenario.readings().values().stream()
                .filter(reading -> reading.range().isPresent())
                .flatMap(reading -> reading.asOf().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> scenario.asOf()
                        .filter(date -> newest.plusYears(LONG).isBefore(date))
                        .ifPresent(date ->
                                add(Kind.SCENARIO_LONG_AFTER_READINGS, "#/asOf", date.toString(), newest.toString())));
    }

    /** Whole numbers have no value just beyond their cut point; the ends of the scale cannot be passed. */
    private void endsAtCut(Indicator indicator, ValueRange range) {
        if (!range.wide() || indicator.whole()) {
            return;
        }
        double near = NEAR * (range.high() - range.low());
        for (double cut : scenario.assumptions().scale(indicator).cuts()) {
            for (double end : new double[] {range.low(), range.high()}) {
                if (Math.abs(end - cut) <= near && end > indicator.low() && end < indicator.high()) {
                    add(
                            Kind.RANGE_ENDS_AT_CUT,
                            pointer(indicator) + (end == range.low() ? "/low" : "/high"),
                            indicator.id(),
                            Numbers.plain(end),
                            Numbers.plain(cut));
                }
            }
        }
    }

    /** A reading in percent such as 0.6 probably means 60. */
    private void fraction(Indicator indicator, double value) {
        if (indicator.percent() && value > 0 && value < 1) {
            String meant = Numbers.plain(Numbers.rounded(value * 100, 6));
            add(Kind.PERCENT_AS_FRACTION, pointer(indicator), indicator.id(), Numbers.plain(value), meant);
        }
    }

    /** @param stale the age in years from which a reading deserves a caveat */
    private void dated(Indicator indicator, LocalDate reading, LocalDate date, double stale) {
        boolean after = reading.isAfter(date);
        if (after || ConfidenceFormula.years(reading, date) > stale) {
            Kind kind = after ? Kind.READING_AFTER_SCENARIO : Kind.STALE_READING;
            add(kind, pointer(indicator) + "/asOf", indicator.id(), reading.toString(), date.toString());
        }
    }

    /** A share cannot exceed the one that includes it, and a cause needs the share through which it acts to have fallen. */
    private void contradictions(Indicator indicator, ValueRange range, Catalogue catalogue) {
        String value = Numbers.plain(range.value());
        indicator
                .partOf()
                .flatMap(whole -> figure(scenario.reading(whole)))
                .filter(whole -> range.value() > whole.value())
                .ifPresent(
                        whole -> add(Kind.SHARE_ABOVE_WHOLE, pointer(indicator), value, Numbers.plain(whole.value())));
        indicator
                .actsThrough()
                .filter(id -> grade(indicator, range) == Grade.VERY_HIGH)
                .ifPresent(id -> figure(scenario.reading(id))
                        .filter(share -> grade(catalogue.indicator(id), share).atLeast(Grade.MODERATE))
                        .ifPresent(share -> add(
                                Kind.TARIFF_WITHOUT_EFFECT, pointer(indicator), value, Numbers.plain(share.value()))));
    }

    private Grade grade(Indicator indicator, ValueRange range) {
        return scenario.assumptions().scale(indicator).gradeOf(range.value());
    }
}

package entente.report.briefing;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.KeyAssumption;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.Source;
import entente.report.wording.MeasureText;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of readings, how well they found key assumptions, and which are later than the scenario. */
final class Sources {

    /** Ids that scenarios give to what their authors judged or assumed. */
    private static final Set<String> OWN = Set.of("judgement", "assumption");

    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";

    /** A day or a month; a date after "to" is the end of what the source speaks of. */
    private static final Pattern DATE =
            Pattern.compile("(?<!\\bto )(?<![\\d\\w])(?:(\\d{1,2}) )?(" + MONTHS + ") (\\d{4})");

    /** A year that is no part of a date, nor the end of what the source speaks of. */
    private static final Pattern YEAR = Pattern.compile(
            "(?<!\\bto )(?<!\\buntil )(?<![\\d\\w])(?<!(?:" + MONTHS + ") )(?:19|20)\\d{2}(?![\\d\\w])");

    private Sources() {}

    /** Those in use, with their grades. */
    static List<Source> of(Assessment assessment) {
        Scenario scenario = assessment.scenario();
        return scenario.sources().stream()
                .filter(source ->
                        from(scenario, source.id()).anyMatch(reading -> reading.status() != ReadingStatus.UNKNOWN))
                .map(source -> new Source(
                        source.ref(),
                        from(scenario, source.id())
                                .flatMap(reading -> reading.grade().stream())
                                .map(Object::toString)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        (int) from(scenario, source.id()).count(),
                        OWN.contains(source.id()),
                        inherited(scenario, source.id())))
                .toList();
    }

    private static Stream<Reading> from(Scenario scenario, String source) {
        return scenario.readings().values().stream()
                .filter(reading -> reading.source().filter(source::equals).isPresent());
    }

    /** A scenario of which some readings are set for one run has the id of its base. */
    private static boolean inherited(Scenario scenario, String source) {
        return scenario.base()
                .filter(base -> !base.id().equals(scenario.id()))
                .filter(base -> from(scenario, source).allMatch(reading -> same(reading, base)))
                .isPresent();
    }

    private static boolean same(Reading reading, Scenario base) {
        Reading before = base.reading(reading.indicator());
        return before.range().equals(reading.range())
                && before.status() == reading.status()
                && before.source().equals(reading.source());
    }

    private record Dated(LocalDate first, String text) {}

    /**
     * That some sources are later than the date of the scenario, as far as their references name a day, a month or a year, and the
     * newest of them; nothing where there are none.
     */
    static Optional<String> laterThanScenario(Assessment assessment) {
        return assessment
                .scenario()
                .asOf()
                .flatMap(asOf -> of(assessment).stream()
                        .filter(source -> !source.own())
                        .flatMap(source -> dates(source.reference()))
                        .filter(dated -> dated.first().isAfter(asOf))
                        .max(Comparator.comparing(Dated::first))
                        .map(newest -> "Some sources bear a date after that of the scenario, " + Wording.date(asOf)
                                + ": the latest date given is " + newest.text() + "."));
    }

    private static Stream<Dated> dates(String reference) {
        return Stream.concat(
                DATE.matcher(reference).results().flatMap(match -> dated(match).stream()),
                YEAR.matcher(reference)
                        .results()
                        .map(match -> new Dated(LocalDate.of(Integer.parseInt(match.group()), 1, 1), match.group())));
    }

    /** Empty for a day that does not exist. */
    private static Optional<Dated> dated(MatchResult match) {
        int day = match.group(1) == null ? 1 : Integer.parseInt(match.group(1));
        Month month = Month.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        int year = Integer.parseInt(match.group(3));
        boolean exists = day > 0 && day <= month.length(Year.isLeap(year)) && year > 0;
        return exists ? Optional.of(new Dated(LocalDate.of(year, month, day), match.group())) : Optional.empty();
    }

    /** A key assumption with the reading that supports it. */
    static AssumptionRow support(KeyAssumption assumption, Assessment assessment) {
        Indicator indicator = assessment.indicator(assumption.indicator());
        Reading reading = assessment.reading(indicator.id());
        return new AssumptionRow(
                assumption.words(),
                Judgements.citations(assumption.cites()),
                indicator.shortLabel() + ": " + new MeasureText(indicator).readingInWords(reading)
                        + reading.grade()
                                .map(grade -> ", " + grade)
                                .orElse(reading.status() == ReadingStatus.ASSUMED ? ", assumed" : ""),
                support(assumption, reading, assessment.scenario().assumptions().scale(indicator)));
    }

    private static Support support(KeyAssumption assumption, Reading reading, GradeScale scale) {
        if (reading.status() == ReadingStatus.UNKNOWN) {
            return Support.UNSUPPORTED;
        }
        List<Grade> possible = scale.possibleGrades(reading);
        long holding = possible.stream()
                .filter(grade ->
                        assumption.holds().map(holds -> holds.isMetBy(grade)).orElse(true))
                .count();
        boolean assumed = reading.status() == ReadingStatus.ASSUMED;
        if (holding > 0 && holding < possible.size()) {
            return Support.OPEN;
        }
        if (holding == 0) {
            return assumed ? Support.SET_ASIDE : Support.CONTRADICTED;
        }
        if (assumed) {
            return Support.ASSUMED;
        }
        if (reading.source().isEmpty()) {
            return Support.NO_SOURCE;
        }
        boolean reliable = reading.grade()
                .filter(source -> List.of("A", "B").contains(source.reliability()))
                .isPresent();
        return reliable ? Support.WELL_SOURCED : Support.CAVEATED;
    }
}

package entente.report.briefing;

import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Source;
import entente.report.wording.DateText;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sources that are later than the date of the scenario, as far as their references name a day, a month or a year. A date after "to"
 * is the end of what the source speaks of.
 */
final class SourceDates {

    private static final Pattern DATE =
            Pattern.compile("(?<!\\bto )(?<![\\d\\w])(?:(\\d{1,2}) )?(January|February|March|April|May|June|July"
                    + "|August|September|October|November|December) (\\d{4})");

    /** A year that is no part of a date, nor the end of what the source speaks of. */
    private static final Pattern YEAR = Pattern.compile(
            "(?<!\\bto )(?<!\\buntil )(?<![\\d\\w])(?<!(?:January|February|March|April|May|June|July|August|September|October"
                    + "|November|December) )(?:19|20)\\d{2}(?![\\d\\w])");

    private SourceDates() {}

    /** A date as printed, and its first day. */
    private record Dated(LocalDate first, String text) {}

    /** That there are such sources, and the newest of them; nothing where there are none. */
    static Optional<String> note(Assessment assessment) {
        List<Source> sources = SourceList.of(assessment).stream()
                .filter(source -> !source.own())
                .toList();
        return assessment
                .scenario()
                .asOf()
                .flatMap(asOf -> sources.stream()
                        .flatMap(source -> dates(source.reference()))
                        .filter(dated -> dated.first().isAfter(asOf))
                        .max(Comparator.comparing(Dated::first))
                        .map(newest -> "Some sources bear a date after that of the scenario, " + DateText.of(asOf)
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
}

package entente.report.briefing;

import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of readings in use, with their grades. */
final class SourceList {

    /** Ids that scenarios give to what their authors judged or assumed. */
    private static final Set<String> OWN = Set.of("judgement", "assumption");

    private SourceList() {}

    static List<Source> of(Assessment assessment) {
        Scenario scenario = assessment.scenario();
        Set<String> used = scenario.readings().values().stream()
                .filter(reading -> reading.status() != ReadingStatus.UNKNOWN)
                .flatMap(reading -> reading.source().stream())
                .collect(Collectors.toSet());
        return scenario.sources().stream()
                .filter(source -> used.contains(source.id()))
                .map(source -> new Source(
                        source.ref(),
                        grades(scenario, source.id()),
                        (int) from(scenario, source.id()).count(),
                        OWN.contains(source.id()),
                        inherited(scenario, source.id())))
                .toList();
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

    private static Stream<Reading> from(Scenario scenario, String source) {
        return scenario.readings().values().stream()
                .filter(reading -> reading.source().filter(source::equals).isPresent());
    }

    private static String grades(Scenario scenario, String source) {
        return from(scenario, source)
                .flatMap(reading -> reading.grade().stream())
                .map(Object::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

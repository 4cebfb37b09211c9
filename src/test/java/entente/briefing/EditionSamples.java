package entente.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.analysis.track.Statement;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Editions as an archive holds them. */
public final class EditionSamples {

    private EditionSamples() {}

    /** With a base rate of 2 percent, issued on 1 March 2026, for an event by 30 November 2030. */
    public static Edition edition(String scenario, int number, int tenths) {
        return edition(scenario, number, tenths, LocalDate.parse("2025-11-30"));
    }

    /** @param asOf from which the horizon of five years counts */
    public static Edition edition(String scenario, int number, int tenths, LocalDate asOf) {
        return edition(scenario, number, tenths, asOf, tenths / 10.0 + " %", Optional.empty());
    }

    /** @param interval that was stated instead of the likelihood */
    public static Edition edition(
            String scenario, int number, int tenths, LocalDate asOf, String figure, Optional<Interval> interval) {
        return new Edition(
                new EditionId(scenario, number),
                "A title",
                new Statement(
                        "An alliance",
                        Optional.of(asOf),
                        5,
                        asOf.plusYears(5),
                        "An alliance: " + figure + ".",
                        figure,
                        interval,
                        new Percent(tenths),
                        Optional.of(Relationship.values()[0]),
                        2.0),
                "0".repeat(64),
                new Provenance("0.1.0", "1.4", "1".repeat(64), Optional.of("2".repeat(64)), Provenance.SCHEMA),
                Optional.empty(),
                Instant.parse("2026-03-01T12:00:00Z"),
                number == 1 ? Optional.empty() : Optional.of(number - 1),
                Optional.empty());
    }
}

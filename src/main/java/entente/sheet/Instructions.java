package entente.sheet;

import java.util.List;

/** What a workbook says about how it is filled in, on a sheet that is not read. */
final class Instructions {

    static List<List<Object>> rows(String sourceExample, boolean inherits) {
        return List.of(
                List.of("what", "how"),
                List.of("Scenario", "Give a title and asOf, the day of the assessment, such as 2026-11-27."),
                List.of(
                        "Readings",
                        inherits
                                ? "One row for each indicator. The grey column inherited shows the reading of the scenario"
                                        + " that this one extends. Leave the white cells of a row blank to keep it; fill"
                                        + " them in to change it, and give a source. It is unknown if its status says so."
                                : "One row for each indicator; fill in the white columns, leave blank what you do not know."),
                List.of("value", "A number in the unit of the row and within its range: 18 for 18 %. No formulas."),
                List.of(
                        "low, high",
                        "The range that you hold possible; the value, your best estimate, lies within it."),
                List.of(
                        "distribution",
                        "Blank: every value of the range alike. triangular: most probable at the value; normal likewise."),
                List.of(
                        "weights",
                        "Instead of a value and range: grades with their weights, such as LOW:0.3,MODERATE:0.7; value stays blank."),
                List.of(
                        "status",
                        (inherits
                                        ? "Blank: a value with a source is known, one without is assumed, a blank row is inherited."
                                        : "Blank: known where there is a value, else unknown.")
                                + " assumed: you take it as given."),
                List.of(
                        "source",
                        "The id of a source, such as reuters-2026-11, that a row of the sheet Scenario lists. In a scenario that"
                                + " extends another, what differs without a source is assumed."),
                List.of(
                        "source_grade",
                        "Reliability A (best) to E and F (unjudged), credibility 1 (best) to 5 and 6: B2."),
                List.of("date", "The day of the reading, such as 2026-11-20; not after asOf."),
                List.of("Sources", "In the sheet Scenario: source in column A, its id in B, its reference in C."),
                List.of("Example", "source | reuters-2026-11 | " + sourceExample),
                List.of("Notes", "A sheet named Notes is yours: like this one it is not read."));
    }

    private Instructions() {}
}

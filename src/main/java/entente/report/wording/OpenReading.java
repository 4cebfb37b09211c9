package entente.report.wording;

import entente.model.Indicator;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.IntervalReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An open reading.
 *
 * @param reading as the scenario gives it
 * @param narrows percentage points by which the interval narrows once the reading is known; 0 for none
 */
public record OpenReading(Indicator indicator, Reading reading, double narrows) {

    /** Those that narrow the interval most first, then the others in the order of the catalogue. */
    public static List<OpenReading> of(Assessment assessment) {
        List<OpenReading> gaps = new ArrayList<>();
        assessment.findOutNext().forEach(next -> gaps.add(of(assessment, next.indicator(), next.narrowsPercent())));
        List<String> narrowing = assessment.findOutNext().stream()
                .map(IntervalReduction::indicator)
                .toList();
        assessment.gaps().stream().filter(id -> !narrowing.contains(id)).forEach(id -> gaps.add(of(assessment, id, 0)));
        return gaps;
    }

    private static OpenReading of(Assessment assessment, String id, double narrows) {
        return new OpenReading(
                assessment.catalogue().indicator(id), assessment.scenario().reading(id), narrows);
    }

    /** In a sentence. */
    String label() {
        return Wording.label(indicator) + ends();
    }

    /** As the label of a row. */
    public String shortLabel() {
        return indicator.shortLabel() + ends();
    }

    private String ends() {
        return DistributionText.isWeighted(reading)
                ? " (" + DistributionText.of(reading).orElseThrow() + ")"
                : reading.range().map(ReadingText::ends).orElse("");
    }

    /** By how much it narrows the interval; a dot for nothing. */
    public String narrowing() {
        return narrows > 0 ? String.format(Locale.ROOT, "%.1f pp", narrows) : "·";
    }
}

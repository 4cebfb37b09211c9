package entente.report.wording;

import entente.model.Indicator;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.IntervalReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An open reading.
 *
 * @param range the given range; empty where the indicator is unrated
 * @param narrows percentage points by which the interval narrows once the reading is known; 0 for none
 */
public record OpenReading(Indicator indicator, Optional<ValueRange> range, double narrows) {

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
                assessment.catalogue().indicator(id),
                assessment.scenario().reading(id).range(),
                narrows);
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
        return range.map(ReadingText::ends).orElse("");
    }

    /** By how much it narrows the interval; a dot for nothing. */
    public String narrowing() {
        return narrows > 0 ? String.format(Locale.ROOT, "%.1f pp", narrows) : "·";
    }
}

package entente.briefing;

import entente.domain.Assessment;
import entente.domain.FindOutNext;
import entente.domain.Indicator;
import entente.domain.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reading that is open, and by how many percentage points the interval narrows once it is known; 0 where it does
 * not.
 */
record Gap(Indicator indicator, Optional<Span> range, double narrows) {

    /** The most telling first, then what narrows nothing in the order of the catalogue. */
    static List<Gap> of(Assessment assessment) {
        List<Gap> gaps = new ArrayList<>();
        assessment.findOutNext().forEach(next -> gaps.add(of(assessment, next.indicator(), next.narrowsPercent())));
        List<String> telling =
                assessment.findOutNext().stream().map(FindOutNext::indicator).toList();
        assessment.gaps().stream().filter(id -> !telling.contains(id)).forEach(id -> gaps.add(of(assessment, id, 0)));
        return gaps;
    }

    private static Gap of(Assessment assessment, String id, double narrows) {
        return new Gap(
                assessment.catalogue().indicator(id),
                assessment.scenario().reading(id).span(),
                narrows);
    }

    String label() {
        return Words.label(indicator)
                + range.map(span -> " (" + Words.figure(span.low()) + " to " + Words.figure(span.high()) + ")")
                        .orElse("");
    }

    String points() {
        return narrows > 0 ? String.format(Locale.ROOT, "%.1f", narrows) : "·";
    }
}

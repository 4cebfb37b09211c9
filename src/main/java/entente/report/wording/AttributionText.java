package entente.report.wording;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.model.AssumptionKind;
import entente.model.Catalogue;
import entente.model.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a difference between two likelihoods, in sentences. */
public final class AttributionText {

    private AttributionText() {}

    public static final String METHOD =
            "Shares are exact (Shapley): what switching a part adds, on average over all orders of switching; rounded "
                    + "so that they add up.";

    /** Both likelihoods, their difference and its two halves. */
    public static String headline(ScenarioContrast contrast) {
        Attribution split = contrast.attribution();
        int before = contrast.before().verdict().likelihood().tenths();
        String now = VerdictSentences.bestEstimates(contrast.before(), contrast.after())
                + Wording.percent(contrast.after().verdict().likelihood());
        if (split.tenths() == 0 && split.readings().rounded() == 0) {
            boolean still = split.shares().stream()
                    .flatMap(half -> half.parts().stream())
                    .allMatch(part -> part.rounded() == 0);
            return now + " in both: "
                    + (still ? "what differs does not move the likelihood." : "what differs cancels out.");
        }
        String halves = Wording.shift(split.readings().rounded()) + " because of readings and "
                + Wording.shift(split.assumptions().rounded()) + " because of assumptions.";
        if (split.tenths() == 0) {
            return now + " in both: " + halves;
        }
        String shift = now + " against " + Wording.percent(before / 10.0) + ": " + Wording.shift(split.tenths())
                + " percentage points, ";
        if (contrast.assumptions().isEmpty()) {
            return shift + "all because of readings.";
        }
        return contrast.readings().stream().noneMatch(ReadingDifference::differs)
                ? shift + "all because of assumptions."
                : shift + "of which " + halves;
    }

    /** What rests on a difference in knowledge and not in the world; nothing where none does. */
    public static Optional<String> knowledge(ScenarioContrast contrast) {
        List<ReadingDifference> halfKnown = halfKnown(contrast);
        int shift = shift(contrast, halfKnown);
        return shift == 0
                ? Optional.empty()
                : Optional.of(Wording.shift(shift) + " of it rests on "
                        + Wording.plural(halfKnown.size(), "reading that", "readings that")
                        + " only one of the two has.");
    }

    /** The same after the parts of the difference, with where only one of two has the readings. */
    public static Optional<String> knowledge(ScenarioContrast contrast, String where) {
        List<ReadingDifference> halfKnown = halfKnown(contrast);
        int shift = shift(contrast, halfKnown);
        return shift == 0
                ? Optional.empty()
                : Optional.of("Of this, " + Wording.shift(shift) + " rests on "
                        + Wording.plural(halfKnown.size(), "reading") + " rated " + where + ".");
    }

    private static List<ReadingDifference> halfKnown(ScenarioContrast contrast) {
        return contrast.readings().stream()
                .filter(change -> change.before().range().isPresent()
                        != change.after().range().isPresent())
                .toList();
    }

    private static int shift(ScenarioContrast contrast, List<ReadingDifference> readings) {
        return contrast.attribution().readings().parts().stream()
                .flatMap(group -> group.parts().stream())
                .filter(single ->
                        readings.stream().anyMatch(change -> single.ids().contains(change.indicator())))
                .mapToInt(Share::rounded)
                .sum();
    }

    public static String labels(Share share, Catalogue catalogue) {
        return share.ids().stream().map(catalogue::group).map(Group::shortLabel).collect(Collectors.joining("; "));
    }

    public static String kinds(Share share) {
        return share.ids().stream()
                .map(id -> AssumptionText.kind(AssumptionKind.of(id)))
                .collect(Collectors.joining("; "));
    }

    /** The same as {@link #name}, with the short labels of groups. */
    public static String shortName(Share share, ScenarioContrast contrast) {
        Catalogue catalogue = contrast.after().catalogue();
        return contrast.attribution().assumptions().parts().contains(share)
                ? kinds(share)
                : share.ids().stream()
                        .map(catalogue::group)
                        .map(Group::shortLabel)
                        .collect(Collectors.joining(" with "));
    }

    /** What a share of either half is the share of. */
    public static String name(Share share, ScenarioContrast contrast) {
        return contrast.attribution().assumptions().parts().contains(share)
                ? kinds(share)
                : labels(share, contrast.after().catalogue());
    }
}

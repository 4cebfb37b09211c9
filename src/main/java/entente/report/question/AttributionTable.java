package entente.report.question;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.model.AssumptionKind;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Indicator;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.AssumptionText;
import entente.report.wording.ReadingText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The attribution of a difference between two likelihoods to its parts. */
record AttributionTable(ScenarioContrast contrast, boolean all) {

    static final String METHOD =
            "Shares are exact (Shapley): what switching a part adds, on average over all orders of switching; rounded "
                    + "so that they add up.";

    /** Both likelihoods, their difference and its two halves. */
    static String headline(ScenarioContrast contrast) {
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
    static Optional<String> knowledge(ScenarioContrast contrast) {
        List<ReadingDifference> halfKnown = halfKnown(contrast);
        int shift = shift(contrast, halfKnown);
        return shift == 0
                ? Optional.empty()
                : Optional.of(Wording.shift(shift) + " of it rests on "
                        + Wording.plural(halfKnown.size(), "reading that", "readings that")
                        + " only one of the two has.");
    }

    /** The same after the parts of the difference, with where only one of two has the readings. */
    static Optional<String> knowledge(ScenarioContrast contrast, String where) {
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

    Table table() {
        List<Row> rows = new ArrayList<>();
        readings(rows);
        assumptions(rows);
        return Table.figures(
                "Sources of the difference, by barrier of the reading", List.of("pp"), Table.FIGURES, rows);
    }

    private void readings(List<Row> rows) {
        List<ReadingDifference> differ =
                contrast.readings().stream().filter(ReadingDifference::differs).toList();
        if (differ.isEmpty()) {
            return;
        }
        Share half = contrast.attribution().readings();
        rows.add(Row.of(1, "Because of readings", Wording.shift(half.rounded())));
        List<Share> heaviest = half.parts().stream()
                .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .toList();
        for (Share share : heaviest) {
            rows.add(Row.of(2, labels(share), Wording.shift(share.rounded())));
            differ.stream()
                    .filter(change -> share.ids().contains(indicator(change).group()))
                    .filter(this::shown)
                    .sorted(Comparator.comparingInt((ReadingDifference change) -> share.part(change.indicator())
                            .map(single -> -Math.abs(single.rounded()))
                            .orElse(0)))
                    .forEach(change -> reading(rows, change, share));
        }
        List<ReadingDifference> idle = differ.stream()
                .filter(change -> half.part(indicator(change).group()).isEmpty())
                .toList();
        if (all && !idle.isEmpty()) {
            rows.add(Row.of(2, "Readings that keep their grade", Wording.shift(0)));
            idle.forEach(change -> rows.add(Row.of(3, told(change) + ".")));
        }
        long kept = differ.stream().filter(change -> !shown(change)).count();
        if (!all && kept > 0) {
            String readings = Wording.capitalized(Wording.plural((int) kept, "reading differs", "readings differ"));
            String but = " but " + (kept == 1 ? "keeps its grade" : "keep their grades");
            rows.add(Row.of(2, readings + but, Wording.shift(0)));
        }
    }

    /** Under cut points that differ, a reading can matter whose grade is the same in each scenario for itself. */
    private boolean shown(ReadingDifference change) {
        return all
                || change.beforeGrade() != change.afterGrade()
                || contrast.attribution().readings().parts().stream()
                        .anyMatch(group -> group.part(change.indicator()).isPresent());
    }

    private void reading(List<Row> rows, ReadingDifference change, Share group) {
        boolean several = group.parts().size() > 1;
        String share = group.part(change.indicator())
                .filter(single -> several)
                .map(single -> " (" + Wording.shift(single.rounded()) + ")")
                .orElse("");
        rows.add(Row.of(3, told(change) + share + "."));
    }

    private String told(ReadingDifference change) {
        return indicator(change).shortLabel() + ": from " + ReadingText.graded(change.before(), change.beforeGrade())
                + ", to " + ReadingText.graded(change.after(), change.afterGrade());
    }

    private Indicator indicator(ReadingDifference change) {
        return contrast.after().catalogue().indicator(change.indicator());
    }

    private String labels(Share share) {
        return labels(share, contrast.after().catalogue());
    }

    private static String labels(Share share, Catalogue catalogue) {
        return share.ids().stream().map(catalogue::group).map(Group::shortLabel).collect(Collectors.joining("; "));
    }

    private static String kinds(Share share) {
        return share.ids().stream()
                .map(id -> AssumptionText.kind(AssumptionKind.of(id)))
                .collect(Collectors.joining("; "));
    }

    /** The same as {@link #name}, with the short labels of groups. */
    static String shortName(Share share, ScenarioContrast contrast) {
        Catalogue catalogue = contrast.after().catalogue();
        return contrast.attribution().assumptions().parts().contains(share)
                ? kinds(share)
                : share.ids().stream()
                        .map(catalogue::group)
                        .map(Group::shortLabel)
                        .collect(Collectors.joining(" with "));
    }

    /** What a share of either half is the share of. */
    static String name(Share share, ScenarioContrast contrast) {
        return contrast.attribution().assumptions().parts().contains(share)
                ? kinds(share)
                : labels(share, contrast.after().catalogue());
    }

    private void assumptions(List<Row> rows) {
        if (contrast.assumptions().isEmpty()) {
            return;
        }
        Share half = contrast.attribution().assumptions();
        rows.add(Row.of(1, "Because of assumptions", Wording.shift(half.rounded())));
        List<AssumptionDifference> told = new ArrayList<>(contrast.assumptions());
        half.parts().stream()
                .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .forEach(share -> {
                    List<AssumptionDifference> of = told.stream()
                            .filter(difference ->
                                    share.ids().contains(difference.kind().id()))
                            .toList();
                    if (!of.isEmpty()) {
                        rows.add(Row.of(2, kinds(share), Wording.shift(share.rounded())));
                        of.forEach(difference ->
                                rows.add(Row.of(3, AssumptionText.difference(difference, contrast.after()))));
                    }
                });
    }

    String method() {
        Attribution split = contrast.attribution();
        boolean single = split.readings().parts().stream()
                .anyMatch(share -> share.parts().isEmpty());
        return METHOD
                + (split.hasCombinedShares()
                        ? " Parts beyond the largest were too many to separate and were switched together."
                        : "")
                + (single ? " Single readings were too many to be given shares of their own." : "");
    }
}

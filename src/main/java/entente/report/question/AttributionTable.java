package entente.report.question;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.model.Indicator;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.ContrastText;
import entente.report.wording.MeasureText;
import entente.report.wording.SuppositionText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The attribution of a difference between two likelihoods to its parts. */
public record AttributionTable(ScenarioContrast contrast, boolean all) {

    public Table table() {
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
        return indicator(change).shortLabel() + ": from " + MeasureText.graded(change.before(), change.beforeGrade())
                + ", to " + MeasureText.graded(change.after(), change.afterGrade());
    }

    private Indicator indicator(ReadingDifference change) {
        return contrast.after().catalogue().indicator(change.indicator());
    }

    private String labels(Share share) {
        return ContrastText.labels(share, contrast.after().catalogue());
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
                        rows.add(Row.of(2, ContrastText.kinds(share), Wording.shift(share.rounded())));
                        of.forEach(difference ->
                                rows.add(Row.of(3, SuppositionText.difference(difference, contrast.after()))));
                    }
                });
    }

    public String method() {
        Attribution split = contrast.attribution();
        boolean single = split.readings().parts().stream()
                .anyMatch(share -> share.parts().isEmpty());
        return ContrastText.METHOD
                + (split.hasCombinedShares()
                        ? " Parts beyond the largest were too many to separate and were switched together."
                        : "")
                + (single ? " Single readings were too many to be given shares of their own." : "");
    }
}

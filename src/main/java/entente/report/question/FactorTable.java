package entente.report.question;

import entente.model.Group;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import entente.report.wording.ConditionText;
import entente.report.wording.GroundText;
import entente.report.wording.GroupFactors;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** The barriers and drivers for or against an alliance, strongest first, each with the likelihood without it. */
@RequiredArgsConstructor
final class FactorTable {

    static final int FIGURES = 7;
    static final int CITATIONS = 14;

    private static final int BRIEF_CITATIONS = 11;
    private static final int WITHOUT = 13;
    private static final int STRONGEST = 3;

    private final Assessment assessment;

    private final boolean full;

    /** @param direction −1 for factors against an alliance, 1 for those for it */
    Table of(int direction) {
        List<Row> rows = new ArrayList<>();
        List<GroupFactors> sides = GroupFactors.of(assessment, direction);
        Emphasis emphasis = direction < 0 ? Emphasis.DOWN : Emphasis.UP;
        int shown = full ? sides.size() : Math.min(STRONGEST, sides.size());
        for (GroupFactors side : sides.subList(0, shown)) {
            rows.add(group(side, emphasis));
            if (full) {
                side.major().forEach(row -> claim(rows, row));
                side.minor().forEach(row -> claim(rows, row));
            }
        }
        if (shown < sides.size()) {
            List<GroupFactors> rest = sides.subList(shown, sides.size());
            Points sum = rest.stream().map(GroupFactors::sum).reduce(Points.ZERO, Points::plus);
            rows.add(Row.of(1, "and " + Wording.count(rest.size()) + " more", Wording.points(sum), "", ""));
        }
        return new Table(
                direction < 0 ? "Factors against an alliance" : "Factors for an alliance",
                "",
                List.of(
                        Column.figures("points", FIGURES),
                        Column.figures("without it", WITHOUT),
                        Column.words("article", full ? CITATIONS : BRIEF_CITATIONS)),
                rows);
    }

    private Row group(GroupFactors side, Emphasis emphasis) {
        Group group = side.group();
        String sum = Wording.points(side.sum());
        String without = assessment
                .outlook()
                .without(group.id())
                .map(Wording::percentOnScale)
                .orElse("");
        return new Row(
                1,
                Words.of(group.shortLabel()),
                List.of(new Words(sum, sum, emphasis), Words.of(without), citations(group.cites())));
    }

    private void claim(List<Row> rows, LedgerRow row) {
        rows.add(new Row(
                2,
                Words.of(Wording.claim(row.rule())),
                List.of(
                        Words.of(Wording.points(row.alliancePoints())),
                        Words.of(""),
                        citations(row.rule().cites()))));
        GroundText.assumption(row.rule()).ifPresent(assumption -> rows.add(Row.of(3, Wording.sentence(assumption))));
        row.conditions().forEach(condition -> rows.add(Row.of(3, ConditionText.of(condition, assessment.catalogue()))));
    }

    /** All citations, or the first with the number of others. */
    static Words citations(List<String> cites) {
        if (cites.isEmpty()) {
            return Words.of("project assumption", "assumption");
        }
        return Words.of(String.join("; ", cites), cites.get(0) + (cites.size() > 1 ? " +" + (cites.size() - 1) : ""));
    }
}

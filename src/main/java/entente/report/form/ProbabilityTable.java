package entente.report.form;

import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import java.util.List;

/** Probabilities as a table, for media that do not draw them. */
public final class ProbabilityTable {

    private ProbabilityTable() {}

    public static Table of(ProbabilityFigure figure) {
        return new Table(
                figure.heading(),
                figure.label(),
                List.of(Column.words("likelihood", Table.FIGURES), Column.figures("probability", Table.FIGURES)),
                figure.bars().stream()
                        .map(bar -> Row.of(1, bar.outcome(), bar.range(), bar.text()))
                        .toList());
    }
}

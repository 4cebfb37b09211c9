package entente.report.word;

import entente.report.form.SwingFigure;
import entente.report.form.SwingFigure.End;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.List;

/** The figures of a tornado chart. */
final class SwingTable {

    private SwingTable() {}

    static Table of(SwingFigure figure) {
        return new Table(
                figure.heading(),
                "",
                List.of(
                        Column.figures("value", Table.FIGURES),
                        Column.figures("lowest", Table.FIGURES),
                        Column.figures("highest", Table.FIGURES)),
                figure.bars().stream()
                        .map(bar -> Row.of(1, bar.label(), bar.reading(), text(bar.low()), text(bar.high())))
                        .toList());
    }

    private static String text(End end) {
        return Wording.percent(end.likelihood()) + ", " + end.where();
    }
}

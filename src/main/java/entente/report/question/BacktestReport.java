package entente.report.question;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BacktestResult.CalibrationRow;
import entente.analysis.backtest.BrierScores;
import entente.model.LikelihoodScale;
import entente.model.Relationship;
import entente.report.form.Block;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.BacktestSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A backtest: each case, and the scores of all. */
public final class BacktestReport {

    /** Columns of states that keep their whole names. */
    private static final int WIDE = 4;

    /** Observed states against expected ones; only states that occur have a row or a column. */
    private record HitTable(List<Relationship> observed, List<Optional<Relationship>> expected, BacktestResult result) {

        /** An empty column stands for cases in which only a range is expected. */
        static HitTable of(BacktestResult result) {
            List<Relationship> observed = new ArrayList<>();
            List<Optional<Relationship>> expected = new ArrayList<>();
            for (Relationship state : Relationship.values()) {
                if (result.cases().stream().anyMatch(c -> c.observed().relationship() == state)) {
                    observed.add(state);
                }
                if (result.cases().stream()
                        .anyMatch(c -> c.verdict().relationship().equals(Optional.of(state)))) {
                    expected.add(Optional.of(state));
                }
            }
            if (result.cases().stream().anyMatch(c -> c.verdict().relationship().isEmpty())) {
                expected.add(Optional.empty());
            }
            return new HitTable(observed, expected, result);
        }

        /** How many cases have this observed and that expected; of ranges, how many hold what was observed. */
        String cell(Relationship row, Optional<Relationship> column) {
            List<BacktestCase> cases = result.cases().stream()
                    .filter(c -> c.observed().relationship() == row)
                    .filter(c -> c.verdict().relationship().equals(column))
                    .toList();
            if (cases.isEmpty()) {
                return "·";
            }
            long within = cases.stream()
                    .filter(c -> c.verdict().relationships().contains(row))
                    .count();
            return column.isPresent() || within == cases.size()
                    ? Integer.toString(cases.size())
                    : within + " of " + cases.size();
        }

        static String name(Optional<Relationship> column) {
            return column.map(Wording::word).orElse("range only");
        }
    }

    private BacktestReport() {}

    /** @param all whether skipped scenarios are named */
    public static Report of(BacktestResult result, boolean all) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.body(BacktestSentences.EVENT));
        blocks.add(new Table(
                "",
                "Case",
                List.of(
                        Column.figures("alliance", 9),
                        Column.figures("likelihood", 11),
                        Column.words("interval", 19),
                        Column.words("event", 15),
                        Column.below("state of the relationship")),
                result.cases().stream().map(BacktestReport::row).toList()));
        blocks.add(Prose.body(BacktestSentences.hits(result).toArray(String[]::new)));
        blocks.add(hits(HitTable.of(result)));
        blocks.add(Table.figures(
                "Brier score, 0 at best and 1 at worst",
                List.of("score", "verdicts gain"),
                15,
                scores(result.scores())));
        blocks.add(calibration(result.calibration()));
        List<Item> cautions = new ArrayList<>();
        BacktestSentences.cautions(result).forEach(sentence -> cautions.add(new Item(1, sentence)));
        if (!result.skipped().isEmpty()) {
            cautions.add(new Item(
                    1, Words.of(BacktestSentences.skipped(result, true), BacktestSentences.skipped(result, all))));
        }
        blocks.add(new Items("", cautions));
        var from = result.provenance();
        String versions = "Reproducible with: rules " + from.rulesVersion() + " (" + from.rulesSha256() + "), Entente"
                + Wording.GLUE + from.engine() + ".";
        blocks.add(Prose.footer(Words.withDigests(versions, from.rulesSha256())));
        return new Report(BacktestSentences.heading(result), "", blocks);
    }

    private static Row row(BacktestCase one) {
        boolean open = one.verdict().interval().widthTenths() > 0;
        return new Row(
                1,
                Words.of(one.scenario().title(), one.scenario().id()),
                List.of(
                        Words.of(one.observed().allianceInForce() ? "yes" : "no"),
                        Words.of(Wording.percent(one.verdict().likelihood())),
                        Words.of(open ? VerdictSentences.span(one.verdict().interval()) : "·"),
                        Words.of(BacktestSentences.event(one)),
                        Words.of(BacktestSentences.state(one))));
    }

    private static Table hits(HitTable table) {
        int width = table.expected().size() <= WIDE ? 12 : 7;
        List<Row> rows = new ArrayList<>();
        for (Relationship row : table.observed()) {
            Stream<String> cells = table.expected().stream().map(column -> table.cell(row, column));
            rows.add(Row.of(1, Wording.word(row), cells.toArray(String[]::new)));
        }
        return Table.figures(
                "Observed, down; expected, across",
                table.expected().stream().map(HitTable::name).toList(),
                width,
                rows);
    }

    private static List<Row> scores(BrierScores scores) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(1, "Verdicts", BacktestSentences.score(scores.verdicts()), ""));
        rows.add(Row.of(
                1,
                "Base rate of each horizon",
                BacktestSentences.score(scores.baseRate()),
                BacktestSentences.gain(scores.baseRate(), scores.verdicts())));
        rows.add(Row.of(
                1,
                "The share of yes in these cases, " + BacktestSentences.share(scores),
                BacktestSentences.score(scores.climatology()),
                BacktestSentences.gain(scores.climatology(), scores.verdicts())));
        if (scores.best() < scores.worst()) {
            rows.add(Row.of(1, BacktestSentences.BEST_CASE, BacktestSentences.score(scores.best()), ""));
            rows.add(Row.of(1, BacktestSentences.WORST_CASE, BacktestSentences.score(scores.worst()), ""));
        }
        return rows;
    }

    private static Table calibration(List<CalibrationRow> rows) {
        return Table.figures(
                "Calibration",
                List.of("cases", "mean likelihood", "alliance in force"),
                19,
                rows.stream()
                        .map(band -> Row.of(
                                1,
                                Wording.term(LikelihoodScale.of(band.band())),
                                Integer.toString(band.cases()),
                                Wording.percent(band.meanPercent()),
                                Wording.percent(band.observedPercent()) + " (" + band.events() + ")"))
                        .toList());
    }
}

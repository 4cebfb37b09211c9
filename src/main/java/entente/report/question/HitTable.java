package entente.report.question;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import entente.model.Relationship;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Observed states against expected ones; only states that occur have a row or a column. */
record HitTable(List<Relationship> observed, List<Optional<Relationship>> expected, BacktestResult result) {

    /** An empty column stands for cases in which only a range is expected. */
    static HitTable of(BacktestResult result) {
        List<Relationship> observed = new ArrayList<>();
        List<Optional<Relationship>> expected = new ArrayList<>();
        for (Relationship state : Relationship.values()) {
            if (result.cases().stream().anyMatch(c -> c.observed().relationship() == state)) {
                observed.add(state);
            }
            if (result.cases().stream().anyMatch(c -> c.verdict().relationship().equals(Optional.of(state)))) {
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

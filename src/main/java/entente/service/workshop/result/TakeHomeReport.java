package entente.service.workshop.result;

import entente.model.Engine;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.report.form.Block;
import entente.report.form.Block.Heading;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.board.CaseVerdict;
import entente.service.workshop.board.WorkshopBoard;
import entente.service.workshop.board.WorkshopBoard.GroupValue;
import entente.service.workshop.board.WorkshopBoard.Middle;
import entente.service.workshop.board.WorkshopBoard.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The file to take home as a report. */
@RequiredArgsConstructor
public final class TakeHomeReport {

    private static final int WIDTH = 12;

    /** Of "Before round 1". */
    private static final int ROUND_WIDTH = 14;

    private final TakeHome data;

    public Report report() {
        WorkshopState state = data.material().state();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.lead(summary()));
        blocks.add(verdicts());
        blocks.add(rounds());
        data.findings().rows().forEach(row -> group(row, blocks));
        blocks.add(new Heading("Where the groups differ"));
        blocks.add(spread());
        blocks.add(gaps());
        blocks.add(new Heading("Where the groups agree"));
        blocks.add(Prose.body(agreement().toArray(String[]::new)));
        blocks.add(Items.of("Open questions", questions()));
        blocks.add(Prose.footer(
                Words.of("Points of departure: "
                        + Wording.named(data.material().reader().baseline()) + "."),
                Words.of("Rules "
                        + Wording.version(
                                data.material().reader().snapshot().book().version(),
                                data.material().reader().snapshot().book().sha256())
                        + ", Entente " + Engine.VERSION + ". " + AssessmentSentences.CAVEAT)));
        return new Report(
                state.title(),
                "Workshop " + state.code().text() + ", "
                        + Wording.plural(data.findings().rows().size(), "group"),
                blocks);
    }

    private List<String> summary() {
        String baseline = Wording.percent(data.findings().baseline().likelihood());
        List<String> sentences = new ArrayList<>();
        sentences.add("The groups started from " + baseline + ".");
        String verb = data.material().state().ended() ? "They ended " : "They stand ";
        data.findings().middle().map(TakeHomeReport::range).map(verb::concat).ifPresent(sentences::add);
        return sentences;
    }

    private static String range(Middle middle) {
        return middle.lowest().equals(middle.highest())
                ? "at " + Wording.percent(middle.lowest()) + "."
                : "between " + Wording.percent(middle.lowest()) + " and "
                        + Wording.percent(middle.highest()) + ", with a median of "
                        + Wording.percent(middle.median()) + ".";
    }

    private Table verdicts() {
        List<Row> rows = new ArrayList<>();
        rows.add(verdict("Baseline", data.findings().baseline(), "·"));
        data.findings()
                .rows()
                .forEach(row -> rows.add(verdict(
                        named(row.group()),
                        row.verdict(),
                        Integer.toString(row.verdict().readings().values().size()))));
        return new Table(
                "Verdicts",
                "Group",
                List.of(
                        Column.figures("Likelihood", WIDTH),
                        Column.words("In words", 24),
                        Column.words("Range", 20),
                        Column.words("Relationship", 24),
                        Column.figures("Moved", WIDTH)),
                rows);
    }

    private static Row verdict(String name, CaseVerdict verdict, String moved) {
        return Row.of(
                1,
                name,
                Wording.percent(verdict.likelihood()),
                VerdictSentences.words(verdict.likelihood(), LikelihoodScale.ICD203),
                VerdictSentences.span(verdict.interval()),
                verdict.relationship().map(Wording::word).orElse("not determined"),
                moved);
    }

    private Table rounds() {
        List<Integer> rounds = data.rounds();
        return Table.figures(
                "Likelihood at the end of each round",
                rounds.stream().map(TakeHome::round).map(Wording::capitalized).toList(),
                ROUND_WIDTH,
                rounds.isEmpty()
                        ? List.of()
                        : data.findings().rows().stream()
                                .map(row -> Row.of(
                                        1,
                                        named(row.group()),
                                        rounds.stream()
                                                .map(round -> data.atEnd(round, row.group())
                                                        .map(Wording::percent)
                                                        .orElse("·"))
                                                .toArray(String[]::new)))
                                .toList());
    }

    private void group(WorkshopBoard.Row row, List<Block> blocks) {
        blocks.add(new Heading(named(row.group())));
        Percent likelihood = row.verdict().likelihood();
        int shift =
                likelihood.tenths() - data.findings().baseline().likelihood().tenths();
        blocks.add(Prose.body("Likelihood: " + VerdictSentences.likelihood(likelihood, LikelihoodScale.ICD203) + "; "
                + Wording.shift(shift) + " percentage points from the baseline."));
        blocks.add(new Table(
                "Readings that differ from the baseline",
                "Reading",
                List.of(Column.figures("Baseline", WIDTH), Column.figures("Group", WIDTH)),
                row.verdict().readings().values().entrySet().stream()
                        .map(reading -> Row.of(
                                1,
                                data.label(reading.getKey()),
                                data.value(reading.getKey(), baseline(reading.getKey())),
                                data.value(reading.getKey(), reading.getValue())))
                        .toList()));
        blocks.add(new Table(
                "Moves",
                "Move",
                List.of(Column.words("Time (UTC)", 20), Column.words("Round", 15), Column.figures("Likelihood", WIDTH)),
                data.movesOf(row.group()).stream().map(this::move).toList()));
    }

    private OptionalDouble baseline(String indicator) {
        return data.material().reader().baseline().reading(indicator).value();
    }

    private Row move(WorkshopMove move) {
        return Row.of(
                1,
                data.changes(move),
                TakeHome.time(move),
                TakeHome.round(move.round()),
                Wording.percent(move.answer().standing().likelihood()));
    }

    private Table spread() {
        List<String> letters =
                data.findings().rows().stream().map(row -> row.group().letter()).toList();
        return new Table(
                "Readings that a group has moved",
                "Reading",
                Stream.of(Stream.of("Baseline"), letters.stream(), Stream.of("Grades apart"))
                        .flatMap(titles -> titles)
                        .map(title -> Column.figures(title, WIDTH))
                        .toList(),
                data.findings().spread().stream().map(this::spread).toList());
    }

    private Row spread(Spread spread) {
        List<String> cells = new ArrayList<>(List.of(data.value(spread.indicator(), spread.baseline())));
        for (GroupValue value : spread.values()) {
            cells.add(value.moved() ? data.value(spread.indicator(), value.value()) : "·");
        }
        cells.add(Integer.toString(spread.gradesApart()));
        return Row.of(1, data.label(spread.indicator()), cells.toArray(String[]::new));
    }

    private Table gaps() {
        return Table.figures(
                "Between each two groups, in percentage points",
                List.of("Gap"),
                WIDTH,
                data.findings().gaps().stream()
                        .map(gap ->
                                Row.of(1, "From " + gap.first() + " to " + gap.second(), Wording.shift(gap.tenths())))
                        .toList());
    }

    private List<String> agreement() {
        WorkshopBoard.Agreement agreement = data.findings().agreement();
        List<String> sentences = new ArrayList<>();
        agreement
                .relationship()
                .ifPresent(shared -> sentences.add("All see the relationship as " + Wording.word(shared) + "."));
        if (!agreement.movedAlike().isEmpty()) {
            sentences.add("All have moved to the same value: " + data.labels(agreement.movedAlike()) + ".");
        }
        sentences.add(
                agreement.asInBaseline().isEmpty()
                        ? "No reading is as in the baseline in all groups."
                        : "As in the baseline in all groups: " + data.labels(agreement.asInBaseline()) + ".");
        return sentences;
    }

    private List<String> questions() {
        return data.findings().openQuestions().stream()
                .map(question -> data.label(question.indicator()) + ": a rating would narrow the range by up to "
                        + Wording.percent(question.narrowsPercent()).replace("%", "percentage points") + " ("
                        + String.join(", ", question.letters()) + ").")
                .toList();
    }

    private static String named(WorkshopGroup group) {
        return group.letter() + "  " + group.name();
    }
}

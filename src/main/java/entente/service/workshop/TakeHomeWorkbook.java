package entente.service.workshop;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.document.PlainWorkbook;
import entente.document.PlainWorkbook.Style;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.report.wording.Wording;
import entente.service.workshop.WorkshopBoard.Agreement;
import entente.service.workshop.WorkshopBoard.CaseVerdict;
import entente.service.workshop.WorkshopBoard.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The file to take home as a workbook. Its cells are numbers and text; none is a formula. */
@RequiredArgsConstructor
final class TakeHomeWorkbook {

    private static final int MIN_WIDTH = 10;
    private static final int MAX_WIDTH = 70;
    private static final double PERCENT = 100;

    private final TakeHome data;
    private final PlainWorkbook workbook = new PlainWorkbook();

    byte[] bytes() {
        sheet(
                "Groups",
                "Group|Name|Verdict|In words|Best estimate (%)|From (%)|To (%)|Relationship|Readings moved",
                groups());
        sheet(
                "Readings",
                "Indicator|Reading|Unit|Baseline|"
                        + rows().map(row -> row.group().letter() + "|").collect(Collectors.joining())
                        + "Grades between the lowest and the highest",
                readings());
        sheet("Moves", "Group|Move|Time (UTC)|Round|Changes|Best estimate (%)|Relationship", moves());
        sheet("Rounds", "Round|Group|Best estimate (%)", rounds());
        sheet("Gaps", "From group|To group|Gap (percentage points)", gaps());
        sheet("Agreements", "Kind|Indicator|What", agreements());
        sheet(
                "Open questions",
                "Indicator|Reading|Narrows the range by up to (percentage points)|Unrated by",
                questions());
        sheet(
                "Uncertainty",
                "If each reading may be as any of the groups rates it|Probability (%)|Groups",
                uncertainty());
        return workbook.bytes();
    }

    private Stream<List<Object>> groups() {
        return Stream.concat(
                Stream.of(verdict("", "Baseline", data.findings().baseline())),
                rows().map(row -> verdict(row.group().letter(), row.group().name(), row.verdict())));
    }

    private Stream<Row> rows() {
        return data.findings().rows().stream();
    }

    private static List<Object> verdict(String letter, String name, CaseVerdict verdict) {
        return List.of(
                letter,
                name,
                verdict.figure().figure(),
                verdict.figure().words(),
                verdict.likelihood().value(),
                verdict.interval().low().value(),
                verdict.interval().high().value(),
                verdict.relationship().map(Wording::word).orElse(""),
                verdict.readings().values().size());
    }

    private Stream<List<Object>> readings() {
        return data.findings().spread().stream().map(spread -> {
            List<Object> row = new ArrayList<>(List.of(
                    spread.indicator(),
                    data.label(spread.indicator()),
                    data.catalogue().indicator(spread.indicator()).unit(),
                    cell(spread.baseline())));
            spread.values().forEach(value -> row.add(cell(value.value())));
            row.add(spread.gradesApart());
            return row;
        });
    }

    private Stream<List<Object>> moves() {
        return rows().flatMap(row -> data.movesOf(row.group()).stream()
                .map(move -> List.of(
                        row.group().letter(),
                        move.answer().revision(),
                        TakeHome.time(move),
                        move.round(),
                        data.changes(move),
                        move.answer().standing().likelihood().value(),
                        move.answer()
                                .standing()
                                .relationship()
                                .map(Wording::word)
                                .orElse(""))));
    }

    private Stream<List<Object>> rounds() {
        return data.rounds().stream()
                .flatMap(round -> rows().map(Row::group)
                        .flatMap(group -> data.atEnd(round, group).stream()
                                .map(percent -> List.of(round, group.letter(), percent.value()))));
    }

    private Stream<List<Object>> gaps() {
        return data.findings().gaps().stream().map(gap -> List.of(gap.first(), gap.second(), gap.percentagePoints()));
    }

    private Stream<List<Object>> agreements() {
        Agreement agreement = data.findings().agreement();
        return Stream.of(
                        agreement.relationship().stream()
                                .map(shared -> List.<Object>of("Relationship", "", Wording.word(shared))),
                        agreement.movedAlike().stream()
                                .map(id -> List.<Object>of("Moved to the same value", id, data.label(id))),
                        agreement.asInBaseline().stream()
                                .map(id -> List.<Object>of("As in the baseline", id, data.label(id))))
                .flatMap(some -> some);
    }

    private Stream<List<Object>> questions() {
        return data.findings().openQuestions().stream()
                .map(question -> List.of(
                        question.indicator(),
                        data.label(question.indicator()),
                        question.narrowsPercent(),
                        String.join(", ", question.letters())));
    }

    private static Object cell(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "unknown";
    }

    /**
     * How probable each verdict is if each reading may be as any of the groups rates it: the grade of each group that is ready, or of
     * each while none is, with equal weight, and readings independent of each other. None for fewer than two groups. This mixes
     * the readings of all groups into cases that no group holds, so that it is here and not on the board.
     */
    private Stream<List<Object>> uncertainty() {
        List<Row> ready = rows().filter(row -> row.group().ready()).toList();
        List<Row> counted = ready.isEmpty() ? data.findings().rows() : ready;
        if (counted.size() < 2) {
            return Stream.empty();
        }
        CaseReader reader = data.material().reader();
        List<Indicator> indicators = data.catalogue().indicators();
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; i < indicators.size(); i++) {
            String id = indicators.get(i).id();
            readings.put(id, mixed(id, i, counted));
        }
        ExplorationResult result = new Exploration(reader.snapshot().assessor())
                .explore(reader.baseline().withReadings(readings));
        Stream<List<Object>> bands = result.verdict().bands().entrySet().stream()
                .filter(band -> band.getValue() > 0)
                .map(band -> List.of(
                        Wording.capitalized(Wording.word(band.getKey())),
                        PERCENT * band.getValue(),
                        rows().filter(row -> row.verdict().band() == band.getKey())
                                .count()));
        return Stream.concat(
                bands,
                Stream.of(
                        List.of("Expected likelihood (%)", result.verdict().meanPercent(), ""),
                        List.of("Groups that are counted, each with equal weight", "", counted.size()),
                        List.of(
                                "Readings on which their grades differ, independent of each other",
                                "",
                                result.uncertain().size()),
                        List.of(result.exact() ? "Counted exactly" : "Estimated by random cases", "", "")));
    }

    private static Reading mixed(String id, int indicator, List<Row> rows) {
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        rows.forEach(row -> weights.merge(row.verdict().grade(indicator), 1.0 / rows.size(), Double::sum));
        Reading unknown = Reading.unknown(id);
        return weights.keySet().equals(Set.of(Grade.UNKNOWN))
                ? unknown
                : unknown.withDistribution(Optional.of(new GradeWeights(weights)));
    }

    /** @param titles of the columns, divided by {@code |} */
    private void sheet(String name, String titles, Stream<List<Object>> content) {
        List<List<Object>> rows = Stream.concat(Stream.of(List.<Object>of((Object[]) titles.split("\\|", -1))), content)
                .toList();
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).toString().length())
                        .max()
                        .orElse(0))
                .map(longest -> Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2)))
                .toList();
        workbook.sheet(
                name,
                rows,
                widths,
                (column, value) ->
                        new Style(value instanceof String, false, PlainWorkbook.NO_COLOUR, PlainWorkbook.NO_COLOUR));
    }
}

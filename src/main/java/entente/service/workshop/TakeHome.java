package entente.service.workshop;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.analysis.comparison.Share;
import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.document.PlainWorkbook;
import entente.document.PlainWorkbook.Style;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.report.html.Chart;
import entente.report.html.RoundsChart;
import entente.report.html.RoundsChart.Mark;
import entente.report.html.RoundsChart.Round;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.service.workshop.Boards.Material;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopBoard.Agreement;
import entente.service.workshop.WorkshopBoard.BoardFindings;
import entente.service.workshop.WorkshopBoard.CaseVerdict;
import entente.service.workshop.WorkshopBoard.GroupValue;
import entente.service.workshop.WorkshopBoard.Middle;
import entente.service.workshop.WorkshopBoard.OpenQuestion;
import entente.service.workshop.WorkshopBoard.Row;
import entente.service.workshop.WorkshopBoard.Spread;
import entente.service.workshop.WorkshopGroup.Move;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * The file to take home: as a document, in the look of a briefing, what {@code service/take-home.jte} shows. Every move and every
 * gap is in the {@link TakeHomeWorkbook workbook}.
 *
 * @param moves of all groups, by group and in order
 */
public record TakeHome(Material material, BoardFindings findings, List<Move> moves) {

    /** A slider that is dragged sends its way: moves of one reading that follow each other faster than this are one. */
    private static final Duration DRAG = Duration.ofSeconds(10);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public WorkshopState state() {
        return material.state();
    }

    public RuleBook book() {
        return material.reader().snapshot().book();
    }

    public Scenario baseline() {
        return material.reader().baseline();
    }

    Catalogue catalogue() {
        return book().catalogue();
    }

    List<Move> movesOf(WorkshopGroup group) {
        return moves.stream().filter(move -> move.member() == group.member()).toList();
    }

    /** The moves of a group, with the value at which a slider was let go in place of its way there. */
    public List<Move> settled(WorkshopGroup group) {
        List<Move> settled = new ArrayList<>();
        for (Move move : movesOf(group)) {
            int last = settled.size() - 1;
            if (last >= 0 && continues(settled.get(last), move)) {
                settled.set(last, move);
            } else {
                settled.add(move);
            }
        }
        return settled;
    }

    private static boolean continues(Move before, Move move) {
        return before.round() == move.round()
                && move.at().isBefore(before.at().plus(DRAG))
                && before.changes().size() == 1
                && move.changes().size() == 1
                && before.changes()
                        .get(0)
                        .indicator()
                        .equals(move.changes().get(0).indicator());
    }

    List<Integer> rounds() {
        return material.rounds().stream().map(RoundSnapshot::round).distinct().toList();
    }

    /** The likelihood of a group at the end of a round; empty if it had not joined. */
    Optional<Percent> atEnd(int round, WorkshopGroup group) {
        return material.atEnd(round, group)
                .map(snapshot -> snapshot.verdict()
                        .map(WorkshopGroup.Standing::likelihood)
                        .orElse(findings.baseline().likelihood()));
    }

    public String label(String indicator) {
        return catalogue().find(indicator).map(known -> known.shortLabel()).orElse(indicator);
    }

    public static String time(Move move) {
        return TIME.format(move.at());
    }

    public static String round(int round) {
        return round == 0 ? "before round 1" : "round " + round;
    }

    /** A value in the unit of its indicator. */
    String value(String indicator, OptionalDouble value) {
        return value.isPresent()
                ? new MeasureText(catalogue().indicator(indicator)).inTable(value.getAsDouble())
                : "unknown";
    }

    /** The same with what the value stands for, where the catalogue says so. */
    public String words(String indicator, OptionalDouble value) {
        return value.isPresent()
                ? new MeasureText(catalogue().indicator(indicator)).explained(value.getAsDouble())
                : "unknown";
    }

    public String changes(Move move) {
        return move.changes().stream().map(this::change).collect(Collectors.joining("; "));
    }

    private String change(Change change) {
        return label(change.indicator()) + " "
                + change.value()
                        .map(value -> "to " + value(change.indicator(), value))
                        .orElse("back to the baseline");
    }

    /** The two groups that are furthest apart, the lower first. */
    public record Pair(WorkshopBoard.Row lower, WorkshopBoard.Row higher, ScenarioContrast contrast) {

        /** The figure of one of the two; with a decimal where whole numbers would not have the stated difference. */
        public String figure(WorkshopBoard.Row row) {
            boolean whole = Figures.ICD203.showsDifference(
                    lower.verdict().likelihood(), higher.verdict().likelihood());
            return whole || row.verdict().brief().isIntervalFirst()
                    ? row.verdict().brief().figure()
                    : Figures.ICD203.of(row.verdict().likelihood(), false);
        }
    }

    public String question() {
        return "How likely is " + catalogue().subject().alliance() + " " + VerdictSentences.horizon(baseline()) + "?";
    }

    public String summary() {
        String verb = state().ended() ? "ended " : findings.rows().size() == 1 ? "stands " : "stand ";
        return findings.middle()
                .map(middle -> Wording.capitalized(findings.bestEstimates()
                        + Wording.plural(findings.rows().size(), "group") + " " + verb + range(middle)))
                .orElse("No group took part.");
    }

    /** Where the likelihoods that are compared stand behind an interval. */
    public boolean atBestEstimates() {
        return !findings.bestEstimates().isEmpty();
    }

    private static String range(Middle middle) {
        return middle.lowest().equals(middle.highest())
                ? "at " + Wording.percent(middle.lowest()) + "."
                : "from " + Figures.ICD203.span(middle.lowest(), middle.median(), middle.highest())
                        + ", with a median of " + Wording.percent(middle.median()) + ".";
    }

    /**
     * Each round that has ended, and where the groups stand if that is not the end of one. Groups that moved nothing before the
     * first round all stand at the point of departure, which has a line of its own.
     */
    public Chart chart() {
        List<Round> rounds = new ArrayList<>();
        Percent baseline = findings.baseline().likelihood();
        for (int round : rounds()) {
            List<Mark> marks = findings.rows().stream()
                    .flatMap(row ->
                            atEnd(round, row.group())
                                    .map(percent -> new Mark(row.group().letter(), percent))
                                    .stream())
                    .toList();
            if (round > 0 || marks.stream().anyMatch(mark -> !mark.likelihood().equals(baseline))) {
                rounds.add(new Round(Wording.capitalized(round(round)), marks));
            }
        }
        if (!rounds().contains(state().round())) {
            rounds.add(new Round(
                    state().ended() ? "At the end" : "Now",
                    findings.rows().stream()
                            .map(row ->
                                    new Mark(row.group().letter(), row.verdict().likelihood()))
                            .toList()));
        }
        return RoundsChart.of(rounds, baseline);
    }

    /** The highest first. */
    public List<WorkshopBoard.Row> rows() {
        return findings.rows().stream()
                .sorted(Comparator.comparing(
                                (WorkshopBoard.Row row) -> row.verdict().likelihood())
                        .reversed())
                .toList();
    }

    public OptionalDouble baseline(String indicator) {
        return baseline().reading(indicator).value();
    }

    public Optional<Pair> pair() {
        List<WorkshopBoard.Row> rows = rows();
        if (rows.size() < 2) {
            return Optional.empty();
        }
        WorkshopBoard.Row higher = rows.get(0);
        WorkshopBoard.Row lower = rows.get(rows.size() - 1);
        return Optional.of(new Pair(lower, higher, material.contrast(lower.group(), higher.group())));
    }

    /** What each reading adds to the difference, the largest first; several where they were too many to separate. */
    public List<Share> shares(Pair pair) {
        return pair.contrast().attribution().readings().parts().stream()
                .flatMap(TakeHome::leaves)
                .filter(share -> share.rounded() != 0)
                .sorted(Comparator.comparingInt(share -> -Math.abs(share.rounded())))
                .toList();
    }

    private static Stream<Share> leaves(Share share) {
        return share.parts().isEmpty()
                ? Stream.of(share)
                : share.parts().stream().flatMap(TakeHome::leaves);
    }

    /** Readings or, where its readings were too many, a barrier. */
    public String named(List<String> ids) {
        return ids.stream()
                .map(id -> catalogue().find(id).isPresent()
                        ? label(id)
                        : Wording.capitalized(catalogue().group(id).label()))
                .collect(Collectors.joining(", "));
    }

    public String held(Share share, WorkshopBoard.Row row) {
        return share.ids().size() == 1 && catalogue().find(share.ids().get(0)).isPresent()
                ? words(
                        share.ids().get(0),
                        row.verdict()
                                .readings()
                                .values()
                                .getOrDefault(
                                        share.ids().get(0), baseline(share.ids().get(0))))
                : "";
    }

    /** Claims of the article that count for one of the pair only, or with other points: the reasons for the difference. */
    public List<RuleDifference> reasons(Pair pair) {
        return pair.contrast().rules().stream()
                .filter(rule -> rule.pointsDifference(Question.ALLIANCE).hundredths() != 0)
                .sorted(Comparator.comparingInt((RuleDifference rule) ->
                        -Math.abs(rule.pointsDifference(Question.ALLIANCE).hundredths())))
                .toList();
    }

    public static String counted(boolean fired, Points points) {
        return fired ? Wording.points(points) : "does not count";
    }

    public String unratedBy(OpenQuestion question) {
        List<String> letters = question.letters();
        return letters.size() == findings.rows().size() ? "all groups" : Wording.listed(letters);
    }

    /** The groups that have moved a reading, by value. */
    public String held(Spread spread) {
        Map<String, List<String>> letters = new LinkedHashMap<>();
        spread.values().stream()
                .filter(GroupValue::moved)
                .sorted(Comparator.comparingDouble(value -> value.value().orElse(-1)))
                .forEach(value -> letters.computeIfAbsent(
                                words(spread.indicator(), value.value()), words -> new ArrayList<>())
                        .add(value.letter()));
        return letters.entrySet().stream()
                .map(held -> held.getKey() + ": " + String.join(", ", held.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** The file to take home as a workbook. Its cells are numbers and text; none is a formula. */
    @RequiredArgsConstructor
    static final class TakeHomeWorkbook {

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
            return data.findings().gaps().stream()
                    .map(gap -> List.of(gap.first(), gap.second(), gap.percentagePoints()));
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
            List<List<Object>> rows = Stream.concat(
                            Stream.of(List.<Object>of((Object[]) titles.split("\\|", -1))), content)
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
                    (column, value) -> new Style(
                            value instanceof String, false, PlainWorkbook.NO_COLOUR, PlainWorkbook.NO_COLOUR));
        }
    }
}

package entente.service.workshop;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.analysis.comparison.Share;
import entente.model.Catalogue;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
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
import entente.service.workshop.WorkshopBoard.BoardFindings;
import entente.service.workshop.WorkshopBoard.GroupValue;
import entente.service.workshop.WorkshopBoard.Middle;
import entente.service.workshop.WorkshopBoard.OpenQuestion;
import entente.service.workshop.WorkshopBoard.Spread;
import entente.service.workshop.WorkshopGroup.Move;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
}

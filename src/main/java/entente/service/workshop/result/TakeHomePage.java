package entente.service.workshop.result;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.comparison.Share;
import entente.model.Engine;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.report.html.Chart;
import entente.report.html.RoundsChart;
import entente.report.html.RoundsChart.Mark;
import entente.report.html.RoundsChart.Round;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.scoring.Assessor;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.board.CaseVerdict;
import entente.service.workshop.board.GroupScenarios;
import entente.service.workshop.board.WorkshopBoard;
import entente.service.workshop.board.WorkshopBoard.GroupValue;
import entente.service.workshop.board.WorkshopBoard.Middle;
import entente.service.workshop.board.WorkshopBoard.Spread;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file to take home as a document, in the look of a briefing: what {@code service/take-home.jte} shows. Every move and every
 * gap is in the workbook.
 */
public record TakeHomePage(TakeHome data) {

    /** Shares below this are not listed, in tenths of a percentage point. */
    private static final int LISTED = 1;

    public record Line(String name, List<String> cells) {}

    /** The two groups that are furthest apart, the lower first. */
    public record Pair(WorkshopBoard.Row lower, WorkshopBoard.Row higher, ScenarioContrast contrast) {

        public String shift() {
            return Wording.shift(contrast.attribution().tenths());
        }
    }

    public String title() {
        return data.material().state().title();
    }

    public String code() {
        return data.material().state().code().text();
    }

    public String date() {
        return Wording.date(data.started().atZone(ZoneOffset.UTC).toLocalDate());
    }

    public String question() {
        return "How likely is " + data.catalogue().subject().alliance() + " "
                + VerdictSentences.horizon(data.material().reader().baseline()) + "?";
    }

    public String summary() {
        String verb = data.material().state().ended() ? "ended " : "stand ";
        return data.findings()
                .middle()
                .map(middle ->
                        Wording.capitalized(data.findings().bestEstimates() + groups() + " " + verb + range(middle)))
                .orElse("No group took part.");
    }

    public String departure() {
        return "Point of departure: " + Wording.named(data.material().reader().baseline()) + ", "
                + data.findings().baseline().brief().summary() + ".";
    }

    /** Where the likelihoods that are compared stand behind an interval. */
    public boolean atBestEstimates() {
        return !data.findings().bestEstimates().isEmpty();
    }

    private String groups() {
        return Wording.plural(data.findings().rows().size(), "group");
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
        Percent baseline = data.findings().baseline().likelihood();
        for (int round : data.rounds()) {
            List<Mark> marks = data.findings().rows().stream()
                    .flatMap(row ->
                            data
                                    .atEnd(round, row.group())
                                    .map(percent -> new Mark(row.group().letter(), percent))
                                    .stream())
                    .toList();
            if (round > 0 || marks.stream().anyMatch(mark -> !mark.likelihood().equals(baseline))) {
                rounds.add(new Round(Wording.capitalized(TakeHome.round(round)), marks));
            }
        }
        if (!data.rounds().contains(data.material().state().round())) {
            rounds.add(new Round(
                    data.material().state().ended() ? "At the end" : "Now",
                    data.findings().rows().stream()
                            .map(row ->
                                    new Mark(row.group().letter(), row.verdict().likelihood()))
                            .toList()));
        }
        return RoundsChart.of(rounds, baseline);
    }

    /** The highest first. */
    public List<WorkshopBoard.Row> rows() {
        return data.findings().rows().stream()
                .sorted(Comparator.comparing(
                                (WorkshopBoard.Row row) -> row.verdict().likelihood())
                        .reversed())
                .toList();
    }

    public List<String> verdict(CaseVerdict verdict) {
        return List.of(
                verdict.brief().figure(),
                verdict.brief().words(),
                VerdictSentences.span(verdict.interval()),
                verdict.relationship().map(Wording::word).orElse("not determined"));
    }

    /** Reading, baseline, and what the group holds, in the words of the scale. */
    public List<Line> readings(WorkshopBoard.Row row) {
        return row.verdict().readings().values().entrySet().stream()
                .map(reading -> new Line(
                        data.label(reading.getKey()),
                        List.of(
                                data.words(reading.getKey(), baseline(reading.getKey())),
                                data.words(reading.getKey(), reading.getValue()))))
                .toList();
    }

    private OptionalDouble baseline(String indicator) {
        return data.material().reader().baseline().reading(indicator).value();
    }

    public List<Line> moves(WorkshopBoard.Row row) {
        return data.settled(row.group()).stream()
                .map(move -> new Line(
                        data.changes(move),
                        List.of(
                                TakeHome.time(move),
                                TakeHome.round(move.round()),
                                Wording.percent(move.answer().standing().likelihood()))))
                .toList();
    }

    public Optional<Pair> pair() {
        List<WorkshopBoard.Row> rows = rows();
        if (rows.size() < 2) {
            return Optional.empty();
        }
        WorkshopBoard.Row higher = rows.get(0);
        WorkshopBoard.Row lower = rows.get(rows.size() - 1);
        Assessor assessor = data.material().reader().snapshot().assessor();
        return Optional.of(new Pair(
                lower,
                higher,
                new ScenarioContrasts(assessor)
                        .between(
                                assessor.assess(GroupScenarios.scenario(data.material(), lower.group())),
                                assessor.assess(GroupScenarios.scenario(data.material(), higher.group())))));
    }

    /** What each reading adds to the difference, the largest first; several where they were too many to separate. */
    public List<Line> shares(Pair pair) {
        return pair.contrast().attribution().readings().parts().stream()
                .flatMap(TakeHomePage::leaves)
                .filter(share -> Math.abs(share.rounded()) >= LISTED)
                .sorted(Comparator.comparingInt(share -> -Math.abs(share.rounded())))
                .map(share -> new Line(
                        share.ids().stream().map(this::named).collect(Collectors.joining(", ")),
                        List.of(held(share, pair.lower()), held(share, pair.higher()), Wording.shift(share.rounded()))))
                .toList();
    }

    private static Stream<Share> leaves(Share share) {
        return share.parts().isEmpty()
                ? Stream.of(share)
                : share.parts().stream().flatMap(TakeHomePage::leaves);
    }

    /** A reading or, where its readings were too many, a barrier. */
    private String named(String id) {
        return data.catalogue().find(id).isPresent()
                ? data.label(id)
                : Wording.capitalized(data.catalogue().group(id).label());
    }

    private String held(Share share, WorkshopBoard.Row row) {
        return share.ids().size() == 1
                        && data.catalogue().find(share.ids().get(0)).isPresent()
                ? data.words(
                        share.ids().get(0),
                        row.verdict()
                                .readings()
                                .values()
                                .getOrDefault(
                                        share.ids().get(0), baseline(share.ids().get(0))))
                : "";
    }

    /** Claims of the article that count for one of the pair only, or with other points: the reasons for the difference. */
    public List<Line> reasons(Pair pair) {
        return pair.contrast().rules().stream()
                .filter(rule -> rule.pointsDifference(Question.ALLIANCE).hundredths() != 0)
                .sorted(Comparator.comparingInt((RuleDifference rule) ->
                        -Math.abs(rule.pointsDifference(Question.ALLIANCE).hundredths())))
                .map(rule -> new Line(
                        Wording.claim(rule.rule()),
                        List.of(
                                counted(rule.before().fired(), rule.before().alliancePoints()),
                                counted(rule.after().fired(), rule.after().alliancePoints()),
                                String.join("; ", rule.rule().cites()))))
                .toList();
    }

    private static String counted(boolean fired, Points points) {
        return fired ? Wording.points(points) : "does not count";
    }

    /** Each reading that a group has moved, with the groups by value. */
    public List<Line> spread() {
        return data.findings().spread().stream()
                .map(spread -> new Line(
                        data.label(spread.indicator()),
                        List.of(data.words(spread.indicator(), spread.baseline()), held(spread))))
                .toList();
    }

    private String held(Spread spread) {
        Map<String, List<String>> letters = new LinkedHashMap<>();
        spread.values().stream()
                .filter(GroupValue::moved)
                .sorted(Comparator.comparingDouble(value -> value.value().orElse(-1)))
                .forEach(value -> letters.computeIfAbsent(
                                data.words(spread.indicator(), value.value()), words -> new ArrayList<>())
                        .add(value.letter()));
        return letters.entrySet().stream()
                .map(held -> held.getKey() + ": " + String.join(", ", held.getValue()))
                .collect(Collectors.joining("; "));
    }

    public List<String> agreement() {
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

    public List<String> questions() {
        return data.findings().openQuestions().stream()
                .map(question -> data.label(question.indicator()) + ": a rating would narrow the range by up to "
                        + Wording.tenths(Numbers.roundedUnits(question.narrowsPercent(), 1)) + " percentage points"
                        + " ("
                        + String.join(", ", question.letters()) + ").")
                .toList();
    }

    public String origin() {
        return "Rules "
                + Wording.version(
                        data.material().reader().snapshot().book().version(),
                        data.material().reader().snapshot().book().sha256())
                + ", Entente " + Engine.VERSION + ". " + VerdictSentences.CAVEAT;
    }

    public static String named(WorkshopGroup group) {
        return group.letter() + " " + group.name();
    }
}

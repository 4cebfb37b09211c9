package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Interval;
import entente.report.json.ScenarioVerdict.Figure;
import entente.report.wording.VerdictSentences;
import entente.report.wording.VerdictSentences.VerdictFigure;
import entente.report.wording.Wording;
import entente.scoring.Assessor.RangeAssessment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the groups of a workshop stand, and what their verdicts amount to. */
public record WorkshopBoard(
        @JsonUnwrapped WorkshopState state,
        @Described("In the order of joining.") List<WorkshopGroup> groups,
        @Described("After the reveal.") Optional<BoardFindings> findings) {

    /** What is shown after the reveal. */
    public record BoardFindings(
            CaseVerdict baseline,

            @JsonProperty("groups") @Described("In the order of joining.")
            List<Row> rows,

            @Described("Absent without groups.") Optional<Middle> middle,

            @Described("Readings that a group has moved, those on which they are furthest apart first.")
            List<Spread> spread,

            @Described("Between each two groups, widest first.")
            List<Gap> gaps,

            Agreement agreement,
            @Described("Unrated indicators that matter.") List<OpenQuestion> openQuestions) {

        /** Begins a sentence that compares likelihoods: says where they stand behind an interval. */
        String bestEstimates() {
            return VerdictSentences.bestEstimates(
                    rows.stream().map(row -> row.verdict().brief()));
        }
    }

    /**
     * The verdict on the case of a group, or on the baseline.
     *
     * @param brief what is stated, as an assessment of the case states it
     */
    public record CaseVerdict(
            @JsonIgnore GroupReadings readings,
            @JsonIgnore RangeAssessment range,
            @JsonIgnore VerdictFigure brief,
            @JsonUnwrapped Figure figure,

            @JsonProperty("percent") @Described("Likelihood of an alliance.")
            Percent likelihood,

            Band band,

            @Described("Absent where too little is rated to name one.")
            Optional<Relationship> relationship,

            @JsonUnwrapped Interval interval) {

        /** @param rated whether any reading is rated */
        static CaseVerdict of(GroupReadings readings, RangeAssessment range, boolean rated) {
            Percent likelihood = range.point().likelihood();
            Interval interval = range.interval();
            VerdictFigure brief = new VerdictFigure(likelihood, interval, rated, LikelihoodScale.ICD203);
            return new CaseVerdict(
                    readings,
                    range,
                    brief,
                    Figure.of(brief),
                    likelihood,
                    likelihood.band(),
                    range.point().relationship(),
                    interval);
        }

        /** Of the indicator at this place in the catalogue. */
        Grade grade(int indicator) {
            return range.grades()[indicator];
        }
    }

    /** @param previous the verdict at the end of the previous round; empty if there is none */
    public record Row(
            @JsonUnwrapped @JsonIgnoreProperties("moved") WorkshopGroup group,
            @JsonUnwrapped CaseVerdict verdict,
            @JsonIgnore Optional<CaseVerdict> previous) {

        @Described(value = "Indicators whose readings differ from the baseline.", kind = Kind.ID)
        public List<String> moved() {
            return List.copyOf(verdict.readings().values().keySet());
        }

        @Described("At the end of the previous round.")
        public Optional<Percent> previousPercent() {
            return previous.map(CaseVerdict::likelihood);
        }

        @Described("The short form of the verdict then.")
        public Optional<String> previousFigure() {
            return previous.map(verdict -> Wording.plain(verdict.brief().figure()));
        }
    }

    public record Middle(
            @JsonProperty("medianPercent")
            @Described(
                    "The mean of the two in the middle if their number is even, rounded half up to a tenth of a percent.")
            Percent median,

            @JsonProperty("lowestPercent") Percent lowest,
            @JsonProperty("highestPercent") Percent highest) {}

    public record Spread(
            @Described(kind = Kind.ID) String indicator,

            @JsonInclude @Described(value = "Null when unknown.", kind = Kind.MEASURE)
            OptionalDouble baseline,

            Grade baselineGrade,

            @Described("Of each group, in the order of joining.")
            List<GroupValue> values,

            @JsonProperty("movedGroups") @Described("How many groups have moved it.")
            int movedBy,

            @Described("Between the lowest and the highest grade of the groups that rate it.")
            int gradesApart) {}

    public record GroupValue(
            @JsonProperty("group") String letter,

            @JsonInclude @Described(value = "Null when unknown.", kind = Kind.MEASURE)
            OptionalDouble value,

            Grade grade,
            boolean moved) {}

    public record Gap(
            String first, String second, @JsonIgnore int tenths) {

        @Described(value = "By how much the second is higher.", kind = Kind.PERCENTAGE_POINTS)
        public double percentagePoints() {
            return tenths / 10.0;
        }
    }

    public record Agreement(
            @Described(value = "Readings that no group has moved.", kind = Kind.ID)
            List<String> asInBaseline,

            @Described(
                    value = "Readings that all groups have set to the same value, another than in the baseline.",
                    kind = Kind.ID)
            List<String> movedAlike,

            @Described("That of all groups; absent if theirs differ.")
            Optional<Relationship> relationship) {}

    public record OpenQuestion(
            @Described(kind = Kind.ID) String indicator,

            @Described(
                    value = "By how much a rating would narrow the interval, at most of the groups.",
                    kind = Kind.PERCENTAGE_POINTS)
            double narrowsPercent,

            @JsonProperty("groups") @Described("Groups that do not rate it.")
            List<String> letters) {}

    record Comparison(Scenario scenario, List<Indicator> indicators, CaseVerdict baseline, List<Row> rows) {

        BoardFindings findings() {
            List<Spread> spread = spread();
            return new BoardFindings(baseline, rows, middle(), spread, gaps(), agreement(spread), openQuestions());
        }

        private Optional<Middle> middle() {
            int[] tenths = rows.stream()
                    .mapToInt(row -> row.verdict().likelihood().tenths())
                    .sorted()
                    .toArray();
            if (tenths.length == 0) {
                return Optional.empty();
            }
            int median = (tenths[(tenths.length - 1) / 2] + tenths[tenths.length / 2] + 1) / 2;
            return Optional.of(
                    new Middle(new Percent(median), new Percent(tenths[0]), new Percent(tenths[tenths.length - 1])));
        }

        private List<Spread> spread() {
            return IntStream.range(0, indicators.size())
                    .filter(i -> rows.stream()
                            .anyMatch(row -> row.verdict()
                                    .readings()
                                    .values()
                                    .containsKey(indicators.get(i).id())))
                    .mapToObj(this::spread)
                    .sorted(Comparator.comparingInt(Spread::gradesApart)
                            .thenComparingInt(Spread::movedBy)
                            .reversed())
                    .toList();
        }

        private Spread spread(int indicator) {
            String id = indicators.get(indicator).id();
            OptionalDouble before = scenario.reading(id).value();
            List<GroupValue> values =
                    rows.stream().map(row -> value(row, indicator, id, before)).toList();
            int[] grades = values.stream()
                    .filter(value -> value.grade() != Grade.UNKNOWN)
                    .mapToInt(value -> value.grade().ordinal())
                    .sorted()
                    .toArray();
            return new Spread(
                    id,
                    before,
                    baseline.grade(indicator),
                    values,
                    (int) values.stream().filter(GroupValue::moved).count(),
                    grades.length == 0 ? 0 : grades[grades.length - 1] - grades[0]);
        }

        private static GroupValue value(Row row, int indicator, String id, OptionalDouble before) {
            OptionalDouble moved = row.verdict().readings().values().get(id);
            OptionalDouble value = moved == null ? before : moved;
            return new GroupValue(row.group().letter(), value, row.verdict().grade(indicator), moved != null);
        }

        private List<Gap> gaps() {
            List<Gap> gaps = new ArrayList<>();
            for (int first = 0; first < rows.size(); first++) {
                for (int second = first + 1; second < rows.size(); second++) {
                    Row one = rows.get(first);
                    Row other = rows.get(second);
                    gaps.add(new Gap(
                            one.group().letter(),
                            other.group().letter(),
                            other.verdict().likelihood().tenths()
                                    - one.verdict().likelihood().tenths()));
                }
            }
            gaps.sort(Comparator.comparingInt((Gap gap) -> -Math.abs(gap.tenths())));
            return gaps;
        }

        private Agreement agreement(List<Spread> spread) {
            Set<String> moved = spread.stream().map(Spread::indicator).collect(Collectors.toSet());
            List<Optional<Relationship>> relationships = rows.stream()
                    .map(row -> row.verdict().relationship())
                    .distinct()
                    .toList();
            return new Agreement(
                    indicators.stream()
                            .map(Indicator::id)
                            .filter(id -> !moved.contains(id))
                            .toList(),
                    spread.stream()
                            .filter(one -> one.movedBy() == rows.size()
                                    && one.values().stream()
                                                    .map(GroupValue::value)
                                                    .distinct()
                                                    .count()
                                            == 1)
                            .map(Spread::indicator)
                            .toList(),
                    relationships.size() == 1 ? relationships.get(0) : Optional.empty());
        }

        private List<OpenQuestion> openQuestions() {
            Map<String, Double> narrows = new LinkedHashMap<>();
            List<String> ids = indicators.stream().map(Indicator::id).toList();
            for (Row row : rows) {
                for (IntervalReduction open : row.verdict().range().findOutNext()) {
                    // Readings with a range are open as well, but rated.
                    if (row.verdict().grade(ids.indexOf(open.indicator())) == Grade.UNKNOWN) {
                        narrows.merge(open.indicator(), open.narrowsPercent(), Math::max);
                    }
                }
            }
            return narrows.entrySet().stream()
                    .map(open ->
                            new OpenQuestion(open.getKey(), open.getValue(), unratedBy(ids.indexOf(open.getKey()))))
                    .sorted(Comparator.comparingDouble(OpenQuestion::narrowsPercent)
                            .reversed())
                    .toList();
        }

        /** Also groups whose own interval a rating would leave as it is. */
        private List<String> unratedBy(int indicator) {
            return rows.stream()
                    .filter(row -> row.verdict().grade(indicator) == Grade.UNKNOWN)
                    .map(row -> row.group().letter())
                    .toList();
        }
    }
}

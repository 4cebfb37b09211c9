package entente.service.workshop.board;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.service.workshop.board.WorkshopBoard.Agreement;
import entente.service.workshop.board.WorkshopBoard.Findings;
import entente.service.workshop.board.WorkshopBoard.Gap;
import entente.service.workshop.board.WorkshopBoard.GroupValue;
import entente.service.workshop.board.WorkshopBoard.Middle;
import entente.service.workshop.board.WorkshopBoard.OpenQuestion;
import entente.service.workshop.board.WorkshopBoard.Row;
import entente.service.workshop.board.WorkshopBoard.Spread;
import java.math.BigDecimal;
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
import lombok.RequiredArgsConstructor;

/** Compares the verdicts of the groups. */
@RequiredArgsConstructor
final class BoardFindings {

    private final Scenario scenario;
    private final List<Indicator> indicators;
    private final CaseVerdict baseline;
    private final List<Row> rows;

    Findings findings() {
        List<Spread> spread = spread();
        return new Findings(baseline, rows, middle(), spread, gaps(), agreement(spread), openQuestions());
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
                baseline.graded().grades()[indicator],
                values,
                (int) values.stream().filter(GroupValue::moved).count(),
                grades.length == 0 ? 0 : grades[grades.length - 1] - grades[0]);
    }

    private static GroupValue value(Row row, int indicator, String id, OptionalDouble before) {
        OptionalDouble moved = row.verdict().readings().values().get(id);
        OptionalDouble value = moved == null ? before : moved;
        OptionalDouble difference = moved != null && value.isPresent() && before.isPresent()
                ? OptionalDouble.of(BigDecimal.valueOf(value.getAsDouble())
                        .subtract(BigDecimal.valueOf(before.getAsDouble()))
                        .doubleValue())
                : OptionalDouble.empty();
        return new GroupValue(
                row.group().letter(), value, row.verdict().graded().grades()[indicator], moved != null, difference);
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

    private boolean unrated(Row row, String indicator) {
        return IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i).id().equals(indicator))
                .allMatch(i -> row.verdict().graded().grades()[i] == Grade.UNKNOWN);
    }

    private List<OpenQuestion> openQuestions() {
        Map<String, Double> narrows = new LinkedHashMap<>();
        Map<String, List<String>> letters = new LinkedHashMap<>();
        for (Row row : rows) {
            for (IntervalReduction open : row.verdict().findOutNext()) {
                // Readings with a range are open as well, but rated.
                if (!unrated(row, open.indicator())) {
                    continue;
                }
                narrows.merge(open.indicator(), open.narrowsPercent(), Math::max);
                letters.computeIfAbsent(open.indicator(), id -> new ArrayList<>())
                        .add(row.group().letter());
            }
        }
        return narrows.entrySet().stream()
                .map(open -> new OpenQuestion(
                        open.getKey(), open.getValue(), letters.getOrDefault(open.getKey(), List.of())))
                .sorted(Comparator.comparingDouble(OpenQuestion::narrowsPercent).reversed())
                .toList();
    }
}

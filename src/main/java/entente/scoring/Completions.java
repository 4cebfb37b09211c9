package entente.scoring;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Interval;
import entente.model.rule.CeilingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/**
 * Evaluates the completions of open readings that determine the lowest and highest likelihood.
 *
 * <p>A monotone indicator takes only its extreme grades: raising it can only add effective rules of one direction,
 * remove those of the other, or lift a ceiling, and each ceiling leaves at least as much as the one below it (checked
 * when a book is loaded). Indicators that are not monotone are enumerated, with one grade of each class that the rules
 * distinguish. Beyond {@link #MAX_COMBINATIONS} combinations an outer bound is used, and the interval is marked as not
 * exact.
 */
@RequiredArgsConstructor
final class Completions {

    static final int MAX_COMBINATIONS = 20_000;

    private final ScoringModel model;

    /** The scenario itself, as it is again after each method. */
    private final ScenarioVariant point;

    private final List<OpenIndicator> open;

    /** An indicator with more than one possible grade; grades are ascending. */
    record OpenIndicator(int indicator, List<Grade> grades) {

        Grade lowest() {
            return grades.get(0);
        }

        Grade highest() {
            return grades.get(grades.size() - 1);
        }
    }

    /** The likelihoods that the open readings allow, always including the point outcome. */
    Interval interval() {
        Monotonicity[] monotonicity = model.monotonicity(Question.ALLIANCE);
        List<OpenIndicator> mixed = new ArrayList<>();
        long combinations = 1;
        for (OpenIndicator indicator : open) {
            if (monotonicity[indicator.indicator()] == Monotonicity.MIXED) {
                OpenIndicator distinct = new OpenIndicator(indicator.indicator(), distinct(indicator));
                mixed.add(distinct);
                combinations = Math.min(combinations * distinct.grades().size(), MAX_COMBINATIONS + 1L);
            }
        }
        IntSummaryStatistics results = new IntSummaryStatistics();
        results.accept(point.result().hundredths());
        if (combinations > MAX_COMBINATIONS) {
            addOuterBound(results);
            return interval(results, false);
        }
        List<Grade> before =
                open.stream().map(reading -> point.grade(reading.indicator())).toList();
        for (boolean highest : new boolean[] {false, true}) {
            for (OpenIndicator indicator : open) {
                Monotonicity direction = monotonicity[indicator.indicator()];
                if (direction != Monotonicity.MIXED) {
                    boolean up = highest == (direction != Monotonicity.DOWN);
                    point.set(indicator.indicator(), up ? indicator.highest() : indicator.lowest());
                }
            }
            enumerate(mixed, 0, results);
        }
        for (int i = 0; i < before.size(); i++) {
            point.set(open.get(i).indicator(), before.get(i));
        }
        return interval(results, true);
    }

    private static Interval interval(IntSummaryStatistics results, boolean exact) {
        return new Interval(Percent.of(new Points(results.getMin())), Percent.of(new Points(results.getMax())), exact);
    }

    private void enumerate(List<OpenIndicator> mixed, int depth, IntSummaryStatistics results) {
        if (depth == mixed.size()) {
            results.accept(point.result().hundredths());
            return;
        }
        OpenIndicator indicator = mixed.get(depth);
        for (Grade grade : indicator.grades()) {
            point.set(indicator.indicator(), grade);
            enumerate(mixed, depth + 1, results);
        }
    }

    /** One grade of each class that the rules distinguish. */
    private List<Grade> distinct(OpenIndicator reading) {
        return model.index().distinct(reading.indicator(), reading.grades());
    }

    /**
     * Adds the lowest and highest points of all completions, computed rule by rule: a rule that can hold counts towards the
     * bound of its direction, one that must hold and cannot be overridden counts towards both. Not tight if rules exclude
     * each other.
     */
    private void addOuterBound(IntSummaryStatistics results) {
        int rules = model.rules().size();
        boolean[] can = new boolean[rules];
        for (int r = 0; r < rules; r++) {
            can[r] = !model.disabled(r) && holds(r, false);
        }
        int low = 0;
        int high = 0;
        Set<CeilingKind> possible = EnumSet.noneOf(CeilingKind.class);
        for (int r = 0; r < rules; r++) {
            if (can[r]) {
                int rule = r;
                int points = model.hundredths(r, Question.ALLIANCE);
                boolean certain = holds(r, true)
                        && IntStream.range(0, rules).noneMatch(other -> can[other] && model.overrides(other, rule));
                low += points < 0 || certain ? points : 0;
                high += points > 0 || certain ? points : 0;
                model.rules().get(r).ceiling().ifPresent(possible::add);
            }
        }
        Points lowest = point.base().plus(new Points(low));
        Points highest = point.base().plus(new Points(high));
        for (CeilingKind kind : possible) {
            lowest = model.index().under(kind.ordinal(), lowest);
        }
        if (model.hasUnconditionalCeiling()) {
            CeilingKind lifted = possible.stream()
                    .filter(kind -> kind != CeilingKind.INCIDENT)
                    .reduce((a, b) -> b)
                    .orElse(CeilingKind.NO_SWITCH);
            highest = model.index().under(lifted.ordinal(), highest);
        }
        results.accept(lowest.hundredths());
        results.accept(highest.hundredths());
    }

    /** Whether the rule holds for some or, if {@code always}, for all grades of the open readings. */
    private boolean holds(int rule, boolean always) {
        int[] indicators = model.indicators(rule);
        return IntStream.range(0, indicators.length).allMatch(condition -> {
            List<Grade> grades = open.stream()
                    .filter(candidate -> candidate.indicator() == indicators[condition])
                    .findFirst()
                    .map(OpenIndicator::grades)
                    .orElse(List.of(point.grade(indicators[condition])));
            return always
                    ? grades.stream().allMatch(g -> model.accepts(rule, condition, g))
                    : grades.stream().anyMatch(g -> model.accepts(rule, condition, g));
        });
    }

    /**
     * The unknown readings that narrow the interval, in descending order of the expected narrowing, averaged over their
     * possible grades.
     */
    List<IntervalReduction> findOutNext(Interval interval) {
        List<Indicator> indicators = model.book().catalogue().indicators();
        Monotonicity[] alliance = model.monotonicity(Question.ALLIANCE);
        return open.stream()
                .filter(reading -> alliance[reading.indicator()] != Monotonicity.NONE)
                .map(reading -> new IntervalReduction(
                        indicators.get(reading.indicator()).id(), Numbers.rounded(narrows(reading, interval), 1)))
                .filter(reading -> reading.narrowsPercent() > 0)
                .sorted(Comparator.comparingDouble(IntervalReduction::narrowsPercent)
                        .reversed())
                .toList();
    }

    private double narrows(OpenIndicator reading, Interval interval) {
        Completions others = new Completions(
                model,
                point,
                open.stream()
                        .filter(other -> other.indicator() != reading.indicator())
                        .toList());
        List<Grade> distinct = distinct(reading);
        Grade before = point.grade(reading.indicator());
        double widths = 0;
        int width = 0;
        for (Grade grade : reading.grades()) {
            // Conditions are thresholds, so grades of one class are consecutive.
            if (distinct.contains(grade)) {
                point.set(reading.indicator(), grade);
                width = others.interval().widthTenths();
            }
            widths += width;
        }
        point.set(reading.indicator(), before);
        return (interval.widthTenths() - widths / reading.grades().size()) / 10;
    }
}

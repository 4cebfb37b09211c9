package entente.scoring;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Reading.SourceGrade;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.rule.RuleBook.ConfidenceParameters;
import entente.model.rule.RuleBook.Parameter;
import entente.scoring.ScenarioVariant.SingleChangeResults;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes the confidence in a verdict; described in {@code src/docs/confidence.md}. */
final class ConfidenceFormula {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final int MAX_STEPS = 2;
    private static final Grade[] GRADES = Grade.values();

    private final ConfidenceParameters parameters;
    private final List<Indicator> indicators;

    /**
     * Weight of each indicator: the sum of the absolute alliance points of all rules that read it, at least that of one
     * of the least strength, so that every known reading counts.
     */
    private final double[] weights;

    ConfidenceFormula(ScoringModel model) {
        parameters = model.book().confidence();
        indicators = model.book().catalogue().indicators();
        weights = new double[indicators.size()];
        for (int r = 0; r < model.rules().size(); r++) {
            for (int indicator : model.indicators(r)) {
                weights[indicator] +=
                        Math.abs(model.points(r, Question.ALLIANCE).value());
            }
        }
        double least = model.book().weights().alliance().values().stream()
                .mapToDouble(Parameter::value)
                .min()
                .orElseThrow();
        Arrays.setAll(weights, i -> Math.max(least, weights[i]));
    }

    Confidence of(ScoredScenario scored, Interval interval, SingleChangeResults changes) {
        Scenario scenario = scored.scenario();
        int count = indicators.size();
        double[] coverage = new double[count];
        double[] source = new double[count];
        double[] age = new double[count];
        int known = 0;
        int assumed = 0;
        for (int i = 0; i < count; i++) {
            Reading reading = scored.readings().get(i);
            if (reading.status() == ReadingStatus.UNKNOWN) {
                continue;
            }
            boolean isAssumed = reading.status() == ReadingStatus.ASSUMED;
            known++;
            assumed += isAssumed ? 1 : 0;
            coverage[i] = isAssumed ? parameters.assumedCoverage().value() : 1;
            source[i] = sourceScore(reading);
            age[i] = ageScore(scenario, reading);
        }
        Parts parts = new Parts(weights, List.of(coverage, source, age));
        double robustness = robustness(scored.grades(), changes);
        boolean fragile = robustness < parameters.stepDownBelow().value();
        boolean wide = interval.bands().size() > parameters.wideBands().value();
        boolean longView = scenario.horizonYears() > parameters.longViewYears().value();
        ConfidenceLevel maximumLevel = longView ? ConfidenceLevel.MODERATE : ConfidenceLevel.HIGH;
        int earned = (wide ? 0 : level(parts.lowest())) - (fragile ? 1 : 0);
        ConfidenceLevel level = ConfidenceLevel.values()[Math.max(0, Math.min(maximumLevel.ordinal(), earned))];
        List<String> raisedBy = level == maximumLevel || wide || scenario.asOf().isEmpty()
                ? List.of()
                : parts
                        .raisedBy(
                                threshold(level.ordinal() + 1 + (fragile ? 1 : 0)),
                                i -> scenario.reading(indicators.get(i).id()).status() != ReadingStatus.ASSUMED)
                        .stream()
                        .map(i -> indicators.get(i).id())
                        .toList();
        return new Confidence(
                level,
                maximumLevel,
                parts.mean(0),
                parts.mean(1),
                parts.mean(2),
                robustness,
                known,
                assumed,
                count,
                raisedBy);
    }

    /** Share of changes of one known or assumed reading by one or two grades that keep the band; 0 if there is none. */
    private static double robustness(Grade[] grades, SingleChangeResults changes) {
        int moves = 0;
        int unchanged = 0;
        Band band = Percent.of(changes.current()).band();
        for (int i = 0; i < grades.length; i++) {
            int current = grades[i].ordinal();
            int lowest = Math.max(Grade.VERY_LOW.ordinal(), current - MAX_STEPS);
            int highest = Math.min(Grade.VERY_HIGH.ordinal(), current + MAX_STEPS);
            for (int target = lowest; grades[i] != Grade.UNKNOWN && target <= highest; target++) {
                if (target != current) {
                    moves++;
                    unchanged += Percent.of(changes.with(i, GRADES[target])).band() == band ? 1 : 0;
                }
            }
        }
        return moves == 0 ? 0 : Numbers.rounded((double) unchanged / moves, 3);
    }

    private int level(double lowest) {
        return lowest >= threshold(2) ? 2 : lowest >= threshold(1) ? 1 : 0;
    }

    /** The threshold of a level for the lowest part; infinite beyond the last level. */
    private double threshold(int level) {
        return level == 1
                ? parameters.moderate().value()
                : level == 2 ? parameters.high().value() : Double.POSITIVE_INFINITY;
    }

    private double sourceScore(Reading reading) {
        if (reading.status() == ReadingStatus.ASSUMED) {
            return parameters.assumedSource().value();
        }
        if (reading.grade().isEmpty()) {
            return parameters.ungraded().value();
        }
        SourceGrade grade = reading.grade().get();
        return (score(parameters.reliability().get(grade.reliability()))
                        + score(parameters.credibility().get(grade.credibility())))
                / 2;
    }

    private static double score(@Nullable Parameter parameter) {
        return Objects.requireNonNull(parameter).value();
    }

    /** An assumed reading refers to the scenario's date; any other reading without date scores 0. */
    private double ageScore(Scenario scenario, Reading reading) {
        if (scenario.asOf().isEmpty()) {
            return 0;
        }
        LocalDate date = scenario.asOf().get();
        if (reading.asOf().isEmpty()) {
            return reading.status() == ReadingStatus.ASSUMED ? 1 : 0;
        }
        double years = years(reading.asOf().get(), date);
        double fresh = parameters.freshYears().value();
        double worthless = parameters.worthlessYears().value();
        return Math.max(0, Math.min(1, (worthless - years) / (worthless - fresh)));
    }

    static double years(LocalDate from, LocalDate to) {
        return Math.abs(ChronoUnit.DAYS.between(from, to)) / DAYS_PER_YEAR;
    }

    /**
     * The parts of confidence: scores of each reading from 0 to 1, weighted by indicator.
     *
     * @param scores one array for each part, by indicator
     */
    record Parts(double[] weights, List<double[]> scores) {

        /** The weighted mean of a part, in thousandths. */
        double mean(int part) {
            return mean(scores.get(part), new boolean[weights.length]);
        }

        double lowest() {
            return IntStream.range(0, scores.size())
                    .mapToDouble(this::mean)
                    .min()
                    .orElse(0);
        }

        /**
         * A small set of indicators which, with full scores, raise every part to a threshold; minimal if only one part is
         * below it. Empty if all eligible indicators together do not suffice.
         *
         * @param eligible indicators that a source can raise: not those whose readings are supposed
         */
        List<Integer> raisedBy(double threshold, IntPredicate eligible) {
            List<double[]> insufficient = IntStream.range(0, scores.size())
                    .filter(part -> mean(part) < threshold)
                    .mapToObj(scores::get)
                    .toList();
            double[] gains = new double[weights.length];
            Arrays.setAll(
                    gains,
                    i -> insufficient.stream()
                            .mapToDouble(part -> weights[i] * (1 - part[i]))
                            .sum());
            List<Integer> byGain = IntStream.range(0, weights.length)
                    .filter(eligible)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -gains[i]))
                    .toList();
            boolean[] full = new boolean[weights.length];
            int count = 0;
            while (count < byGain.size() && !reached(insufficient, full, threshold)) {
                full[byGain.get(count++)] = true;
            }
            if (!reached(insufficient, full, threshold)) {
                return List.of();
            }
            // Remove indicators made unnecessary by those added later.
            for (int i = count - 1; i >= 0; i--) {
                full[byGain.get(i)] = false;
                if (!reached(insufficient, full, threshold)) {
                    full[byGain.get(i)] = true;
                }
            }
            return byGain.stream().filter(i -> full[i]).toList();
        }

        private boolean reached(List<double[]> parts, boolean[] full, double threshold) {
            return parts.stream().allMatch(part -> mean(part, full) >= threshold);
        }

        private double mean(double[] part, boolean[] full) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                total += weights[i];
                sum += weights[i] * (full[i] ? 1 : part[i]);
            }
            return total == 0 ? 0 : Numbers.rounded(sum / total, 3);
        }
    }
}

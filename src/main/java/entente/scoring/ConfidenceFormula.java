package entente.scoring;

import entente.model.Indicator;
import entente.model.Points;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Confidence;
import entente.model.assessment.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.rule.ConfidenceParameters;
import entente.model.rule.Parameter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How firm the ground under a verdict is; told in words in {@code src/docs/confidence.md}. */
final class ConfidenceFormula {

    private static final double DAYS_PER_YEAR = 365.25;

    private final ScoringModel model;
    private final ConfidenceParameters parameters;
    private final List<Indicator> indicators;
    private final double[] swings;

    ConfidenceFormula(ScoringModel weighing) {
        this.model = weighing;
        this.parameters = weighing.book().confidence();
        this.indicators = weighing.book().catalogue().indicators();
        this.swings = swings(weighing, indicators.size());
    }

    /**
     * The most alliance points that an indicator can move: all claims that read it, added up without their signs. Each
     * indicator counts as much as one slight claim at least, so that knowing it is always worth something.
     */
    private static double[] swings(ScoringModel weighing, int count) {
        double least = Objects.requireNonNull(
                        weighing.book().weights().alliance().get(Strength.SLIGHT))
                .value();
        double[] swings = new double[count];
        for (int r = 0; r < weighing.rules().size(); r++) {
            for (int indicator : weighing.indicators(r)) {
                swings[indicator] += Math.abs(weighing.alliancePoints(r).value());
            }
        }
        for (int i = 0; i < count; i++) {
            swings[i] = Math.max(least, swings[i]);
        }
        return swings;
    }

    Confidence of(Scenario scenario, GradedScenario world, Points base, Interval interval) {
        int count = indicators.size();
        double[] coverage = new double[count];
        double[] source = new double[count];
        double[] age = new double[count];
        int known = 0;
        int assumed = 0;
        for (int i = 0; i < count; i++) {
            Reading reading = scenario.reading(indicators.get(i).id());
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
        ConfidenceParts parts = new ConfidenceParts(swings, List.of(coverage, source, age));
        double robustness = Robustness.of(model, world, base);
        boolean fragile = robustness < parameters.stepDownBelow().value();
        boolean wide = interval.bands().size() > parameters.wideBands().value();
        boolean longView = scenario.horizonYears() > parameters.longViewYears().value();
        ConfidenceLevel most = longView ? ConfidenceLevel.MODERATE : ConfidenceLevel.HIGH;
        int earned = (wide ? 0 : earned(parts.lowest())) - (fragile ? 1 : 0);
        ConfidenceLevel level = ConfidenceLevel.values()[Math.max(0, Math.min(most.ordinal(), earned))];
        List<String> raisedBy = level == most || wide || scenario.asOf().isEmpty()
                ? List.of()
                : parts.raisedBy(threshold(level.ordinal() + 1 + (fragile ? 1 : 0))).stream()
                        .map(i -> indicators.get(i).id())
                        .toList();
        return new Confidence(
                level, most, parts.mean(0), parts.mean(1), parts.mean(2), robustness, known, assumed, count, raisedBy);
    }

    private int earned(double lowest) {
        return lowest >= threshold(2) ? 2 : lowest >= threshold(1) ? 1 : 0;
    }

    /** What the lowest part must reach for a level; no part reaches the one beyond the last. */
    private double threshold(int level) {
        return level == 1
                ? parameters.moderate().value()
                : level == 2 ? parameters.high().value() : Double.POSITIVE_INFINITY;
    }

    private double sourceScore(Reading reading) {
        if (reading.status() == ReadingStatus.ASSUMED) {
            return parameters.assumedSource().value();
        }
        return reading.grade()
                .map(g -> (score(parameters.reliability().get(g.reliability()))
                                + score(parameters.credibility().get(g.credibility())))
                        / 2)
                .orElse(parameters.ungraded().value());
    }

    private static double score(@Nullable Parameter figure) {
        return Objects.requireNonNull(figure).value();
    }

    /** An assumption speaks of the scenario's own date; any other reading without a date counts nothing. */
    private double ageScore(Scenario scenario, Reading reading) {
        if (scenario.asOf().isEmpty()) {
            return 0;
        }
        LocalDate now = scenario.asOf().get();
        if (reading.asOf().isEmpty()) {
            return reading.status() == ReadingStatus.ASSUMED ? 1 : 0;
        }
        double years = years(reading.asOf().get(), now);
        double fresh = parameters.freshYears().value();
        double worthless = parameters.worthlessYears().value();
        return Math.max(0, Math.min(1, (worthless - years) / (worthless - fresh)));
    }

    static double years(LocalDate from, LocalDate to) {
        return Math.abs(ChronoUnit.DAYS.between(from, to)) / DAYS_PER_YEAR;
    }
}

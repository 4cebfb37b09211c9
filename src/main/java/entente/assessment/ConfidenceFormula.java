package entente.assessment;

import entente.domain.Band;
import entente.domain.Confidence;
import entente.domain.ConfidenceLevel;
import entente.domain.ConfidenceScheme;
import entente.domain.Figure;
import entente.domain.Grade;
import entente.domain.Indicator;
import entente.domain.Interval;
import entente.domain.Points;
import entente.domain.Reading;
import entente.domain.Scenario;
import entente.domain.Status;
import entente.domain.Strength;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How firm the ground under a verdict is; told in words in {@code src/docs/confidence.md}. */
final class ConfidenceFormula {

    private static final double DAYS_A_YEAR = 365.25;
    private static final int FARTHEST_MOVE = 2;

    private final Weighing weighing;
    private final ConfidenceScheme scheme;
    private final List<Indicator> indicators;
    private final double[] swings;

    ConfidenceFormula(Weighing weighing) {
        this.weighing = weighing;
        this.scheme = weighing.book().confidence();
        this.indicators = weighing.book().catalogue().indicators();
        this.swings = swings(weighing, indicators.size());
    }

    /**
     * The most alliance points that an indicator can move: all claims that read it, added up without their signs. Each
     * indicator counts as much as one slight claim at least, so that knowing it is always worth something.
     */
    private static double[] swings(Weighing weighing, int count) {
        double least = Objects.requireNonNull(
                        weighing.book().weights().alliance().get(Strength.SLIGHT))
                .value();
        double[] swings = new double[count];
        for (int r = 0; r < weighing.rules().size(); r++) {
            for (int indicator : weighing.asked(r)) {
                swings[indicator] += Math.abs(weighing.alliancePoints(r).value());
            }
        }
        for (int i = 0; i < count; i++) {
            swings[i] = Math.max(least, swings[i]);
        }
        return swings;
    }

    Confidence of(Scenario scenario, World world, Points base, Interval interval) {
        double total = 0;
        double coverage = 0;
        double source = 0;
        double age = 0;
        int known = 0;
        int assumed = 0;
        for (int i = 0; i < indicators.size(); i++) {
            Reading reading = scenario.reading(indicators.get(i).id());
            total += swings[i];
            if (reading.status() == Status.UNKNOWN) {
                continue;
            }
            boolean isAssumed = reading.status() == Status.ASSUMED;
            known++;
            assumed += isAssumed ? 1 : 0;
            coverage += swings[i] * (isAssumed ? scheme.assumedCoverage().value() : 1);
            source += swings[i] * sourceScore(reading);
            age += swings[i] * ageScore(scenario, reading);
        }
        double scale = total == 0 ? 1 : total;
        double robustness = robustness(world, base);
        coverage = thousandths(coverage / scale);
        source = thousandths(source / scale);
        age = thousandths(age / scale);
        ConfidenceLevel uncapped = level(coverage, source, age, robustness, interval);
        boolean capped = scenario.horizonYears() > scheme.longViewYears().value() && uncapped == ConfidenceLevel.HIGH;
        return new Confidence(
                capped ? ConfidenceLevel.MODERATE : uncapped,
                coverage,
                source,
                age,
                robustness,
                known,
                assumed,
                indicators.size(),
                capped);
    }

    private ConfidenceLevel level(double coverage, double source, double age, double robustness, Interval interval) {
        double lowest = Math.min(coverage, Math.min(source, age));
        int level = lowest >= scheme.high().value()
                ? 2
                : lowest >= scheme.moderate().value() ? 1 : 0;
        level -= robustness < scheme.stepDownBelow().value() ? 1 : 0;
        boolean wide = interval.bands().size() > scheme.wideBands().value();
        return wide ? ConfidenceLevel.LOW : ConfidenceLevel.values()[Math.max(0, level)];
    }

    private double sourceScore(Reading reading) {
        if (reading.status() == Status.ASSUMED) {
            return scheme.assumedSource().value();
        }
        return reading.grade()
                .map(g -> (score(scheme.reliability().get(g.reliability()))
                                + score(scheme.credibility().get(g.credibility())))
                        / 2)
                .orElse(scheme.ungraded().value());
    }

    private static double score(@Nullable Figure figure) {
        return Objects.requireNonNull(figure).value();
    }

    /** An assumption speaks of the scenario's own date; any other reading without a date counts nothing. */
    private double ageScore(Scenario scenario, Reading reading) {
        if (scenario.asOf().isEmpty()) {
            return 0;
        }
        LocalDate now = scenario.asOf().get();
        if (reading.asOf().isEmpty()) {
            return reading.status() == Status.ASSUMED ? 1 : 0;
        }
        double years = years(reading.asOf().get(), now);
        double fresh = scheme.freshYears().value();
        double worthless = scheme.worthlessYears().value();
        return Math.max(0, Math.min(1, (worthless - years) / (worthless - fresh)));
    }

    static double years(LocalDate from, LocalDate to) {
        return Math.abs(ChronoUnit.DAYS.between(from, to)) / DAYS_A_YEAR;
    }

    /** Share of moves of one known reading by one or two grades that keep the band; 0 when nothing can be moved. */
    private double robustness(World world, Points base) {
        Band band = Band.of(weighing.outcome(world.grades(), base).result());
        int moves = 0;
        int kept = 0;
        Grade[] grades = world.grades().clone();
        boolean[] holding = weighing.holding(grades);
        for (int i = 0; i < grades.length; i++) {
            Grade here = grades[i];
            for (int step = -FARTHEST_MOVE; here != Grade.UNKNOWN && step <= FARTHEST_MOVE; step++) {
                int there = here.ordinal() + step;
                if (step == 0 || there <= Grade.UNKNOWN.ordinal() || there > Grade.VERY_HIGH.ordinal()) {
                    continue;
                }
                grades[i] = Grade.values()[there];
                weighing.update(holding, grades, i);
                moves++;
                kept += Band.of(weighing.outcome(holding, base).result()) == band ? 1 : 0;
            }
            grades[i] = here;
            weighing.update(holding, grades, i);
        }
        return moves == 0 ? 0 : thousandths((double) kept / moves);
    }

    private static double thousandths(double share) {
        return BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
    }
}

package entente.analysis.backtest;

import entente.analysis.backtest.BacktestResult.CalibrationRow;
import entente.analysis.backtest.BacktestResult.LeaveOneOut;
import entente.model.Band;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.AssumptionChange;
import entente.model.assessment.Provenance;
import entente.scoring.Assessor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Compares verdicts on past scenarios with observed outcomes. */
@RequiredArgsConstructor
public final class Backtest {

    private final Assessor assessor;
    /** Whether the rules were developed with this history. */
    private final Predicate<Scenario> inSample;

    /** Scores every scenario with an observed outcome; empty if there is none. */
    public Optional<BacktestResult> run(List<Scenario> scenarios) {
        List<BacktestCase> cases = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<AssumptionChange> assumptions = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (scenario.observed().isEmpty()) {
                skipped.add(scenario.id());
                continue;
            }
            Assessment assessment = assessor.assess(scenario);
            assumptions.addAll(assessment.assumptions());
            cases.add(new BacktestCase(
                    scenario,
                    scenario.observed().get(),
                    assessment.verdict(),
                    assessor.book().baseRate(scenario.horizonYears()),
                    inSample.test(scenario)));
        }
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        List<BacktestCase> unseen = cases.stream().filter(c -> !c.inSample()).toList();
        boolean mixed = !unseen.isEmpty() && unseen.size() < cases.size();
        return Optional.of(new BacktestResult(
                cases,
                skipped,
                BrierScores.of(cases),
                mixed ? Optional.of(BrierScores.of(unseen)) : Optional.empty(),
                leaveOneOut(cases),
                cases.size() < BacktestResult.MIN_CALIBRATION_CASES ? List.of() : calibration(cases),
                assumptions.stream().distinct().toList(),
                Provenance.of(assessor.book())));
    }

    /**
     * The scores without the case that contributes most of the gain, which shows whether the gain depends on a single
     * case.
     */
    private static Optional<LeaveOneOut> leaveOneOut(List<BacktestCase> cases) {
        if (cases.size() == 1) {
            return Optional.empty();
        }
        List<BacktestCase> rest = new ArrayList<>(cases);
        BacktestCase most = Collections.max(cases, Comparator.comparing(BrierScores::gain));
        rest.remove(most);
        return Optional.of(new LeaveOneOut(most.scenario().id(), BrierScores.of(rest)));
    }

    private static List<CalibrationRow> calibration(List<BacktestCase> cases) {
        Map<Band, List<BacktestCase>> byBand = cases.stream()
                .collect(
                        Collectors.groupingBy(c -> c.verdict().likelihood().band(), TreeMap::new, Collectors.toList()));
        return byBand.entrySet().stream()
                .map(within -> calibration(within.getKey(), within.getValue()))
                .toList();
    }

    private static CalibrationRow calibration(Band band, List<BacktestCase> cases) {
        long tenths =
                cases.stream().mapToLong(c -> c.verdict().likelihood().tenths()).sum();
        return new CalibrationRow(
                band,
                cases.size(),
                BigDecimal.valueOf(tenths)
                        .divide(BigDecimal.valueOf(10L * cases.size()), 1, RoundingMode.HALF_EVEN)
                        .doubleValue(),
                (int) cases.stream().filter(c -> c.observed().allianceInForce()).count());
    }
}

package entente.analysis.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.backtest.BacktestResult.BacktestCase;
import entente.analysis.backtest.BacktestResult.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestResult.BacktestCase.StateHit;
import entente.analysis.backtest.BacktestResult.BrierScores;
import entente.analysis.backtest.BacktestResult.CalibrationRow;
import entente.model.Band;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scores against hand calculations. */
class BacktestTest {

    private static final String TODAY = "status-quo-2025";

    private static BacktestResult of(List<Scenario> scenarios) {
        return BacktestResult.of(Shipped.ASSESSOR, scenario -> !scenario.id().startsWith("new-"), scenarios)
                .orElseThrow();
    }

    private static List<Scenario> shipped() {
        return Shipped.scenarioIds().stream().map(Shipped::scenario).toList();
    }

    /** The readings of a shipped scenario with another id and an outcome, such as late 2025 with 10.0 %. */
    private static Scenario past(String id, String parent, String state, boolean alliance, String more) {
        return Shipped.parse("{\"id\": \"" + id + "\", \"title\": \"T\", \"extends\": \"" + parent
                + "\", \"readings\": {"
                + more + "}, \"observed\": {\"relationship\": \"" + state + "\", \"allianceInForce\": " + alliance
                + ", \"source\": \"test\"}}");
    }

    @Test
    void shippedVerdictsAreCorrectInEveryHistory() {
        BacktestResult result = of(shipped());
        assertThat(result.cases()).isNotEmpty().allMatch(BacktestCase::isCorrect);
        assertThat(result.skipped())
                .hasSize(Shipped.scenarioIds().size() - result.cases().size())
                .doesNotContain("crimea-2014")
                .isSorted();
        assertThat(result.cases()).noneMatch(c -> c.stateHit() == StateHit.MISSED);
        assertThat(result.cases().stream()
                        .filter(c -> c.intervalOutcome() != IntervalOutcome.RIGHT)
                        .map(c -> c.scenario().id()))
                .containsExactly("status-conflict-1958");
    }

    @Test
    void shippedScoresMatchHandCalculation() {
        BrierScores scores = of(shipped()).scores();
        // 0.050², 0.011², 0.073², 0.094², 0.053², (1 − 0.963)² and 0.060² make 0.024564.
        assertThat(scores.verdicts()).isEqualTo(0.003509);
        // Six times 0.083² and once (1 − 0.083)² make 0.882223.
        assertThat(scores.baseRate()).isEqualTo(0.126032);
        // One in seven: 1/7 · 6/7.
        assertThat(scores.climatology()).isEqualTo(0.122449);
        assertThat(scores.gain()).isEqualTo(0.122523);
        assertThat(scores.skill()).isEqualTo(0.972158);
        // The closest bounds: 0.010², 0.010², 0.015², 0.066², 0.010², (1 − 0.990)² and 0.010² make 0.005081.
        assertThat(scores.best()).isEqualTo(0.000726);
        // The farthest bounds: 0.073², 0.034², 0.103², 0.121², 0.144², (1 − 0.682)² and 0.989² make 1.131716.
        assertThat(scores.worst()).isEqualTo(0.161674);
        assertThat(scores.events()).isEqualTo(1);
    }

    @Test
    void leaveOneOutNamesTheCaseWithMostOfTheGain() {
        BacktestResult.LeaveOneOut without = of(shipped()).leaveOneOut().orElseThrow();
        assertThat(without.id()).isEqualTo("sino-soviet-alliance-1950");
        // 0.023195 through six, and 0.083².
        assertThat(without.scores().verdicts()).isEqualTo(0.003866);
        assertThat(without.scores().baseRate()).isEqualTo(0.006889);
        assertThat(without.scores().skill()).isEqualTo(0.438816);
    }

    @Test
    void caseOrderDoesNotChangeScores() {
        List<Scenario> turned = new ArrayList<>(shipped());
        Collections.reverse(turned);
        assertThat(of(turned).scores()).isEqualTo(of(shipped()).scores());
        assertThat(of(turned).leaveOneOut()).isEqualTo(of(shipped()).leaveOneOut());
    }

    @Test
    void verdictOnTheWrongSideIsWrongAndSettledWithoutOpenReadings() {
        // The readings of 2018 without their ranges.
        Scenario baseline = Shipped.scenario("baseline-2018");
        String settled = Shipped.BOOK.book().catalogue().indicators().stream()
                .map(i -> "\"" + i.id() + "\": "
                        + Numbers.plain(baseline.reading(i.id()).value().orElseThrow()))
                .collect(Collectors.joining(", "));
        Scenario missed = past("new-a", "baseline-2018", "OPEN_RIVALRY", true, settled);
        BacktestCase one = of(List.of(missed)).cases().get(0);
        assertThat(one.verdict().interval().widthTenths()).isZero();
        assertThat(one.isCorrect()).isFalse();
        assertThat(one.intervalOutcome()).isEqualTo(IntervalOutcome.WRONG);
        assertThat(one.stateHit()).isEqualTo(StateHit.MISSED);
        BrierScores scores = of(List.of(missed)).scores();
        // (1 − 0.060)² and (1 − 0.083)².
        assertThat(scores.verdicts()).isEqualTo(0.8836);
        assertThat(scores.baseRate()).isEqualTo(0.840889);
        assertThat(scores.gain()).isEqualTo(-0.042711);
        assertThat(scores.skill()).isEqualTo(-0.050793);
        assertThat(scores.climatology()).isZero();
        assertThat(of(List.of(missed)).leaveOneOut()).isEmpty();
    }

    @Test
    void fiftyPercentIsYesAndOneTenthLessIsNo() {
        // Points of 0.00 are 50.0 %, of −0.02 they are 49.9 %.
        for (int[] hundredthsAndYes : new int[][] {{0, 1}, {-2, 0}}) {
            BacktestCase decoupled = of(List.of(past("new-a", "total-decoupling", "MIXED", true, "")))
                    .cases()
                    .get(0);
            var likelihood = Percent.of(new Points(hundredthsAndYes[0]));
            var verdict = new Verdict(
                    likelihood,
                    new Interval(likelihood, likelihood, true),
                    Optional.empty(),
                    decoupled.verdict().relationships(),
                    decoupled.verdict().commitment(),
                    decoupled.verdict().flags());
            assertThat(new BacktestCase(decoupled.scenario(), decoupled.observed(), verdict, 8.3, false).isCorrect())
                    .isEqualTo(hundredthsAndYes[1] == 1);
        }
    }

    @Test
    void differentExpectedStateIsAMissEvenIfInRange() {
        BacktestCase within = of(List.of(past("new-a", "crimea-2014", "WEAKENING", false, "")))
                .cases()
                .get(0);
        assertThat(within.stateHit()).isEqualTo(StateHit.IN_RANGE);
        BacktestCase outside = of(List.of(past("new-a", "crimea-2014", "OPERATIONAL_ALLIANCE", false, "")))
                .cases()
                .get(0);
        assertThat(outside.stateHit()).isEqualTo(StateHit.MISSED);
    }

    @Test
    void baseRateComesFromTheBookForTheHorizonNotFromAssumptions() {
        Scenario tenYears =
                Shipped.parse("{\"id\": \"new-a\", \"title\": \"T\", \"horizonYears\": 10, \"readings\": {},"
                        + " \"assumptions\": {\"baseRatePercent\": 40}, \"observed\": {\"relationship\": \"MIXED\","
                        + " \"allianceInForce\": false, \"source\": \"test\"}}");
        BacktestResult result = of(List.of(tenYears));
        assertThat(result.cases().get(0).baseRatePercent()).isEqualTo(11.6);
        assertThat(result.scores().baseRate()).isEqualTo(0.013456);
        assertThat(result.assumptions()).hasSize(1);
    }

    @Test
    void outOfSampleCasesAreScoredSeparately() {
        List<Scenario> both = new ArrayList<>(shipped());
        both.add(past("new-a", TODAY, "STRATEGIC_PARTNERSHIP", false, ""));
        both.add(past("new-b", TODAY, "STRATEGIC_PARTNERSHIP", true, ""));
        BacktestResult result = of(both);
        assertThat(result.inSampleCount()).isEqualTo(7);
        BrierScores outOfSampleScores = result.outOfSample().orElseThrow();
        assertThat(outOfSampleScores.cases()).isEqualTo(2);
        // 0.100² and (1 − 0.100)² through two.
        assertThat(outOfSampleScores.verdicts()).isEqualTo(0.41);
        assertThat(of(shipped()).outOfSample()).isEmpty();
        assertThat(of(both.subList(both.size() - 2, both.size())).outOfSample()).isEmpty();
    }

    @Test
    void calibrationTableNeedsThirtyCases() {
        List<Scenario> cases = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            // 10.0 % with the treaty of 2001, 1.5 % with deaths at the border.
            String parent = i < 20 ? TODAY : "central-asian-incident";
            cases.add(past("new-" + i, parent, "MIXED", i % 10 == 0, ""));
        }
        assertThat(of(cases).calibration()).isEmpty();
        cases.add(past("new-29", "total-decoupling", "MIXED", true, ""));
        assertThat(of(cases).calibration())
                .containsExactly(
                        new CalibrationRow(Band.ALMOST_NO_CHANCE, 9, 1.5, 1),
                        new CalibrationRow(Band.VERY_UNLIKELY, 20, 10.0, 2),
                        new CalibrationRow(Band.ROUGHLY_EVEN, 1, 51.3, 1));
        assertThat(of(cases).calibration().get(1).observedPercent()).isEqualTo(10);
    }

    @Test
    void noObservedOutcomeGivesNoResult() {
        assertThat(BacktestResult.of(Shipped.ASSESSOR, s -> true, List.of(Shipped.scenario(TODAY))))
                .isEmpty();
    }

    @Test
    void differentAssumptionsGiveDifferentScores() {
        ScenarioOverrides without = new ScenarioOverrides(Map.of(), Optional.empty(), List.of("us_reaction"));
        List<Scenario> changed =
                shipped().stream().map(s -> Shipped.scenario(s.id(), without)).toList();
        assertThat(of(changed).scores().verdicts())
                .isGreaterThan(of(shipped()).scores().verdicts());
        assertThat(of(changed).scores().baseRate())
                .isEqualTo(of(shipped()).scores().baseRate());
    }
}

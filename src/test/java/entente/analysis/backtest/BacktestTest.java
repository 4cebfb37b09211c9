package entente.analysis.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.backtest.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestCase.StateHit;
import entente.analysis.backtest.BacktestResult.CalibrationRow;
import entente.model.Band;
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
import org.junit.jupiter.api.Test;

/** Scores against hand calculations. */
class BacktestTest {

    private static final String TODAY = "status-quo-2025";

    private static BacktestResult of(List<Scenario> scenarios) {
        return new Backtest(Shipped.ASSESSOR, scenario -> !scenario.id().startsWith("new-"))
                .run(scenarios)
                .orElseThrow();
    }

    private static List<Scenario> shipped() {
        return Shipped.scenarioIds().stream().map(Shipped::scenario).toList();
    }

    /** The readings of a shipped scenario with another id and an outcome, such as late 2025 with 12.1 %. */
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
        // 0.062², 0.014², 0.094², 0.126², 0.062², (1 − 0.969)² and 0.070² make 0.038457.
        assertThat(scores.verdicts()).isEqualTo(0.005494);
        // Six times 0.083² and once (1 − 0.083)² make 0.882223.
        assertThat(scores.baseRate()).isEqualTo(0.126032);
        // One in seven: 1/7 · 6/7.
        assertThat(scores.climatology()).isEqualTo(0.122449);
        assertThat(scores.gain()).isEqualTo(0.120538);
        assertThat(scores.skill()).isEqualTo(0.956408);
        // The closest bounds: 0.010², 0.010², 0.015², 0.107², 0.010², 0.010² and 0.010² make 0.012174.
        assertThat(scores.best()).isEqualTo(0.001739);
        // The farthest bounds: 0.102², 0.034², 0.121², 0.126², 0.098², (1 − 0.775)² and 0.799² make 0.740707.
        assertThat(scores.worst()).isEqualTo(0.105815);
        assertThat(scores.events()).isEqualTo(1);
    }

    @Test
    void leaveOneOutNamesTheCaseWithMostOfTheGain() {
        BacktestResult.LeaveOneOut without = of(shipped()).leaveOneOut().orElseThrow();
        assertThat(without.id()).isEqualTo("sino-soviet-alliance-1950");
        // 0.037496 through six, and 0.083².
        assertThat(without.scores().verdicts()).isEqualTo(0.006249);
        assertThat(without.scores().baseRate()).isEqualTo(0.006889);
        assertThat(without.scores().skill()).isEqualTo(0.092902);
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
        Scenario missed = past("new-a", "baseline-2018", "OPEN_RIVALRY", true, "");
        BacktestCase one = of(List.of(missed)).cases().get(0);
        assertThat(one.verdict().interval().widthTenths()).isZero();
        assertThat(one.isCorrect()).isFalse();
        assertThat(one.intervalOutcome()).isEqualTo(IntervalOutcome.WRONG);
        assertThat(one.stateHit()).isEqualTo(StateHit.MISSED);
        BrierScores scores = of(List.of(missed)).scores();
        // (1 − 0.059)² and (1 − 0.083)².
        assertThat(scores.verdicts()).isEqualTo(0.885481);
        assertThat(scores.baseRate()).isEqualTo(0.840889);
        assertThat(scores.gain()).isEqualTo(-0.044592);
        assertThat(scores.skill()).isEqualTo(-0.05303);
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
        BrierScores unseen = result.outOfSample().orElseThrow();
        assertThat(unseen.cases()).isEqualTo(2);
        // 0.121² and (1 − 0.121)² through two.
        assertThat(unseen.verdicts()).isEqualTo(0.393641);
        assertThat(of(shipped()).outOfSample()).isEmpty();
        assertThat(of(both.subList(both.size() - 2, both.size())).outOfSample()).isEmpty();
    }

    @Test
    void calibrationTableNeedsThirtyCases() {
        List<Scenario> cases = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            // 12.1 % with the treaty of 2001, 1.9 % with deaths at the border.
            String parent = i < 20 ? TODAY : "central-asian-incident";
            cases.add(past("new-" + i, parent, "MIXED", i % 10 == 0, ""));
        }
        assertThat(of(cases).calibration()).isEmpty();
        cases.add(past("new-29", "total-decoupling", "MIXED", true, ""));
        assertThat(of(cases).calibration())
                .containsExactly(
                        new CalibrationRow(Band.ALMOST_NO_CHANCE, 9, 1.9, 1),
                        new CalibrationRow(Band.VERY_UNLIKELY, 20, 12.1, 2),
                        new CalibrationRow(Band.ROUGHLY_EVEN, 1, 52.0, 1));
        assertThat(of(cases).calibration().get(1).observedPercent()).isEqualTo(10);
    }

    @Test
    void noObservedOutcomeGivesNoResult() {
        assertThat(new Backtest(Shipped.ASSESSOR, s -> true).run(List.of(Shipped.scenario(TODAY))))
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

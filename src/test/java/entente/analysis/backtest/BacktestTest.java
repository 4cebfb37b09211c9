package entente.analysis.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.backtest.BacktestResult.BacktestCase;
import entente.analysis.backtest.BacktestResult.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestResult.BacktestCase.StateHit;
import entente.analysis.backtest.BacktestResult.BrierScores;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.testkit.Records;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Scores against hand calculations. */
class BacktestTest {

    private static final String TODAY = "status-quo-2025";

    /** Scores are rounded to six decimals. */
    private static final Offset<Double> ROUNDED = within(1e-6);

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
                .containsExactlyInAnyOrder("sino-soviet-alliance-1950", "status-conflict-1958");
    }

    @Test
    void shippedScoresAreTheMeansOfTheirSquares() {
        BacktestResult result = of(shipped());
        List<BacktestCase> cases = result.cases();
        BrierScores scores = result.scores();
        double events = cases.stream().filter(BacktestTest::happened).count();
        double verdicts = mean(cases, c -> miss(c, likelihood(c)));
        double baseRate = mean(cases, c -> miss(c, c.baseRatePercent()));
        assertThat(scores.events()).isEqualTo((int) events);
        assertThat(scores.verdicts()).isCloseTo(verdicts, ROUNDED);
        assertThat(scores.baseRate()).isCloseTo(baseRate, ROUNDED);
        assertThat(scores.climatology()).isCloseTo(events / cases.size() * (1 - events / cases.size()), ROUNDED);
        assertThat(scores.gain()).isCloseTo(baseRate - verdicts, ROUNDED);
        assertThat(scores.skill()).isCloseTo((baseRate - verdicts) / baseRate, within(1e-5));
        assertThat(scores.best()).isCloseTo(mean(cases, c -> Math.min(miss(c, low(c)), miss(c, high(c)))), ROUNDED);
        assertThat(scores.worst()).isCloseTo(mean(cases, c -> Math.max(miss(c, low(c)), miss(c, high(c)))), ROUNDED);
    }

    private static boolean happened(BacktestCase one) {
        return one.observed().allianceInForce();
    }

    private static double likelihood(BacktestCase one) {
        return one.verdict().likelihood().value();
    }

    private static double low(BacktestCase one) {
        return one.verdict().interval().low().value();
    }

    private static double high(BacktestCase one) {
        return one.verdict().interval().high().value();
    }

    /** The squared distance of a likelihood from the outcome. */
    private static double miss(BacktestCase one, double percent) {
        return Math.pow((happened(one) ? 1 : 0) - percent / 100, 2);
    }

    private static double mean(List<BacktestCase> cases, ToDoubleFunction<BacktestCase> score) {
        return cases.stream().mapToDouble(score).average().orElseThrow();
    }

    @Test
    void leaveOneOutNamesTheCaseWithMostOfTheGain() {
        BacktestResult result = of(shipped());
        BacktestResult.LeaveOneOut without = result.leaveOneOut().orElseThrow();
        assertThat(without.id()).isEqualTo("sino-soviet-alliance-1950");
        List<BacktestCase> others = result.cases().stream()
                .filter(one -> !one.scenario().id().equals(without.id()))
                .toList();
        assertThat(without.scores().verdicts()).isCloseTo(mean(others, c -> miss(c, likelihood(c))), ROUNDED);
        assertThat(without.scores().baseRate()).isCloseTo(mean(others, c -> miss(c, c.baseRatePercent())), ROUNDED);
    }

    @Test
    void verdictOnTheWrongSideIsWrongAndSettledWithoutOpenReadings() {
        // The readings of 2018 without their ranges.
        Scenario baseline = Shipped.rated("baseline-2018", Map.of());
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
        assertThat(scores.verdicts()).isCloseTo(miss(one, likelihood(one)), ROUNDED);
        assertThat(scores.baseRate()).isCloseTo(miss(one, one.baseRatePercent()), ROUNDED);
        assertThat(scores.gain()).isNegative();
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
            var verdict = Records.with(decoupled.verdict(), "likelihood", likelihood);
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
                        + " \"assumptions\": {\"referenceClass\": \"pooled-1815-2017\"}, \"observed\": {\"relationship\": \"MIXED\","
                        + " \"allianceInForce\": false, \"source\": \"test\"}}");
        BacktestResult result = of(List.of(tenYears));
        assertThat(result.cases().get(0).baseRatePercent()).isEqualTo(1.99);
        assertThat(result.scores().baseRate()).isEqualTo(0.000396);
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
        assertThat(outOfSampleScores.verdicts())
                .isCloseTo(
                        mean(
                                result.cases().stream()
                                        .filter(one -> !one.inSample())
                                        .toList(),
                                c -> miss(c, likelihood(c))),
                        ROUNDED);
        assertThat(of(shipped()).outOfSample()).isEmpty();
        assertThat(of(both.subList(both.size() - 2, both.size())).outOfSample()).isEmpty();
    }
}

package entente.quality.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.assessment.LedgerStatus;
import entente.quality.coverage.RuleCoverage.ConditionCoverage;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CoverageRunTest {

    @Test
    void conditionIsDecisiveOnlyWhileTheOthersHold() {
        // blocking_backfires has conditions on friction and pledges.
        Coverage coverage = over(
                "'sco_institutional_friction': 2, 'bri_pledges_usd_bn': 1",
                "'sco_institutional_friction': 2, 'bri_pledges_usd_bn': 150",
                "'sco_institutional_friction': 2",
                "'sco_institutional_friction': 3");
        List<ConditionCoverage> conditions =
                rule(coverage, "blocking_backfires").conditions();
        assertThat(conditions)
                .extracting(
                        ConditionCoverage::held,
                        ConditionCoverage::failed,
                        ConditionCoverage::heldWithOthers,
                        ConditionCoverage::failedAlone)
                .containsExactly(tuple(1, 3, 0, 1), tuple(1, 1, 0, 0));
        assertThat(rule(over("'sco_institutional_friction': 3, 'bri_pledges_usd_bn': 150"), "blocking_backfires")
                        .conditions())
                .extracting(ConditionCoverage::held, ConditionCoverage::heldWithOthers)
                .containsExactly(tuple(1, 1), tuple(1, 1));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void everyStatusIsCounted() {
        RuleCoverage rule = rule(
                over(
                        "'sco_institutional_friction': 3",
                        "'sco_institutional_friction': 3, 'rus_status_acceptance': 3",
                        "'sco_institutional_friction': 4, 'rus_status_acceptance': 4",
                        "'sco_institutional_friction': 1",
                        ""),
                "sco_blocked");
        assertThat(rule.count(LedgerStatus.FIRED)).isEqualTo(1);
        assertThat(rule.count(LedgerStatus.OVERRIDDEN)).isEqualTo(2);
        assertThat(rule.count(LedgerStatus.NOT_FIRED)).isEqualTo(1);
        assertThat(rule.count(LedgerStatus.UNDETERMINED)).isEqualTo(1);
        assertThat(rule.count(LedgerStatus.DISABLED)).isZero();
        assertThat(rule.silentCount()).isEqualTo(1);
    }

    @Test
    void overridesAreCountedPerClaim() {
        Coverage coverage = over("'sco_institutional_friction': 3, 'rus_status_acceptance': 3");
        assertThat(rule(coverage, "status_accepted").silences())
                .containsEntry("sco_blocked", 1)
                .containsEntry("sco_slow_walking", 1)
                .containsEntry("central_asia_obstruction", 0)
                .as("claims that need a Russia that does not accept")
                .doesNotContainKeys("gap_offends", "great_game_between_them");
        assertThat(rule(over("'sco_institutional_friction': 3"), "status_accepted")
                        .silences())
                .containsEntry("sco_blocked", 0);
    }

    @Test
    void ceilingIsCountedInForceTakingBackAndAtItsLimit() {
        RuleCoverage none = rule(
                CoverageRun.of(
                        Shipped.BOOK.book(),
                        Shipped.ASSESSOR,
                        List.of(),
                        List.of(atBaseRate(5), atBaseRate(20), atBaseRate(30), atBaseRate(70), atBaseRate(90))),
                "no_switch");
        assertThat(none.uses())
                .containsEntry(CoverageItem.Kind.IN_FORCE, 5)
                .containsEntry(CoverageItem.Kind.TAKES_BACK, 1)
                .containsEntry(CoverageItem.Kind.AT_LIMIT, 2);
        Coverage calm = over("");
        assertThat(rule(calm, "decision_lifts_ceiling").uses())
                .containsOnlyKeys(CoverageItem.Kind.IN_FORCE, CoverageItem.Kind.AT_LIMIT);
        assertThat(rule(calm, "working_pact_lifts_ceiling").uses()).containsOnlyKeys(CoverageItem.Kind.IN_FORCE);
        assertThat(rule(calm, "sco_blocked").uses()).isEmpty();
    }

    @Test
    void ruleWithoutConditionsIsSilentWhenOverridden() {
        assertThat(rule(over(""), "no_switch").silentCount()).isZero();
        assertThat(rule(over("'treaty_commitment_level': 4, 'border_or_proxy_incident': 0"), "no_switch")
                        .silentCount())
                .isEqualTo(1);
    }

    @Test
    void onlyCompleteCoverageIs100Percent() {
        CoverageItem seen = new CoverageItem(CoverageItem.Kind.FIRED, "x", empty(), empty(), 3);
        CoverageItem uncovered = new CoverageItem(CoverageItem.Kind.SILENT, "x", empty(), empty(), 0);
        List<CoverageItem> nearly = Stream.concat(Stream.generate(() -> seen).limit(9999), Stream.of(uncovered))
                .toList();
        assertThat(Coverage.tenths(nearly)).isEqualTo(999);
        assertThat(Coverage.tenths(List.of(seen, seen, uncovered))).isEqualTo(666);
        assertThat(Coverage.tenths(List.of(seen))).isEqualTo(1000);
        assertThat(Coverage.tenths(List.of(uncovered))).isZero();
    }

    private static <T> Optional<T> empty() {
        return Optional.empty();
    }

    private static Coverage over(String... readings) {
        List<Scenario> scenarios =
                Stream.of(readings).map(given -> scenario(given, "")).toList();
        return CoverageRun.of(Shipped.BOOK.book(), Shipped.ASSESSOR, List.of(), scenarios);
    }

    private static Scenario atBaseRate(int percent) {
        return scenario("", ", 'assumptions': {'baseRatePercent': " + percent + "}");
    }

    private static Scenario scenario(String readings, String more) {
        return Shipped.parse(
                ("{'id': 'x', 'title': 'X', 'readings': {" + readings + "}" + more + "}").replace('\'', '"'));
    }

    private static RuleCoverage rule(Coverage coverage, String id) {
        return coverage.rules().stream()
                .filter(rule -> rule.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

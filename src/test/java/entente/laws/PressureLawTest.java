package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.scenario.ScenarioOverrides;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws 2, 3, 4, 5 and 7: effects of pressure, tariffs, shocks and incidents. */
@Tag("law")
class PressureLawTest {

    private static final String HOSTILITY = "us_prc_strategic_hostility";
    private static final String TARIFF = "us_avg_tariff_on_prc_pct";
    private static final String SANCTIONS = "western_sanctions_on_rus";
    private static final double HIGHEST_TARIFF = 200;
    private static final double[] TARIFFS = {0, 5, 12, 40, 100, HIGHEST_TARIFF};
    private static final double WAR_TARIFF_FROM = 12;

    /** Law 2, first half. */
    @Test
    void sanctionsOnRussiaAloneRaiseTheLikelihoodByAtMostOneBand() {
        Property.law(RandomWorlds::any, (drawn, random) -> {
            double tariff = random.nextDouble(WAR_TARIFF_FROM);
            for (int hostility = 0; hostility <= 1; hostility++) {
                Scenario scenario = RandomWorlds.with(RandomWorlds.with(drawn, HOSTILITY, hostility), TARIFF, tariff);
                Band[] bands = new Band[5];
                for (int sanctions = 0; sanctions <= 4; sanctions++) {
                    bands[sanctions] = band(RandomWorlds.with(scenario, SANCTIONS, sanctions));
                    for (int fewer = 0; fewer < sanctions; fewer++) {
                        assertThat(bands[sanctions].ordinal() - bands[fewer].ordinal())
                                .as(
                                        "bands from sanctions %d to %d with hostility %d and tariff %s",
                                        fewer, sanctions, hostility, tariff)
                                .isLessThanOrEqualTo(1);
                    }
                }
            }
        });
    }

    /**
     * Law 2, second half: by less than a factor of three of the odds, since bands near an even chance are narrow. A Russia at
     * war with the West is under pressure, whatever its sanctions, and a sudden shock is more than pressure.
     */
    @Test
    void pressureOnChinaAloneRaisesTheOddsByLessThanAFactorOfThree() {
        Property.law(RandomWorlds::any, (drawn, random) -> {
            Scenario scenario = RandomWorlds.with(
                    RandomWorlds.with(
                            RandomWorlds.with(drawn, SANCTIONS, 0), "rus_west_relations", random.nextInt(1, 11)),
                    "shock_suddenness",
                    random.nextInt(3));
            Points[][] results = new Points[5][TARIFFS.length];
            for (int h = 0; h <= 4; h++) {
                for (int t = 0; t < TARIFFS.length; t++) {
                    results[h][t] = Weighed.of(
                                    RandomWorlds.with(RandomWorlds.with(scenario, HOSTILITY, h), TARIFF, TARIFFS[t]))
                            .result();
                    for (int less = 0; less < (h + 1) * (t + 1); less++) {
                        assertThat(results[h][t]
                                        .minus(results[less / (t + 1)][less % (t + 1)])
                                        .value())
                                .as(
                                        "points from hostility %d, tariff %s to %d, %s",
                                        less / (t + 1), TARIFFS[less % (t + 1)], h, TARIFFS[t])
                                .isLessThan(10 * Math.log10(3));
                    }
                }
            }
        });
    }

    /** Law 3. */
    @Test
    void tariffDoesNotRaiseLikelihoodIfRussiaAndWestAreOnGoodTerms() {
        Property.law(RandomWorlds::any, (drawn, random) -> {
            for (int ties = 7; ties <= 10; ties++) {
                Scenario scenario = RandomWorlds.with(drawn, "rus_west_relations", ties);
                Percent highest = likelihood(RandomWorlds.with(scenario, TARIFF, HIGHEST_TARIFF));
                DoubleStream.concat(DoubleStream.of(TARIFFS), random.doubles(3, 0, HIGHEST_TARIFF))
                        .forEach(tariff -> assertThat(highest)
                                .as("likelihood at the highest tariff, against that at %s", tariff)
                                .isLessThanOrEqualTo(likelihood(RandomWorlds.with(scenario, TARIFF, tariff))));
            }
        });
    }

    /** Laws 4 and 5. */
    @Test
    void suddenLossOfTheWestGivesAChanceAndGradualLossDoesNot() {
        Percent sudden = likelihood(decoupled(4));
        assertThat(sudden.value()).isGreaterThanOrEqualTo(15);
        assertThat(sudden.value())
                .isGreaterThanOrEqualTo(
                        10 * likelihood(Shipped.scenario("status-quo-2025")).value());
        for (int suddenness = 0; suddenness <= 2; suddenness++) {
            Percent gradual = likelihood(decoupled(suddenness));
            assertThat(gradual.value()).isLessThan(10);
            assertThat(gradual.value()).isLessThan(sudden.value() / 2);
        }
    }

    private static Scenario decoupled(int suddenness) {
        Map<String, String> sets = new HashMap<>(Map.of(
                "western_sanctions_on_rus", "4",
                "us_avg_tariff_on_prc_pct", "145",
                "prc_export_share_us_pct", "2",
                "prc_export_share_west5_pct", "5",
                "prc_western_tech_access", "0",
                "shared_shock_severity", "4"));
        sets.put("shock_suddenness", String.valueOf(suddenness));
        return Shipped.with("status-quo-2025", sets);
    }

    /** Law 7. */
    @Test
    void incidentWithDeathsLimitsTheLikelihood() {
        Property.law(RandomWorlds::any, (drawn, random) -> {
            for (int incident = 3; incident <= 4; incident++) {
                Weighed weighed = Weighed.of(RandomWorlds.with(drawn, "border_or_proxy_incident", incident));
                assertThat(weighed.likelihood().band()).isEqualTo(Band.BELOW_ONE_PERCENT);
                assertThat(weighed.relationship()).isLessThanOrEqualTo(Relationship.WEAKENING);
            }
        });
        Property.forAll(Property.cases(), RandomWorlds::any, (drawn, random) -> {
            var verdict = Shipped.ASSESSOR
                    .assess(RandomWorlds.with(drawn, "border_or_proxy_incident", 3 + random.nextInt(2)))
                    .verdict();
            assertThat(verdict.interval().high().band()).isEqualTo(Band.BELOW_ONE_PERCENT);
            assertThat(verdict.relationships()).allMatch(r -> r.compareTo(Relationship.WEAKENING) <= 0);
        });
    }

    /** The limit applies even if all other readings favour an alliance and the lowest ceiling is disabled. */
    @Test
    void incidentLimitHoldsForAllOtherReadings() {
        ScenarioOverrides extreme = new ScenarioOverrides(
                Map.ofEntries(
                        Map.entry("border_or_proxy_incident", "3"),
                        Map.entry("treaty_commitment_level", "4"),
                        Map.entry("political_will_to_ally", "4"),
                        Map.entry("interoperability_stage", "4"),
                        Map.entry("rus_status_acceptance", "4"),
                        Map.entry("rus_elite_balancing_sentiment", "0"),
                        Map.entry("prc_nonalignment_adherence", "0"),
                        Map.entry("central_asia_competition", "0"),
                        Map.entry("sco_institutional_friction", "0"),
                        Map.entry("us_reaction_severity_expected", "0")),
                Optional.empty(),
                List.of("no_switch"));
        Assessment assessment = Shipped.ASSESSOR.assess(Shipped.scenario("taiwan-war", extreme));
        CeilingEffect incident = assessment.balance().ceilings().get(0);
        Points knee = incident.ceiling().knee();
        Points below = assessment
                .balance()
                .raw()
                .minus(knee)
                .times(1 - incident.ceiling().share());
        double limit = incident.ceiling().limitPercent().orElseThrow();
        assertThat(below.plus(knee).percent())
                .as("what its share alone would leave")
                .isGreaterThan(limit);
        assertThat(assessment.verdict().likelihood().value()).isEqualTo(limit);
    }

    private static Band band(Scenario scenario) {
        return likelihood(scenario).band();
    }

    private static Percent likelihood(Scenario scenario) {
        return Weighed.of(scenario).likelihood();
    }
}

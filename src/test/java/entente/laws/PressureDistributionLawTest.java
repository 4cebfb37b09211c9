package entente.laws;

import static entente.testkit.UncertainWorlds.among;
import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import entente.testkit.UncertainWorlds;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws 2 to 6 for uncertain readings: effects of pressure, tariffs, shocks and better relations with the West. */
@Tag("law")
class PressureDistributionLawTest {

    private static final double ROUNDING = 1e-12;
    private static final String HOSTILITY = "us_prc_strategic_hostility";
    private static final String TARIFF = "us_avg_tariff_on_prc_pct";
    private static final String SANCTIONS = "western_sanctions_on_rus";
    private static final String TIES = "rus_west_relations";
    private static final String SUDDENNESS = "shock_suddenness";
    private static final Grade[] KNOWN = UncertainWorlds.KNOWN.toArray(Grade[]::new);
    private static final Exploration EXPLORATION = new Exploration(Shipped.ASSESSOR);

    /** Law 2, first half. */
    @Test
    void sanctionsOnRussiaAloneLiftNoCaseByTwoBands() {
        forUncertain((scenario, random) -> {
            Scenario calm = with(
                    with(scenario, among(HOSTILITY, random, Grade.VERY_LOW, Grade.LOW)),
                    among(TARIFF, random, Grade.VERY_LOW, Grade.LOW));
            assertThatNoCaseIsTwoBandsHigher(
                    explore(with(calm, among(SANCTIONS, random, KNOWN))),
                    explore(with(calm, among(SANCTIONS, random, KNOWN))));
        });
    }

    /** Law 3. */
    @Test
    void highestTariffMakesNoBandMoreProbableIfRussiaAndWestAreOnGoodTerms() {
        forUncertain((scenario, random) -> {
            Scenario friendly = with(scenario, among(TIES, random, Grade.HIGH, Grade.VERY_HIGH));
            assertThatNoBandIsReachedMoreOften(
                    explore(with(friendly, among(TARIFF, random, KNOWN))),
                    explore(with(friendly, among(TARIFF, random, Grade.VERY_HIGH))));
        });
    }

    /** Laws 4 and 5. */
    @Test
    void lossOfTheWestGivesAChanceIfItIsSudden() {
        Scenario decoupled = Shipped.with(
                "status-quo-2025",
                Map.of(
                        SANCTIONS,
                        "4",
                        TARIFF,
                        "145",
                        "prc_export_share_us_pct",
                        "2",
                        "prc_export_share_west5_pct",
                        "5",
                        "prc_western_tech_access",
                        "0",
                        "shared_shock_severity",
                        "4"));
        Property.forAll(10, random -> decoupled, (scenario, random) -> {
            ExplorationResult gradual =
                    explore(with(scenario, among(SUDDENNESS, random, Grade.VERY_LOW, Grade.LOW, Grade.MODERATE)));
            ExplorationResult sudden = explore(with(scenario, among(SUDDENNESS, random, Grade.VERY_HIGH)));
            assertThat(sudden.verdict().quantile(ROUNDING).value()).isGreaterThanOrEqualTo(15);
            assertThat(gradual.verdict().quantile(1 - ROUNDING).value()).isLessThan(10);
        });
    }

    /** Law 6, and that the same holds for the relationship, which follows from points that all fall or stay. */
    @Test
    void betterRelationsWithTheWestMakeNoCloserRelationshipMoreProbable() {
        forUncertain((scenario, random) -> {
            double[] worse = UncertainWorlds.weights(random);
            double[] better = UncertainWorlds.raised(worse, random);
            ExplorationResult before = explore(with(scenario, ties(worse)));
            ExplorationResult after = explore(with(scenario, ties(better)));
            assertThatNoBandIsReachedMoreOften(before, after);
            for (Relationship state : Relationship.values()) {
                assertThat(atLeast(after, state))
                        .as("at least %s", state)
                        .isLessThanOrEqualTo(atLeast(before, state) + ROUNDING);
            }
        });
    }

    private interface Law {
        void check(Scenario scenario, SplittableRandom random);
    }

    private static void forUncertain(Law law) {
        Property.forAll(
                Math.max(1, Property.cases() / 5),
                RandomWorlds::any,
                (drawn, random) -> law.check(UncertainWorlds.uncertain(drawn, random), random));
    }

    private static void assertThatNoCaseIsTwoBandsHigher(ExplorationResult one, ExplorationResult other) {
        for (int band = 0; band + 1 < Band.values().length; band++) {
            assertThat(other.verdict().atLeast(Band.values()[band + 1]))
                    .as("at least %s", Band.values()[band + 1])
                    .isLessThanOrEqualTo(one.verdict().atLeast(Band.values()[band]) + ROUNDING);
        }
    }

    private static void assertThatNoBandIsReachedMoreOften(ExplorationResult before, ExplorationResult after) {
        for (Band band : Band.values()) {
            assertThat(after.verdict().atLeast(band))
                    .as("at least %s", band)
                    .isLessThanOrEqualTo(before.verdict().atLeast(band) + ROUNDING);
        }
    }

    private static double atLeast(ExplorationResult result, Relationship least) {
        double probability = 0;
        for (Relationship state : Relationship.values()) {
            probability += state.compareTo(least) >= 0 ? result.relationships().probability(state) : 0;
        }
        return probability;
    }

    private static Reading ties(double[] weights) {
        return UncertainWorlds.weighted(Shipped.BOOK.book().catalogue().indicator(TIES), weights);
    }

    private static Scenario with(Scenario scenario, Reading reading) {
        return RandomWorlds.with(scenario, reading);
    }

    private static ExplorationResult explore(Scenario scenario) {
        return EXPLORATION.explore(scenario);
    }
}

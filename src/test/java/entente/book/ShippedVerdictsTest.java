package entente.book;

import static entente.domain.Band.ALMOST_NO_CHANCE;
import static entente.domain.Band.ROUGHLY_EVEN;
import static entente.domain.Band.VERY_UNLIKELY;
import static entente.domain.Relationship.FORMAL_ALLIANCE;
import static entente.domain.Relationship.INFORMAL_ALLIANCE;
import static entente.domain.Relationship.MIXED;
import static entente.domain.Relationship.OPEN_RIVALRY;
import static entente.domain.Relationship.OPERATIONAL_ALLIANCE;
import static entente.domain.Relationship.STRATEGIC_PARTNERSHIP;
import static entente.domain.Relationship.WEAKENING;
import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.domain.Assessment;
import entente.domain.Band;
import entente.domain.ConfidenceLevel;
import entente.domain.Flag;
import entente.domain.GroupKind;
import entente.domain.GroupResult;
import entente.domain.Relationship;
import entente.domain.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * What the article's logic says of each shipped scenario. All in one test: the verdicts are a property of the whole
 * book, and mending one must show what it breaks.
 */
class ShippedVerdictsTest {

    private static final int NO_ALLIANCE_BELOW = 20;
    /** The least width of a state: what is well below another lies this many points below. */
    private static final double WELL_BELOW = 4;

    /** A world of today or to come. */
    private record Expected(Band band, Set<Flag> flags, Relationship... relationships) {
        static Expected of(Band band, Relationship... relationships) {
            return new Expected(band, Set.of(), relationships);
        }
    }

    /**
     * A world of the past, of which much is unknown: the state must lie among those that the unknowns allow.
     *
     * @param alliance whether one was in force and working; empty where nobody can say
     */
    private record Past(Optional<Boolean> alliance, boolean hollow, Relationship... relationships) {}

    private static final Map<String, Expected> PROSPECTIVE = new TreeMap<>(Map.of(
            "baseline-2018", Expected.of(VERY_UNLIKELY, STRATEGIC_PARTNERSHIP),
            "status-quo-2025", Expected.of(VERY_UNLIKELY, STRATEGIC_PARTNERSHIP),
            "total-decoupling", new Expected(ROUGHLY_EVEN, Set.of(Flag.WITHIN_REACH), OPERATIONAL_ALLIANCE),
            "us-russia-reset", Expected.of(ALMOST_NO_CHANCE, WEAKENING),
            "central-asian-incident", Expected.of(ALMOST_NO_CHANCE, WEAKENING, OPEN_RIVALRY),
            "western-reengagement", Expected.of(ALMOST_NO_CHANCE, MIXED, STRATEGIC_PARTNERSHIP),
            "taiwan-war", new Expected(ROUGHLY_EVEN, Set.of(Flag.WITHIN_REACH), OPERATIONAL_ALLIANCE),
            "creeping-sanctions", new Expected(VERY_UNLIKELY, Set.of(Flag.ALLIANCE_WITHOUT_TREATY), INFORMAL_ALLIANCE),
            "treaty-with-teeth", new Expected(VERY_UNLIKELY, Set.of(Flag.ALLIANCE_WITHOUT_TREATY), INFORMAL_ALLIANCE),
            "russian-turn-west", Expected.of(ALMOST_NO_CHANCE, WEAKENING)));

    private static final Map<String, Past> HISTORICAL = new TreeMap<>(Map.of(
            "sino-soviet-alliance-1950", new Past(Optional.of(true), false, FORMAL_ALLIANCE, OPERATIONAL_ALLIANCE),
            "status-conflict-1958", new Past(Optional.empty(), true, WEAKENING, MIXED),
            "border-war-1969", new Past(Optional.of(false), true, OPEN_RIVALRY),
            "bandwagon-2001", new Past(Optional.of(false), false, WEAKENING, MIXED, STRATEGIC_PARTNERSHIP),
            "sco-veto-2010", new Past(Optional.of(false), false, MIXED, STRATEGIC_PARTNERSHIP),
            "crimea-2014", new Past(Optional.of(false), false, STRATEGIC_PARTNERSHIP),
            "no-limits-2022", new Past(Optional.of(false), false, STRATEGIC_PARTNERSHIP)));

    @Test
    void everyShippedScenarioHasTheVerdictThatTheArticlesLogicGivesIt() {
        SoftAssertions all = new SoftAssertions();
        PROSPECTIVE.forEach((id, expected) -> {
            Verdict verdict = Shipped.assess(id).verdict();
            all.assertThat(verdict.likelihood().band())
                    .as("%s: band of %s", id, verdict.likelihood())
                    .isEqualTo(expected.band());
            all.assertThat(verdict.relationship())
                    .as("%s: relationship", id)
                    .get()
                    .isIn((Object[]) expected.relationships());
            all.assertThat(verdict.flags()).as("%s: flags", id).isEqualTo(expected.flags());
        });
        HISTORICAL.forEach((id, past) -> {
            Verdict verdict = Shipped.assess(id).verdict();
            all.assertThat(verdict.relationships()).as("%s: relationships", id).containsAnyOf(past.relationships());
            verdict.relationship()
                    .ifPresent(r -> all.assertThat(r).as("%s: relationship", id).isIn((Object[]) past.relationships()));
            past.alliance()
                    .ifPresent(alliance -> all.assertThat(verdict.likelihood().value() >= NO_ALLIANCE_BELOW)
                            .as("%s: an alliance, at %s", id, verdict.likelihood())
                            .isEqualTo(alliance));
            all.assertThat(verdict.flags().contains(Flag.HOLLOW_ALLIANCE))
                    .as("%s: hollow", id)
                    .isEqualTo(past.hollow());
        });
        details(all);
        all.assertAll();
    }

    /** What the scenarios' notes say beyond band and state. */
    private static void details(SoftAssertions all) {
        Assessment today = Shipped.assess("status-quo-2025");
        double depth = today.balance().partnership().value();
        double next = Shipped.BOOK
                .book()
                .relationship()
                .floors()
                .get(INFORMAL_ALLIANCE)
                .value();
        all.assertThat(depth).as("status-quo-2025: P just below the next state").isBetween(next - 2, next);
        all.assertThat(Shipped.assess("western-reengagement")
                        .balance()
                        .partnership()
                        .value())
                .as("western-reengagement: P well below that of 2025")
                .isLessThan(depth - WELL_BELOW);
        all.assertThat(Shipped.assess("baseline-2018").confidence().level())
                .as("baseline-2018: confidence")
                .isEqualTo(ConfidenceLevel.MODERATE);
        for (String id : List.of("taiwan-war", "total-decoupling")) {
            all.assertThat(Shipped.assess(id).confidence().level())
                    .as("%s: confidence", id)
                    .isEqualTo(ConfidenceLevel.LOW);
        }
        String first = Shipped.assess("baseline-2018").groups().stream()
                .filter(g -> g.group().kind() == GroupKind.BARRIER)
                .min(Comparator.comparing(GroupResult::alliancePoints))
                .orElseThrow()
                .group()
                .id();
        all.assertThat(first).as("baseline-2018: the leading barrier").isEqualTo("us_reaction");
    }

    @Test
    void noShippedScenarioIsLeftOut() {
        assertThat(Shipped.scenarioIds())
                .hasSize(17)
                .allMatch(id -> PROSPECTIVE.containsKey(id) != HISTORICAL.containsKey(id));
    }
}

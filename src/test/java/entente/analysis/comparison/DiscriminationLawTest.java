package entente.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Law 13: the rule book discriminates. Always ten thousand graded scenarios, since shares need a large sample. */
@Tag("law")
class DiscriminationLawTest {

    private static final int WORLDS = 10_000;
    private static final List<String> PROSPECTIVE = List.of(
            "baseline-2018",
            "status-quo-2025",
            "total-decoupling",
            "us-russia-reset",
            "central-asian-incident",
            "western-reengagement",
            "taiwan-war",
            "creeping-sanctions",
            "treaty-with-teeth",
            "russian-turn-west");
    private static final RuleBook BOOK = Shipped.BOOK.book();
    private static final ScoringModel WEIGHING = new ScoringModel(BOOK, Shipped.BOOK.tables(), Assumptions.NONE);
    private static final Points BASE = ScoringModel.basePoints(BOOK, Assumptions.NONE, 5);

    @Test
    void bandsAreSpreadNearTheScenariosAndSingleMovesHaveEffect() {
        List<Grade[]> starts = PROSPECTIVE.stream()
                .map(id -> ScoredScenario.grades(Shipped.scenario(id), BOOK.catalogue()))
                .toList();
        Map<Band, Integer> worlds = new EnumMap<>(Band.class);
        int moving = 0;
        for (int n = 0; n < WORLDS; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Grade[] world = starts.get(random.nextInt(starts.size())).clone();
            for (int i = 0; i < world.length; i++) {
                int step = random.nextInt(3) - 1;
                world[i] = moved(world[i], step);
            }
            worlds.merge(band(world), 1, Integer::sum);
            moving += someSingleMoveTells(world) ? 1 : 0;
        }
        assertThat(worlds).as("bands reached").hasSizeGreaterThanOrEqualTo(7);
        // Most worlds near these scenarios belong below one percent, by the readers of rules/panel.json too.
        worlds.forEach((band, count) -> assertThat(count)
                .as("worlds by band: %s", worlds)
                .isLessThanOrEqualTo(band == Band.BELOW_ONE_PERCENT ? WORLDS * 2 / 3 : WORLDS / 4));
        assertThat(moving)
                .as("worlds in which a single move changes the likelihood by a point")
                .isGreaterThanOrEqualTo(WORLDS * 95 / 100);
    }

    /** The next grade up or down, if any. */
    private static Grade moved(Grade grade, int step) {
        int last = Grade.VERY_HIGH.ordinal();
        return grade == Grade.UNKNOWN
                ? grade
                : Grade.values()[Math.max(Grade.VERY_LOW.ordinal(), Math.min(last, grade.ordinal() + step))];
    }

    private static boolean someSingleMoveTells(Grade[] world) {
        Points before = WEIGHING.outcome(world, BASE).result();
        for (int i = 0; i < world.length; i++) {
            Grade here = world[i];
            for (int step = -1; step <= 1; step += 2) {
                world[i] = moved(here, step);
                Points after = WEIGHING.outcome(world, BASE).result();
                world[i] = here;
                if (Math.abs(after.minus(before).value()) >= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Band band(Grade[] world) {
        return Percent.of(WEIGHING.outcome(world, BASE).result()).band();
    }

    @Test
    void everyBandAndEveryStateIsReachable() {
        List<Weighed> answers = witnesses().map(Weighed::of).toList();
        assertThat(answers).extracting(a -> a.likelihood().band()).contains(Band.values());
        assertThat(answers).extracting(Weighed::relationship).contains(Relationship.values());
    }

    /** The shipped scenarios, and pacts and decisions that none of them has. */
    private static Stream<Scenario> witnesses() {
        Map<String, String> paper = Map.of("treaty_commitment_level", "4");
        Map<String, String> working = Map.of(
                "treaty_commitment_level", "4",
                "interoperability_stage", "4",
                "political_will_to_ally", "4",
                "prc_nonalignment_adherence", "0");
        return Stream.concat(
                Shipped.scenarioIds().stream().map(Shipped::scenario),
                Stream.of(
                        Shipped.with("baseline-2018", paper),
                        Shipped.with("status-quo-2025", paper),
                        Shipped.with("status-quo-2025", working),
                        Shipped.with(
                                "status-quo-2025",
                                Map.of("treaty_commitment_level", "4", "interoperability_stage", "4")),
                        Shipped.with(
                                "status-quo-2025",
                                Map.of(
                                        "political_will_to_ally", "4",
                                        "shared_shock_severity", "3",
                                        "shock_suddenness", "4")),
                        Shipped.with("total-decoupling", working)));
    }
}

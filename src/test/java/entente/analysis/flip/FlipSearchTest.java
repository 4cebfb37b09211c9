package entente.analysis.flip;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Scenario;
import entente.model.assessment.ReadingMove;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class FlipSearchTest {

    private static final FlipSearch FLIPS = new FlipSearch(Shipped.ASSESSOR);

    static Stream<String> scenarios() {
        return Shipped.scenarioIds().stream();
    }

    private static List<FlipTarget> targets() {
        List<FlipTarget> targets = new ArrayList<>(List.of(FlipTarget.UP, FlipTarget.DOWN));
        for (Band band : Band.values()) {
            targets.add(FlipTarget.to(band));
        }
        return targets;
    }

    /** Trying every grade of every reading with full assessments gives the same sets of one reading. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void singleReadingFlipsMatchBruteForce(String id) {
        Scenario scenario = Shipped.scenario(id);
        Band now = Shipped.ASSESSOR.assess(scenario).verdict().likelihood().band();
        Map<String, Set<Band>> reached = new TreeMap<>();
        for (Indicator indicator : Shipped.BOOK.book().catalogue().indicators()) {
            for (Grade grade : Grade.values()) {
                if (grade != Grade.UNKNOWN) {
                    double value = grade == Grade.VERY_LOW
                            ? indicator.low()
                            : indicator.scale().from(grade);
                    Scenario moved = Shipped.with(id, Map.of(indicator.id(), Numbers.plain(value)));
                    reached.computeIfAbsent(indicator.id(), k -> new TreeSet<>())
                            .add(Shipped.ASSESSOR
                                    .assess(moved)
                                    .verdict()
                                    .likelihood()
                                    .band());
                }
            }
        }
        for (FlipTarget target : targets()) {
            FlipResult result = FLIPS.find(scenario, target, Set.of(), 1);
            Set<String> expected = new TreeSet<>();
            reached.forEach((indicator, bands) -> {
                if (!target.isMet(now, now) && bands.stream().anyMatch(band -> target.isMet(now, band))) {
                    expected.add(indicator);
                }
            });
            assertThat(result.flips().stream()
                            .map(flip -> flip.moves().get(0).indicator())
                            .toList())
                    .as("%s", target)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void leastEffortComesFirstAndReadingsAreListedOnce() {
        FlipResult result = FLIPS.find(Shipped.scenario("status-quo-2025"), FlipTarget.UP, Set.of(), 3);
        assertThat(result.flips()).extracting(Flip::steps).isSorted();
        assertThat(result.flips())
                .extracting(flip ->
                        flip.moves().stream().map(ReadingMove::indicator).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void lockedReadingsStay() {
        Scenario scenario = Shipped.scenario("status-quo-2025");
        Set<String> locked = new TreeSet<>();
        FlipTarget up = FlipTarget.UP;
        for (FlipResult result = FLIPS.find(scenario, up, locked, 1);
                !result.flips().isEmpty();
                result = FLIPS.find(scenario, up, locked, 1)) {
            String indicator = result.flips().get(0).moves().get(0).indicator();
            assertThat(locked).doesNotContain(indicator);
            locked.add(indicator);
        }
        assertThat(locked).isNotEmpty();
        assertThat(FLIPS.find(scenario, up, locked, 1).size()).isZero();
    }

    @Test
    void currentBandNeedsNoChange() {
        FlipResult result =
                FLIPS.find(Shipped.scenario("status-quo-2025"), FlipTarget.to(Band.ALMOST_NO_CHANCE), Set.of(), 3);
        assertThat(result.targetAlreadyMet()).isTrue();
        assertThat(result.flips()).isEmpty();
    }
}

package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Points;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.scoring.Weighed;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 14: every reading has an effect. */
@Tag("law")
class SliderLawTest {

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"baseline-2018", "status-quo-2025"})
    void everyReadingMovesAnAnswerInItsMarkedDirection(String id) {
        Scenario scenario = filled(Shipped.scenario(id));
        List<String> dead = new ArrayList<>();
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            boolean waits = gate(indicator) && waitsForReportedConditions(scenario, indicator);
            if (!waits
                    && !moves(scenario, indicator, indicator.low())
                    && !moves(scenario, indicator, indicator.high())) {
                dead.add(indicator.id());
            }
        }
        assertThat(dead).as("readings that move nothing in " + id).isEmpty();
    }

    @Test
    void gateMovesTheAnswerOnceItsOtherConditionsHold() {
        Scenario scenario = Shipped.scenario("total-decoupling");
        RandomWorlds.INDICATORS.stream()
                .filter(SliderLawTest::gate)
                .forEach(gate -> assertThat(moves(scenario, gate, gate.low()))
                        .as(gate.id() + " in total-decoupling")
                        .isTrue());
    }

    /** Fills unknown readings from 2018. */
    private static Scenario filled(Scenario scenario) {
        Scenario filled = scenario;
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            if (scenario.reading(indicator.id()).status() == ReadingStatus.UNKNOWN) {
                filled = RandomWorlds.with(
                        filled, Shipped.scenario("baseline-2018").reading(indicator.id()));
            }
        }
        return filled;
    }

    private static boolean moves(Scenario scenario, Indicator indicator, double end) {
        double here = scenario.reading(indicator.id()).range().orElseThrow().value();
        Weighed before = Weighed.of(scenario);
        Weighed after = Weighed.of(RandomWorlds.with(scenario, indicator.id(), end));
        int direction = Double.compare(end, here);
        return marked(indicator.alliance(), direction, before.result(), after.result())
                || marked(indicator.partnership(), direction, before.partnership(), after.partnership());
    }

    private static boolean marked(Sign sign, int direction, Points before, Points after) {
        int change = direction * after.compareTo(before);
        return switch (sign) {
            case RAISES, GATE -> change > 0;
            case LOWERS, VETO -> change < 0;
            case TWO_SIDED -> change != 0;
            case NOTHING -> false;
        };
    }

    private static boolean gate(Indicator indicator) {
        return indicator.alliance() == Sign.GATE;
    }

    /** At its highest value no rule fires, and each rule that reads it reports the distance of its other conditions. */
    private static boolean waitsForReportedConditions(Scenario scenario, Indicator gate) {
        Scenario open = RandomWorlds.with(scenario, gate.id(), gate.high());
        List<LedgerRow> asking = Shipped.ASSESSOR.assess(open).ledger().stream()
                .filter(row -> row.conditions().stream()
                        .anyMatch(c -> c.condition().indicator().equals(gate.id())))
                .toList();
        return !asking.isEmpty()
                && asking.stream().allMatch(row -> !row.fired() && reportsMissingConditions(row, gate));
    }

    private static boolean reportsMissingConditions(LedgerRow row, Indicator gate) {
        List<ConditionResult> missing =
                row.conditions().stream().filter(c -> !c.met()).toList();
        return !missing.isEmpty()
                && missing.stream()
                        .allMatch(c -> !c.condition().indicator().equals(gate.id())
                                && c.actual().isPresent()
                                && c.distance().isPresent());
    }
}

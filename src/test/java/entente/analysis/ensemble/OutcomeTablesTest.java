package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Parameter;
import entente.model.rule.RelationshipThresholds;
import entente.model.rule.RuleBook;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables equal the model on every hundredth of a point, and so on, below and above every threshold. */
class OutcomeTablesTest {

    private static final RuleBook BOOK = Shipped.BOOK.book();
    private static final int FAR = 6000;
    private static final int SWITCH = 1 << CeilingKind.SWITCH.ordinal();

    @Test
    void percentagesAndBandsAreThoseOfTheModel() {
        for (int hundredths = -FAR; hundredths <= FAR; hundredths++) {
            Percent percent = Percent.of(new Points(hundredths));
            int index = LikelihoodTable.index(hundredths);
            assertThat((int) LikelihoodTable.tenths(index))
                    .as("%d hundredths", hundredths)
                    .isEqualTo(percent.tenths());
            assertThat((int) LikelihoodTable.band(index))
                    .as("%d hundredths", hundredths)
                    .isEqualTo(percent.band().ordinal());
        }
    }

    @Test
    void ceilingsAreThoseOfTheModelInTheirOrder() {
        CeilingTable table = new CeilingTable(BOOK);
        for (int signals = 0; signals < OutcomeColumns.HOLLOW << 1; signals++) {
            Ceiling last = null;
            for (CeilingKind kind : CeilingKind.values()) {
                boolean holds = (signals & 1 << kind.ordinal()) != 0 && kind != CeilingKind.INCIDENT;
                last = holds ? BOOK.ceilings().get(kind) : last;
            }
            boolean incident = (signals & 1 << CeilingKind.INCIDENT.ordinal()) != 0;
            for (int hundredths = -FAR; hundredths <= FAR; hundredths += 7) {
                Points points = new Points(hundredths);
                points = last == null ? points : last.apply(points);
                points = incident ? BOOK.ceilings().get(CeilingKind.INCIDENT).apply(points) : points;
                assertThat(table.apply(signals, hundredths))
                        .as("signals %d, %d hundredths", signals, hundredths)
                        .isEqualTo(points.hundredths());
            }
        }
        assertThat(table.apply(0, PackedPoints.MAX)).isEqualTo(PackedPoints.MAX);
        assertThat(table.apply(0, -PackedPoints.MAX)).isEqualTo(-PackedPoints.MAX);
    }

    @Test
    void floorsAreThoseOfTheModel() {
        Map<Relationship, Parameter> unordered = Map.of(
                Relationship.WEAKENING, new Parameter(-4, ""),
                Relationship.MIXED, new Parameter(9, ""),
                Relationship.STRATEGIC_PARTNERSHIP, new Parameter(3, ""));
        for (RelationshipThresholds thresholds : List.of(BOOK.relationship(), thresholds(unordered, 45, 45))) {
            RelationshipTable table = new RelationshipTable(thresholds);
            for (int hundredths = -FAR; hundredths <= FAR; hundredths++) {
                assertThat(state(table, hundredths, 0, 0))
                        .as("%d hundredths", hundredths)
                        .isEqualTo(thresholds.floor(new Points(hundredths)));
            }
        }
    }

    @Test
    void allianceIsOperationalFromTheThresholdOnly() {
        for (double pact : List.of(0.5, 1.0, 12.3, 45.0, 55.0, 99.0, 99.5)) {
            double open = 100 - pact;
            RelationshipThresholds thresholds =
                    thresholds(Map.of(Relationship.INFORMAL_ALLIANCE, new Parameter(5, "")), pact, open);
            RelationshipTable table = new RelationshipTable(thresholds);
            for (int hundredths = -FAR; hundredths <= FAR; hundredths++) {
                assertThat(state(table, 500, hundredths, OutcomeColumns.PACT))
                        .as("pact operational from %s, %d hundredths", pact, hundredths)
                        .isEqualTo(
                                reaches(hundredths, pact)
                                        ? Relationship.OPERATIONAL_ALLIANCE
                                        : Relationship.FORMAL_ALLIANCE);
                assertThat(state(table, 500, hundredths, SWITCH))
                        .as("switch operational from %s, %d hundredths", open, hundredths)
                        .isEqualTo(
                                reaches(hundredths, open)
                                        ? Relationship.OPERATIONAL_ALLIANCE
                                        : Relationship.INFORMAL_ALLIANCE);
            }
        }
    }

    /** A tenth of a point below the exact threshold, points do not count whatever they are rounded to. */
    private static boolean reaches(int hundredths, double percent) {
        return hundredths >= Points.ofPercent(percent).hundredths() - 10
                && Percent.of(new Points(hundredths)).value() >= percent;
    }

    private static RelationshipThresholds thresholds(
            Map<Relationship, Parameter> floors, double withPact, double withSwitch) {
        return new RelationshipThresholds(floors, "pact", new Parameter(withPact, ""), new Parameter(withSwitch, ""));
    }

    private static Relationship state(RelationshipTable table, int partnership, int result, int signals) {
        return Relationship.values()[RelationshipTable.state(table.judgement(partnership, result, signals))];
    }
}

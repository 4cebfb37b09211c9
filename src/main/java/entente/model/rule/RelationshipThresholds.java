package entente.model.rule;

import entente.model.Points;
import entente.model.Relationship;
import java.util.Map;
import java.util.Optional;

/**
 * Thresholds that map partnership points to a state and the likelihood to an operational alliance.
 *
 * @param floors lowest partnership points of WEAKENING, MIXED, STRATEGIC_PARTNERSHIP and INFORMAL_ALLIANCE
 * @param pactTag tag of the claims that a defence pact is in force, which an override can declare hollow
 * @param withPact likelihood in percent from which a pact in force counts as operational
 * @param withSwitch likelihood in percent from which an open switch counts as operational
 */
public record RelationshipThresholds(
        Map<Relationship, Parameter> floors, String pactTag, Parameter withPact, Parameter withSwitch) {

    /** Whether a rule claims that a defence pact is in force. */
    public boolean isPact(Rule rule) {
        return rule.kind() == RuleKind.CLAIM && rule.tags().contains(pactTag);
    }

    public Relationship floor(Points partnership) {
        Relationship floor = Relationship.OPEN_RIVALRY;
        for (Map.Entry<Relationship, Parameter> from : floors.entrySet()) {
            if (from.getKey().compareTo(floor) > 0
                    && partnership.compareTo(Points.of(from.getValue().value())) >= 0) {
                floor = from.getKey();
            }
        }
        return floor;
    }

    /** The lowest points of a state; empty for states without a floor. */
    public Optional<Points> floorStart(Relationship state) {
        return Optional.ofNullable(floors.get(state)).map(figure -> Points.of(figure.value()));
    }
}

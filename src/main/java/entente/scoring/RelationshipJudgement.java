package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.CeilingKind;
import entente.model.rule.RelationshipThresholds;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state of the relationship implied by an outcome: the floor given by the partnership points, modified by a pact,
 * an open switch or an incident.
 *
 * @param floor the state implied by the partnership points alone
 * @param pact whether a defence pact is in force and not hollow
 * @param incident whether the incident ceiling applies
 */
public record RelationshipJudgement(
        Relationship relationship, Relationship floor, Set<VerdictFlag> flags, boolean pact, boolean incident) {

    public static RelationshipJudgement of(ScoringModel model, ScoringOutcome outcome, boolean[] satisfied) {
        RelationshipThresholds cuts = model.book().relationship();
        Relationship floor = cuts.floor(outcome.partnership());
        boolean pact = false;
        boolean hollow = false;
        for (int r = 0; r < satisfied.length; r++) {
            if (satisfied[r] && model.claimsPact(r) && !model.disabled(r)) {
                pact |= outcome.effective()[r];
                hollow |= !outcome.effective()[r];
            }
        }
        boolean incident = outcome.ceilings().stream().anyMatch(c -> c.kind() == CeilingKind.INCIDENT);
        Points result = outcome.result();
        Relationship state = relationship(cuts, floor, pact, outcome.switchOpen(), incident, result);
        boolean withinReach = state == Relationship.OPERATIONAL_ALLIANCE && !pact;
        Set<VerdictFlag> flags = EnumSet.noneOf(VerdictFlag.class);
        if (hollow) {
            flags.add(VerdictFlag.HOLLOW_ALLIANCE);
        }
        if (withinReach) {
            flags.add(VerdictFlag.WITHIN_REACH);
        }
        if (!pact && !hollow && !withinReach && state.compareTo(Relationship.INFORMAL_ALLIANCE) >= 0) {
            flags.add(VerdictFlag.ALLIANCE_WITHOUT_TREATY);
        }
        return new RelationshipJudgement(state, floor, flags, pact, incident);
    }

    /**
     * The state of the relationship.
     *
     * @param floor the state implied by the partnership points alone
     * @param pact whether a defence pact is in force and not hollow
     * @param switchOpen whether the switch holds
     * @param incident whether the ceiling of an incident applies
     * @param result alliance points after ceilings
     */
    public static Relationship relationship(
            RelationshipThresholds cuts,
            Relationship floor,
            boolean pact,
            boolean switchOpen,
            boolean incident,
            Points result) {
        boolean binding = pact && floor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) >= 0;
        boolean opened = switchOpen && floor == Relationship.INFORMAL_ALLIANCE;
        boolean operational = (binding && atLeast(result, cuts.withPact().value()))
                || (opened && atLeast(result, cuts.withSwitch().value()));
        Relationship state =
                operational ? Relationship.OPERATIONAL_ALLIANCE : binding ? Relationship.FORMAL_ALLIANCE : floor;
        return incident && state.compareTo(Relationship.WEAKENING) > 0 ? Relationship.WEAKENING : state;
    }

    /** Compares the rounded percentage, which is only computed near the threshold. */
    private static boolean atLeast(Points result, double percent) {
        Points near = new Points(Points.ofPercent(percent).hundredths() - 10);
        return result.compareTo(near) >= 0 && Percent.of(result).value() >= percent;
    }
}

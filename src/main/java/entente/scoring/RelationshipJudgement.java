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
        boolean binding = pact && floor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) >= 0;
        boolean opened = outcome.switchOpen() && floor == Relationship.INFORMAL_ALLIANCE;
        boolean operational = (binding && atLeast(outcome, cuts.withPact().value()))
                || (opened && atLeast(outcome, cuts.withSwitch().value()));
        Relationship state =
                operational ? Relationship.OPERATIONAL_ALLIANCE : binding ? Relationship.FORMAL_ALLIANCE : floor;
        boolean withinReach = operational && !pact;
        if (incident && state.compareTo(Relationship.WEAKENING) > 0) {
            state = Relationship.WEAKENING;
            withinReach = false;
        }
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

    /** Compares the rounded percentage, which is only computed near the threshold. */
    private static boolean atLeast(ScoringOutcome outcome, double percent) {
        Points near = new Points(Points.ofPercent(percent).hundredths() - 10);
        return outcome.result().compareTo(near) >= 0
                && Percent.of(outcome.result()).value() >= percent;
    }
}

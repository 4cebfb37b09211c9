package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook.RelationshipThresholds;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state of the relationship implied by an outcome: the floor given by the partnership points, modified by a pledge (a
 * defence pact in force or an announced decision to conclude one), an open switch or an incident.
 */
public record RelationshipJudgement(Relationship relationship, Set<VerdictFlag> flags) {

    public static RelationshipJudgement of(ScoringModel model, ScoringOutcome outcome, boolean[] satisfied) {
        RelationshipThresholds cuts = model.book().relationship();
        Relationship floor = cuts.floor(outcome.partnership());
        boolean pledged = false;
        boolean hollow = false;
        for (int r : model.pledging()) {
            pledged |= outcome.effective()[r];
            hollow |= satisfied[r] && model.claimsPact(r) && !model.disabled(r) && !outcome.effective()[r];
        }
        boolean incident = outcome.ceilings().stream().anyMatch(c -> c.kind() == CeilingKind.INCIDENT);
        boolean withPledge =
                pledged && atLeast(outcome.result(), cuts.withPact().value());
        boolean withSwitch = outcome.switchOpen()
                && atLeast(outcome.result(), cuts.withSwitch().value());
        return of(floor, pledged, hollow, incident, withPledge, withSwitch);
    }

    /**
     * The state of the relationship from its parts.
     *
     * @param floor the state implied by the partnership points alone
     * @param pledged whether a defence pact is in force and not hollow, or a decision is announced
     * @param hollow whether a claim of a pact is overridden
     * @param incident whether the incident ceiling applies
     * @param withPledge whether it is so and the likelihood is high enough for it to be operational
     * @param withSwitch whether the switch is open and the likelihood is high enough for it to be operational
     */
    public static RelationshipJudgement of(
            Relationship floor,
            boolean pledged,
            boolean hollow,
            boolean incident,
            boolean withPledge,
            boolean withSwitch) {
        boolean binding = pledged && floor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) >= 0;
        boolean operational = (binding && withPledge) || (withSwitch && floor == Relationship.INFORMAL_ALLIANCE);
        Relationship state =
                operational ? Relationship.OPERATIONAL_ALLIANCE : binding ? Relationship.FORMAL_ALLIANCE : floor;
        boolean withinReach = operational && !pledged;
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
        if (!pledged && !hollow && !withinReach && state.compareTo(Relationship.INFORMAL_ALLIANCE) >= 0) {
            flags.add(VerdictFlag.ALLIANCE_WITHOUT_TREATY);
        }
        return new RelationshipJudgement(state, flags);
    }

    /** Whether the likelihood of these points, rounded, reaches a percentage. */
    public static boolean atLeast(Points result, double percent) {
        return Percent.of(result).value() >= percent;
    }
}

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
 * The state of the relationship that an outcome means. The floor comes from the partnership; a pact, an open switch
 * or an incident moves it.
 *
 * @param floor the state that the partnership points alone mean
 * @param pact whether a defence pact stands that is not hollow
 * @param incident whether an incident holds everything down
 */
public record RelationshipJudgement(
        Relationship relationship, Relationship floor, Set<VerdictFlag> flags, boolean pact, boolean incident) {

    public static RelationshipJudgement of(ScoringModel weighing, ScoringOutcome outcome, boolean[] holding) {
        RelationshipThresholds cuts = weighing.book().relationship();
        Relationship floor = cuts.floor(outcome.partnership());
        boolean pact = false;
        boolean hollow = false;
        for (int r = 0; r < holding.length; r++) {
            if (holding[r] && weighing.claimsPact(r) && !weighing.disabled(r)) {
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
        boolean reach = operational && !pact;
        if (incident && state.compareTo(Relationship.WEAKENING) > 0) {
            state = Relationship.WEAKENING;
            reach = false;
        }
        Set<VerdictFlag> flags = EnumSet.noneOf(VerdictFlag.class);
        if (hollow) {
            flags.add(VerdictFlag.HOLLOW_ALLIANCE);
        }
        if (reach) {
            flags.add(VerdictFlag.WITHIN_REACH);
        }
        if (!pact && !hollow && !reach && state.compareTo(Relationship.INFORMAL_ALLIANCE) >= 0) {
            flags.add(VerdictFlag.ALLIANCE_WITHOUT_TREATY);
        }
        return new RelationshipJudgement(state, floor, flags, pact, incident);
    }

    /** The printed tenth decides, not the hundredth of a point behind it; far below there is nothing to print. */
    private static boolean atLeast(ScoringOutcome outcome, double percent) {
        Points near = new Points(Points.ofPercent(percent).hundredths() - 10);
        return outcome.result().compareTo(near) >= 0
                && Percent.of(outcome.result()).value() >= percent;
    }
}

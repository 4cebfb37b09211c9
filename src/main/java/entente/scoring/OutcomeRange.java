package entente.scoring;

import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.rule.RelationshipThresholds;
import java.util.ArrayList;
import java.util.List;

/** The range of outcomes of the completions evaluated so far. */
final class OutcomeRange {

    private final ScoringModel model;
    private final Points base;
    private int low = Integer.MAX_VALUE;
    private int high = Integer.MIN_VALUE;
    private Relationship lowestFloor = Relationship.OPERATIONAL_ALLIANCE;
    private Relationship highestFloor = Relationship.OPEN_RIVALRY;
    private boolean anyPact;
    private boolean everyPact = true;
    private boolean anySwitch;
    private boolean everySwitch = true;
    private boolean anyIncident;
    private boolean everyIncident = true;
    private boolean exact = true;

    OutcomeRange(ScoringModel model, Points base) {
        this.model = model;
        this.base = base;
    }

    void add(Grade[] grades) {
        boolean[] satisfied = model.satisfiedRules(grades);
        ScoringOutcome outcome = model.outcome(satisfied, base);
        low = Math.min(low, outcome.result().hundredths());
        high = Math.max(high, outcome.result().hundredths());
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        include(judgement.floor());
        anyPact |= judgement.pact();
        everyPact &= judgement.pact();
        anySwitch |= outcome.switchOpen();
        everySwitch &= outcome.switchOpen();
        anyIncident |= judgement.incident();
        everyIncident &= judgement.incident();
    }

    private void include(Relationship floor) {
        lowestFloor = floor.compareTo(lowestFloor) < 0 ? floor : lowestFloor;
        highestFloor = floor.compareTo(highestFloor) > 0 ? floor : highestFloor;
    }

    /** Adds outer bounds if there are too many completions to evaluate. */
    void widen(Points lowest, Points highest) {
        low = Math.min(low, lowest.hundredths());
        high = Math.max(high, highest.hundredths());
        include(Relationship.OPEN_RIVALRY);
        include(Relationship.INFORMAL_ALLIANCE);
        anyPact = true;
        everyPact = false;
        anySwitch = true;
        everySwitch = false;
        anyIncident = true;
        everyIncident = false;
        exact = false;
    }

    Interval interval() {
        return new Interval(Percent.of(new Points(low)), Percent.of(new Points(high)), exact);
    }

    /**
     * A superset of the possible states: the extremes of partnership, likelihood and pact can come from different
     * completions and are combined here.
     */
    List<Relationship> relationships() {
        Relationship weakest = weakest();
        Relationship closest = strongest();
        List<Relationship> states = new ArrayList<>();
        for (Relationship state : Relationship.values()) {
            boolean between = state.compareTo(weakest) >= 0 && state.compareTo(closest) <= 0;
            if (between && (state != Relationship.FORMAL_ALLIANCE || anyPact)) {
                states.add(state);
            }
        }
        return states;
    }

    private Relationship weakest() {
        if (anyIncident && lowestFloor.compareTo(Relationship.WEAKENING) > 0) {
            return Relationship.WEAKENING;
        }
        RelationshipThresholds cuts = model.book().relationship();
        boolean open = everySwitch && lowestFloor == Relationship.INFORMAL_ALLIANCE;
        if (open && reaches(low, cuts.withSwitch().value())) {
            return Relationship.OPERATIONAL_ALLIANCE;
        }
        if (!everyPact || lowestFloor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) < 0) {
            return lowestFloor;
        }
        return reaches(low, cuts.withPact().value()) ? Relationship.OPERATIONAL_ALLIANCE : Relationship.FORMAL_ALLIANCE;
    }

    private Relationship strongest() {
        RelationshipThresholds cuts = model.book().relationship();
        Relationship closest = highestFloor;
        if (anyPact && highestFloor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) >= 0) {
            closest = reaches(high, cuts.withPact().value())
                    ? Relationship.OPERATIONAL_ALLIANCE
                    : Relationship.FORMAL_ALLIANCE;
        }
        if (anySwitch
                && highestFloor == Relationship.INFORMAL_ALLIANCE
                && reaches(high, cuts.withSwitch().value())) {
            closest = Relationship.OPERATIONAL_ALLIANCE;
        }
        return everyIncident && closest.compareTo(Relationship.WEAKENING) > 0 ? Relationship.WEAKENING : closest;
    }

    private static boolean reaches(int hundredths, double percent) {
        return Percent.of(new Points(hundredths)).value() >= percent;
    }
}

package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.rule.CeilingKind;
import entente.model.rule.RelationshipThresholds;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** The range of outcomes of the completions evaluated so far. */
@RequiredArgsConstructor
final class OutcomeRange {

    private final RelationshipThresholds cuts;
    private int low = Integer.MAX_VALUE;
    private int high = Integer.MIN_VALUE;
    private int lowestPartnership = Integer.MAX_VALUE;
    private int highestPartnership = Integer.MIN_VALUE;
    private final Answers pact = new Answers();
    private final Answers switchOpen = new Answers();
    private final Answers incident = new Answers();
    private boolean exact = true;

    void add(ScenarioVariant variant) {
        RuleTally tally = variant.tally();
        int result = variant.result().hundredths();
        low = Math.min(low, result);
        high = Math.max(high, result);
        lowestPartnership = Math.min(lowestPartnership, tally.partnership());
        highestPartnership = Math.max(highestPartnership, tally.partnership());
        pact.add(tally.hasPact());
        switchOpen.add(tally.hasCeiling(CeilingKind.SWITCH));
        incident.add(tally.hasCeiling(CeilingKind.INCIDENT));
    }

    /** Adds outer bounds if there are too many completions to evaluate. */
    void widen(Points lowest, Points highest) {
        low = Math.min(low, lowest.hundredths());
        high = Math.max(high, highest.hundredths());
        lowestPartnership = Integer.MIN_VALUE;
        highestPartnership = Integer.MAX_VALUE;
        for (Answers any : List.of(pact, switchOpen, incident)) {
            any.add(true);
            any.add(false);
        }
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
        return Arrays.stream(Relationship.values())
                .filter(state -> state.compareTo(weakest) >= 0 && state.compareTo(closest) <= 0)
                .filter(state -> state != Relationship.FORMAL_ALLIANCE || pact.yes)
                .toList();
    }

    private Relationship weakest() {
        Relationship floor = cuts.floor(new Points(lowestPartnership));
        if (incident.yes && floor.compareTo(Relationship.WEAKENING) > 0) {
            return Relationship.WEAKENING;
        }
        boolean open = !switchOpen.no && floor == Relationship.INFORMAL_ALLIANCE;
        if (open && reaches(low, cuts.withSwitch().value())) {
            return Relationship.OPERATIONAL_ALLIANCE;
        }
        if (pact.no || floor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) < 0) {
            return floor;
        }
        return reaches(low, cuts.withPact().value()) ? Relationship.OPERATIONAL_ALLIANCE : Relationship.FORMAL_ALLIANCE;
    }

    private Relationship strongest() {
        Relationship floor = cuts.floor(new Points(highestPartnership));
        Relationship closest = floor;
        if (pact.yes && floor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) >= 0) {
            closest = reaches(high, cuts.withPact().value())
                    ? Relationship.OPERATIONAL_ALLIANCE
                    : Relationship.FORMAL_ALLIANCE;
        }
        if (switchOpen.yes
                && floor == Relationship.INFORMAL_ALLIANCE
                && reaches(high, cuts.withSwitch().value())) {
            closest = Relationship.OPERATIONAL_ALLIANCE;
        }
        return !incident.no && closest.compareTo(Relationship.WEAKENING) > 0 ? Relationship.WEAKENING : closest;
    }

    private static boolean reaches(int hundredths, double percent) {
        return Percent.of(new Points(hundredths)).value() >= percent;
    }

    /** Which answers to a question of yes or no occur. */
    private static final class Answers {
        private boolean yes;
        private boolean no;

        void add(boolean answer) {
            yes |= answer;
            no |= !answer;
        }
    }
}

package entente.scoring;

import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.rule.RelationshipThresholds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The range of outcomes of the completions evaluated so far. */
@RequiredArgsConstructor
final class OutcomeRange {

    private final ScoringModel model;
    private final Points base;
    private int low = Integer.MAX_VALUE;
    private int high = Integer.MIN_VALUE;
    private Relationship lowestFloor = Relationship.OPERATIONAL_ALLIANCE;
    private Relationship highestFloor = Relationship.OPEN_RIVALRY;
    private final Set<Boolean> pact = new HashSet<>();
    private final Set<Boolean> switchOpen = new HashSet<>();
    private final Set<Boolean> incident = new HashSet<>();
    private boolean exact = true;

    void add(Grade[] grades) {
        boolean[] satisfied = model.satisfiedRules(grades);
        ScoringOutcome outcome = model.outcome(satisfied, base);
        low = Math.min(low, outcome.result().hundredths());
        high = Math.max(high, outcome.result().hundredths());
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        include(judgement.floor());
        pact.add(judgement.pact());
        switchOpen.add(outcome.switchOpen());
        incident.add(judgement.incident());
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
        Stream.of(pact, switchOpen, incident).forEach(seen -> seen.addAll(Set.of(true, false)));
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
                .filter(state -> state != Relationship.FORMAL_ALLIANCE || pact.contains(true))
                .toList();
    }

    private Relationship weakest() {
        if (incident.contains(true) && lowestFloor.compareTo(Relationship.WEAKENING) > 0) {
            return Relationship.WEAKENING;
        }
        RelationshipThresholds cuts = model.book().relationship();
        boolean open = !switchOpen.contains(false) && lowestFloor == Relationship.INFORMAL_ALLIANCE;
        if (open && reaches(low, cuts.withSwitch().value())) {
            return Relationship.OPERATIONAL_ALLIANCE;
        }
        if (pact.contains(false) || lowestFloor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) < 0) {
            return lowestFloor;
        }
        return reaches(low, cuts.withPact().value()) ? Relationship.OPERATIONAL_ALLIANCE : Relationship.FORMAL_ALLIANCE;
    }

    private Relationship strongest() {
        RelationshipThresholds cuts = model.book().relationship();
        Relationship closest = highestFloor;
        if (pact.contains(true) && highestFloor.compareTo(Relationship.STRATEGIC_PARTNERSHIP) >= 0) {
            closest = reaches(high, cuts.withPact().value())
                    ? Relationship.OPERATIONAL_ALLIANCE
                    : Relationship.FORMAL_ALLIANCE;
        }
        if (switchOpen.contains(true)
                && highestFloor == Relationship.INFORMAL_ALLIANCE
                && reaches(high, cuts.withSwitch().value())) {
            closest = Relationship.OPERATIONAL_ALLIANCE;
        }
        return !incident.contains(false) && closest.compareTo(Relationship.WEAKENING) > 0
                ? Relationship.WEAKENING
                : closest;
    }

    private static boolean reaches(int hundredths, double percent) {
        return Percent.of(new Points(hundredths)).value() >= percent;
    }
}

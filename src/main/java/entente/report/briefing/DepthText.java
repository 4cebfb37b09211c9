package entente.report.briefing;

import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.Wording;
import java.util.Optional;

/** The judgement on the relationship: how deep the partnership is, and how far it is to the next state. */
final class DepthText {

    private DepthText() {}

    /** Nothing where too little is rated to expect a relationship, or where it is the event that is judged. */
    static Optional<Judgement> judgement(Assessment assessment) {
        PointBalance balance = assessment.balance();
        return assessment
                .verdict()
                .relationship()
                .filter(expected -> !RelationshipText.isTheEvent(assessment))
                .map(expected -> new Judgement(
                        "The expected relationship "
                                + Tense.of(assessment.scenario()).of("is ", "was ")
                                + RelationshipText.name(expected),
                        (balance.partnership().hundredths() == 0 ? "" : depth(assessment, expected)) + "."));
    }

    private static String depth(Assessment assessment, Relationship expected) {
        PointBalance balance = assessment.balance();
        Tense tense = Tense.of(assessment.scenario());
        String next = balance.nextFrom()
                .filter(from -> expected == balance.floor())
                .map(from -> ", and " + RelationshipText.name(Relationship.values()[expected.ordinal() + 1]) + " "
                        + tense.of("begins", "began") + " at " + Wording.points(from))
                .orElse("");
        // A number without one to compare it with says nothing.
        return next.isEmpty()
                ? ""
                : ": on a separate scale of depth the partnership " + tense.of("stands", "stood") + " at "
                        + Wording.points(balance.partnership()) + next;
    }
}

package entente.report.briefing;

import entente.model.Commitment;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** The expected relationship, the treaty in force and the outcome on record, in whole sentences. */
@RequiredArgsConstructor
final class RelationshipText {

    private static final String HOLLOW = "The defence treaty was hollow: its members no longer stood by it.";

    private final Assessment assessment;

    List<String> sentences() {
        Verdict verdict = assessment.verdict();
        Tense tense = Tense.of(assessment.scenario());
        List<String> sentences = new ArrayList<>();
        String treaty = verdict.commitment() == Commitment.UNKNOWN
                ? "the treaty in force " + tense.of("is", "was") + " not rated"
                : Wording.commitment(verdict.commitment(), assessment.catalogue()) + " " + tense.of("is", "was")
                        + " in force";
        sentences.add(expected(tense) + ", and " + treaty + ".");
        verdict.flags().stream()
                .sorted()
                .map(flag -> flag == VerdictFlag.HOLLOW_ALLIANCE && tense.past()
                        ? HOLLOW
                        : Wording.flag(flag, assessment.catalogue()))
                .forEach(sentences::add);
        assessment
                .scenario()
                .observed()
                .map(outcome -> "The relationship on record is " + Wording.word(outcome.relationship()) + ", "
                        + (outcome.allianceInForce() ? "with an alliance in force" : withoutAlliance()) + ".")
                .ifPresent(sentences::add);
        return sentences;
    }

    /** A treaty that binds in name only is in force, which the sentence before says. */
    private String withoutAlliance() {
        return assessment.verdict().flags().contains(VerdictFlag.HOLLOW_ALLIANCE)
                ? "and the alliance existed on paper only"
                : "without an alliance in force";
    }

    private String expected(Tense tense) {
        Verdict verdict = assessment.verdict();
        List<Relationship> others = new ArrayList<>(verdict.relationships());
        verdict.relationship().ifPresent(others::remove);
        return verdict.relationship()
                .map(state -> "The expected relationship " + tense.of("is", "was") + " " + name(state)
                        + (others.isEmpty()
                                ? ""
                                : " (the open readings also allow "
                                        + others.stream()
                                                .map(RelationshipText::name)
                                                .collect(Collectors.joining(" or "))
                                        + ")"))
                .orElse("Too little is rated for the rules to name the relationship");
    }

    /** A state of the relationship, as a noun. */
    static String name(Relationship state) {
        return switch (state) {
            case MIXED -> "a mixed relationship";
            case WEAKENING -> "a weakening partnership";
            default -> Wording.word(state);
        };
    }

    /** Whether the expected relationship is the event whose likelihood the briefing states. */
    static boolean isTheEvent(Assessment assessment) {
        return assessment.verdict().relationship().equals(Optional.of(Relationship.OPERATIONAL_ALLIANCE));
    }
}

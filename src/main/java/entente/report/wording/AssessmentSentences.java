package entente.report.wording;

import entente.model.Commitment;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of an assessment beside its verdict ({@link VerdictSentences}). They keep to what analysts hold a text to: each
 * word of likelihood carries its range, likelihood and confidence never share a sentence, no hedges, no forecast in the
 * future tense.
 */
public final class AssessmentSentences {

    /** At the foot of pages. */
    public static final String NATURE = "A judgement by rules, not a calibrated frequency";

    /** Printed below every verdict. */
    public static final String CAVEAT = NATURE + ".";

    private AssessmentSentences() {}

    /** The caveat, with who reads the same facts otherwise where the book names one. */
    public static String caveat(Assessment assessment) {
        return CAVEAT + " " + GroundText.SIZES + "."
                + assessment
                        .otherReading()
                        .map(other -> " Another account of recent years: " + other)
                        .orElse("");
    }

    /** What relationship is expected and what treaty is in force, with its flags. */
    public static List<String> relationship(Assessment assessment) {
        return relationship(assessment, true);
    }

    /** @param withDepth whether the points are given where they alone decide it */
    public static List<String> relationship(Assessment assessment, boolean withDepth) {
        Verdict verdict = assessment.verdict();
        List<String> sentences = new ArrayList<>();
        List<Relationship> states = verdict.relationships();
        Optional<Relationship> expected = verdict.relationship();
        String range = Wording.range(states);
        if (expected.isEmpty()) {
            sentences.add("Expected: " + range + "; too little is rated to say more.");
        } else if (states.size() > 1) {
            sentences.add("Expected: " + Wording.word(expected.get()) + " (the open readings allow " + range + ").");
        } else {
            sentences.add("Expected: " + Wording.word(expected.get()) + ".");
        }
        sentences.add(
                verdict.commitment() == Commitment.UNKNOWN
                        ? "The treaty in force is not rated."
                        : "In force: " + Wording.commitment(verdict.commitment(), assessment.catalogue()) + ".");
        verdict.flags().stream().sorted().forEach(flag -> {
            String sentence = Wording.flag(flag, assessment.catalogue());
            sentences.add(
                    withDepth && flag == VerdictFlag.ALLIANCE_WITHOUT_TREATY
                            ? depth(assessment)
                                    .map(depth -> sentence.substring(0, sentence.length() - 1) + depth)
                                    .orElse(sentence)
                            : sentence);
        });
        return sentences;
    }

    /** Why the relationship is deeper than the likelihood suggests, where points alone decide it. */
    private static Optional<String> depth(Assessment assessment) {
        PointBalance balance = assessment.balance();
        return balance.floorFrom()
                .filter(from -> assessment.verdict().relationship().equals(Optional.of(balance.floor())))
                .map(from ->
                        " (depth " + Wording.points(balance.partnership()) + ", needs " + Wording.points(from) + ").");
    }
}

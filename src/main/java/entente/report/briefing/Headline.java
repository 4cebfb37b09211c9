package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Phrase;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** The bottom line: the event in plain words, by when, and how likely it is. */
@RequiredArgsConstructor
final class Headline {

    /** What counts as the event, as the glossary says. */
    private static final String MEANING = "a working commitment to defend each other";

    private final Assessment assessment;
    private final LikelihoodScale scale;

    List<Phrase> phrases() {
        String event = "operational alliance of China and Russia " + AssessmentSentences.when(assessment.scenario())
                + ", " + MEANING + ", ";
        List<Phrase> phrases = new ArrayList<>();
        if (assessment.confidence().known() == 0) {
            Figures figures = new Figures(scale);
            phrases.add(new Phrase(
                    "Nothing is rated, so there is no verdict on an " + event.substring(0, event.length() - 2)
                            + ": the base rate alone gives "
                            + figures.of(assessment.verdict().likelihood()),
                    false));
        } else {
            LikelihoodClause clause = new LikelihoodClause(scale);
            String subject = (clause.isBetween(assessment.verdict()) ? "the likelihood of an " : "an ") + event;
            phrases.add(new Phrase(
                    Supposition.of(assessment.scenario())
                            ? "In this scenario, " + subject
                            : Wording.capitalized(subject),
                    false));
            phrases.addAll(clause.indicative(assessment.verdict()));
        }
        phrases.add(new Phrase(".", false));
        return List.copyOf(phrases);
    }
}

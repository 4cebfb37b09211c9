package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
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

    /** Half of the scale of likelihoods, in tenths of a percent. */
    private static final int MOST_TENTHS = 500;

    private final Assessment assessment;
    private final LikelihoodScale scale;

    List<Phrase> phrases() {
        String event =
                "operational alliance of " + assessment.catalogue().subject().pair() + " "
                        + AssessmentSentences.when(assessment.scenario()) + ", " + MEANING + ", ";
        List<Phrase> phrases = new ArrayList<>();
        if (assessment.confidence().known() == 0) {
            Figures figures = new Figures(scale);
            phrases.add(new Phrase(
                    "Nothing is rated, so there is no verdict on an " + event.substring(0, event.length() - 2)
                            + ": the base rate alone gives "
                            + figures.of(assessment.verdict().likelihood()),
                    false));
        } else if (saysLittle(assessment.verdict().interval())) {
            phrases.addAll(tooOpen(event.substring(0, event.length() - 2)));
        } else {
            Tense tense = Tense.of(assessment.scenario());
            LikelihoodClause clause = new LikelihoodClause(scale);
            String subject = (clause.isBetween(assessment.verdict()) ? "the likelihood of an " : "an ") + event;
            phrases.add(new Phrase(Wording.capitalized(setting() + subject), false));
            phrases.addAll(clause.indicative(assessment.verdict(), tense));
        }
        phrases.add(new Phrase(".", false));
        return List.copyOf(phrases);
    }

    /** In a supposition that it is one, otherwise the year from which it is judged; no clock tells whether that is past. */
    private String setting() {
        return Supposition.of(assessment.scenario())
                ? "in this scenario, "
                : assessment
                        .scenario()
                        .asOf()
                        .map(date -> "as of " + date.getYear() + ", ")
                        .orElse("");
    }

    /** Whether an interval is so wide that its words would tell nothing. */
    static boolean saysLittle(Interval interval) {
        return interval.widthTenths() > MOST_TENTHS;
    }

    /** Of an interval that says little: what is rated comes first. */
    private List<Phrase> tooOpen(String event) {
        Verdict verdict = assessment.verdict();
        Figures figures = new Figures(scale);
        Interval interval = verdict.interval();
        return List.of(
                new Phrase(
                        Wording.capitalized(setting() + "too little is rated for a judgement on an " + event
                                + ": what is rated, taken alone, gives "),
                        false),
                new Phrase(figures.of(verdict.likelihood()), true),
                new Phrase(
                        ", " + AssessmentSentences.band(verdict.likelihood(), scale)
                                + ", and the open readings allow anything from "
                                + figures.span(interval.low(), verdict.likelihood(), interval.high()),
                        false));
    }
}

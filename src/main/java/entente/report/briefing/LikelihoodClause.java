package entente.report.briefing;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.report.briefing.Briefing.Phrase;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** What a sentence says of its event: the word of likelihood with its range and the figure, or the words between which it lies. */
@RequiredArgsConstructor
final class LikelihoodClause {

    private final LikelihoodScale scale;

    /** Whether an interval reaches from one word to another, or lies where the standard has no word. */
    boolean isBetween(Verdict verdict) {
        return !AssessmentSentences.isOneBand(verdict.interval(), scale)
                || !scale.term(verdict.likelihood()).adjacent().isEmpty();
    }

    /** In the conditional, for another reading of the facts. */
    String conditional(Verdict verdict) {
        return phrases(verdict, "would be ", "would have ", "would lie ").stream()
                .map(Phrase::text)
                .collect(Collectors.joining());
    }

    List<Phrase> indicative(Verdict verdict, Tense tense) {
        return phrases(verdict, tense.of("is ", "was "), tense.of("has ", "had "), tense.of("lies ", "lay "));
    }

    private List<Phrase> phrases(Verdict verdict, String is, String has, String lies) {
        if (isBetween(verdict)) {
            return between(verdict, lies);
        }
        Percent likelihood = verdict.likelihood();
        Word word = scale.term(likelihood);
        String term = word.term().equals(Band.ROUGHLY_EVEN.term()) ? "a roughly even chance" : word.term();
        boolean noun = term.startsWith("a ") || term.equals(Band.ALMOST_NO_CHANCE.term());
        return List.of(
                new Phrase(noun ? has : is, false),
                new Phrase(term, true),
                new Phrase(range(word) + ": ", false),
                new Phrase(new Figures(scale).of(likelihood), true));
    }

    private List<Phrase> between(Verdict verdict, String lies) {
        Interval interval = verdict.interval();
        List<Phrase> phrases = new ArrayList<>();
        phrases.add(new Phrase(lies + "between ", false));
        Word low = end(interval.low(), 0);
        Word high = end(interval.high(), 1);
        phrases.add(new Phrase(low.term(), true));
        phrases.add(new Phrase(range(low), false));
        phrases.add(new Phrase(" and ", false));
        phrases.add(new Phrase(high.term(), true));
        phrases.add(new Phrase(range(high) + ": ", false));
        boolean one = AssessmentSentences.isOneBand(interval, scale);
        Figures figures = new Figures(scale);
        phrases.add(new Phrase(
                one
                        ? figures.of(verdict.likelihood())
                        : figures.span(interval.low(), verdict.likelihood(), interval.high()),
                true));
        return phrases;
    }

    /** The word at an end of the interval; beside a gap the one beyond it (0 below, 1 above). */
    private Word end(Percent percent, int side) {
        Word word = scale.term(percent);
        return word.adjacent().isEmpty() ? word : word.adjacent().get(side);
    }

    private String range(Word word) {
        return " (" + AssessmentSentences.range(word, scale).replace(' ', Wording.GLUE) + ")";
    }
}

package entente.briefing;

import entente.domain.Assessment;
import java.util.List;

/** Doubts about the article's data behind the readings in use, each with the indicator that it touches. */
final class Doubts {

    private Doubts() {}

    static List<String> of(Assessment assessment) {
        return assessment.notes().stream()
                .map(note -> Words.label(assessment.catalogue().indicator(note.indicator())) + ": "
                        + Words.sentence(note.note().note()) + " ("
                        + note.note().id() + ")")
                .toList();
    }
}

package entente.report.wording;

import entente.model.assessment.Assessment;
import java.util.List;

/** Doubts about the article's data behind the readings in use, each with the indicator that it touches. */
public final class Doubts {

    private Doubts() {}

    public static List<String> of(Assessment assessment) {
        return assessment.notes().stream()
                .map(note -> Wording.label(assessment.catalogue().indicator(note.indicator())) + ": "
                        + Wording.sentence(note.note().note()) + " ("
                        + note.note().id() + ")")
                .toList();
    }
}

package entente.report.text;

import entente.model.assessment.Assessment;
import entente.report.form.TextPage;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.CaveatText;
import entente.report.wording.DetailLevel;
import entente.report.wording.Doubts;
import entente.report.wording.OpenReading;
import entente.report.wording.Wording;
import java.util.List;

/** The lower half of a text: unrated indicators, assumptions, caveats, sources. */
final class AssessmentGroundText {

    private static final int MOST_UNKNOWN = 6;

    private final DetailLevel explain;

    AssessmentGroundText(DetailLevel explain) {
        this.explain = explain;
    }

    void write(TextPage page, Assessment assessment) {
        open(page, assessment);
        list(page, "Assumptions", AssumptionText.of(assessment));
        list(page, "Caveats", CaveatText.of(assessment, explain));
        doubts(page, assessment);
        if (explain == DetailLevel.FULL) {
            list(page, "Readings", ReadingText.of(assessment));
            list(
                    page,
                    "Sources",
                    assessment.scenario().sources().stream()
                            .map(source -> source.id() + ": " + Wording.sentence(source.ref()))
                            .toList());
        }
        foot(page, assessment);
    }

    private void open(TextPage page, Assessment assessment) {
        List<OpenReading> gaps = OpenReading.of(assessment);
        if (gaps.isEmpty()) {
            return;
        }
        page.heading(assessment.gaps().isEmpty() ? "Given ranges" : "Unrated indicators", "narrows interval by  ");
        int most = explain == DetailLevel.FULL ? gaps.size() : MOST_UNKNOWN;
        List<OpenReading> shown = gaps.stream()
                .filter(gap -> explain == DetailLevel.FULL || gap.narrows() > 0)
                .limit(most)
                .toList();
        shown.forEach(gap -> page.row(2, gap.label(), gap.points(), gap.narrows() > 0 ? "pp" : ""));
        int rest = gaps.size() - shown.size();
        if (rest > 0) {
            page.paragraph(
                    2,
                    shown.isEmpty()
                            ? Wording.capitalized(Wording.plural(rest, "reading", "readings"))
                                    + ", none of which would narrow the interval."
                            : "and " + Wording.plural(rest, "other", "others") + ".");
        }
    }

    private static void list(TextPage page, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            page.heading(heading, "");
            sentences.forEach(sentence -> page.hanging(2, 4, sentence));
        }
    }

    private void doubts(TextPage page, Assessment assessment) {
        int count = assessment.notes().size();
        if (explain == DetailLevel.FULL) {
            list(page, "Doubts about the article's data", Doubts.of(assessment));
        } else if (count > 0) {
            page.blankLine()
                    .paragraph(
                            0,
                            Wording.capitalized(Wording.plural(count, "note", "notes"))
                                    + " on doubtful data behind these readings: --explain full.");
        }
    }

    private static void foot(TextPage page, Assessment assessment) {
        page.blankLine();
        page.paragraph(0, AssessmentSentences.caveat(assessment));
        page.paragraph(0, AssessmentSentences.provenance(assessment));
        page.paragraph(
                0,
                "Next: "
                        + String.join(
                                " · ",
                                command("entente explain FILE"),
                                command("entente explain FILE --rule ID"),
                                command("entente assess FILE --set ID=VALUE")));
    }

    /** A command stays on one line. */
    private static String command(String command) {
        return command.replace(' ', Wording.GLUE);
    }
}

package entente.briefing;

import entente.domain.Assessment;
import java.util.List;

/** The lower half of a text: what is open, assumed and doubtful, and where it all comes from. */
final class TextGround {

    private static final int MOST_UNKNOWN = 6;

    private final Explain explain;

    TextGround(Explain explain) {
        this.explain = explain;
    }

    void write(Page page, Assessment assessment) {
        open(page, assessment);
        list(page, "What is assumed", AssumptionText.of(assessment));
        list(page, "What to mind", Minding.of(assessment, explain));
        doubts(page, assessment);
        if (explain == Explain.FULL) {
            list(page, "What was read", ReadingText.of(assessment));
            list(
                    page,
                    "Sources",
                    assessment.scenario().sources().stream()
                            .map(source -> source.id() + ": " + Words.sentence(source.ref()))
                            .toList());
        }
        foot(page, assessment);
    }

    private void open(Page page, Assessment assessment) {
        List<Gap> gaps = Gap.of(assessment);
        if (gaps.isEmpty()) {
            return;
        }
        page.heading("What " + (assessment.gaps().isEmpty() ? "is a range" : "nobody rated"), "would narrow it by  ");
        int most = explain == Explain.FULL ? gaps.size() : MOST_UNKNOWN;
        List<Gap> shown = gaps.stream()
                .filter(gap -> explain == Explain.FULL || gap.narrows() > 0)
                .limit(most)
                .toList();
        shown.forEach(gap -> page.row(2, gap.label(), gap.points(), gap.narrows() > 0 ? "% points" : ""));
        int rest = gaps.size() - shown.size();
        if (rest > 0) {
            page.paragraph(
                    2,
                    shown.isEmpty()
                            ? Words.opening(Words.plural(rest, "reading", "readings"))
                                    + ", none of which would narrow it."
                            : "and " + Words.plural(rest, "other", "others") + ".");
        }
    }

    private static void list(Page page, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            page.heading(heading, "");
            sentences.forEach(sentence -> page.hanging(2, 4, sentence));
        }
    }

    private void doubts(Page page, Assessment assessment) {
        int count = assessment.notes().size();
        if (explain == Explain.FULL) {
            list(page, "Doubts about the article's data", Doubts.of(assessment));
        } else if (count > 0) {
            page.gap()
                    .paragraph(
                            0,
                            Words.opening(Words.plural(count, "note", "notes"))
                                    + " on doubtful data behind these readings: --explain full.");
        }
    }

    private static void foot(Page page, Assessment assessment) {
        page.gap();
        page.paragraph(0, Sentences.caveat(assessment));
        page.paragraph(0, Sentences.provenance(assessment));
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
        return command.replace(' ', Words.GLUE);
    }
}

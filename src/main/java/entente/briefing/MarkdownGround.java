package entente.briefing;

import entente.domain.Assessment;
import java.util.List;

/** The lower half of a Markdown text: what is open, assumed and doubtful, and where it all comes from. */
final class MarkdownGround {

    private final Explain explain;

    MarkdownGround(Explain explain) {
        this.explain = explain;
    }

    void write(StringBuilder md, Assessment assessment) {
        list(
                md,
                "What " + (assessment.gaps().isEmpty() ? "is a range" : "nobody rated"),
                Gap.of(assessment).stream()
                        .map(gap -> gap.label()
                                + (gap.narrows() > 0
                                        ? ": would narrow it by " + gap.points() + " percentage points."
                                        : "."))
                        .toList());
        list(md, "What is assumed", AssumptionText.of(assessment));
        list(md, "What to mind", Minding.of(assessment, explain));
        int doubts = assessment.notes().size();
        if (explain == Explain.FULL) {
            list(md, "Doubts about the article's data", Doubts.of(assessment));
            list(md, "What was read", ReadingText.of(assessment));
        } else if (doubts > 0) {
            md.append('\n')
                    .append(Words.opening(Words.plural(doubts, "note", "notes")))
                    .append(" on doubtful data behind these readings: `--explain full`.\n");
        }
        list(
                md,
                "Sources",
                assessment.scenario().sources().stream()
                        .map(source -> source.id() + ": " + Words.sentence(source.ref()))
                        .toList());
        foot(md, assessment);
    }

    private static void list(StringBuilder md, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            Markdown.heading(md, heading);
            sentences.forEach(sentence -> Markdown.item(md, 0, sentence));
        }
    }

    private static void foot(StringBuilder md, Assessment assessment) {
        var from = assessment.provenance();
        md.append("\n---\n\n").append(Markdown.text(Sentences.caveat(assessment)));
        md.append("\n\nRules ")
                .append(Markdown.text(from.rulesVersion()))
                .append(" `")
                .append(from.rulesSha256())
                .append("`, scenario `")
                .append(assessment.scenario().sha256())
                .append("`, Entente ")
                .append(from.engine())
                .append(".\n");
    }
}

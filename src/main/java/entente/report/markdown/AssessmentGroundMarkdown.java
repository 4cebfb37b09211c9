package entente.report.markdown;

import entente.model.assessment.Assessment;
import entente.report.form.MarkdownText;
import entente.report.text.AssumptionText;
import entente.report.text.ReadingText;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.CaveatText;
import entente.report.wording.DetailLevel;
import entente.report.wording.Doubts;
import entente.report.wording.OpenReading;
import entente.report.wording.Wording;
import java.util.List;

/** The lower half of a Markdown text: unrated indicators, assumptions, caveats, sources. */
final class AssessmentGroundMarkdown {

    private final DetailLevel explain;

    AssessmentGroundMarkdown(DetailLevel explain) {
        this.explain = explain;
    }

    void write(StringBuilder md, Assessment assessment) {
        list(
                md,
                assessment.gaps().isEmpty() ? "Given ranges" : "Unrated indicators",
                OpenReading.of(assessment).stream()
                        .map(gap -> gap.label()
                                + (gap.narrows() > 0
                                        ? ": would narrow the interval by " + gap.points() + " percentage points."
                                        : "."))
                        .toList());
        list(md, "Assumptions", AssumptionText.of(assessment));
        list(md, "Caveats", CaveatText.of(assessment, explain));
        int doubts = assessment.notes().size();
        if (explain == DetailLevel.FULL) {
            list(md, "Doubts about the article's data", Doubts.of(assessment));
            list(md, "Readings", ReadingText.of(assessment));
        } else if (doubts > 0) {
            md.append('\n')
                    .append(Wording.capitalized(Wording.plural(doubts, "note", "notes")))
                    .append(" on doubtful data behind these readings: `--explain full`.\n");
        }
        list(
                md,
                "Sources",
                assessment.scenario().sources().stream()
                        .map(source -> source.id() + ": " + Wording.sentence(source.ref()))
                        .toList());
        foot(md, assessment);
    }

    private static void list(StringBuilder md, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            MarkdownText.heading(md, heading);
            sentences.forEach(sentence -> MarkdownText.item(md, 0, sentence));
        }
    }

    private static void foot(StringBuilder md, Assessment assessment) {
        var from = assessment.provenance();
        md.append("\n---\n\n").append(MarkdownText.text(AssessmentSentences.caveat(assessment)));
        md.append("\n\nRules ")
                .append(MarkdownText.text(from.rulesVersion()))
                .append(" `")
                .append(from.rulesSha256())
                .append("`, scenario `")
                .append(assessment.scenario().sha256())
                .append("`, Entente ")
                .append(from.engine())
                .append(".\n");
    }
}

package entente.report.text;

import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.report.form.MarkdownText;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of verdicts, in the order of the request. */
public final class VerdictTable {

    /** Longer ids take a line of their own. */
    private static final int LONGEST_ID = 25;

    public static final String MARKDOWN_HEAD =
            "| scenario | likelihood | interval | relationship | confidence |\n|---|---|---|---|---|\n";

    /** The row of one assessment. */
    public record Row(String id, String percent, String band, String confidence, String below) {}

    private VerdictTable() {}

    public static String text(List<Assessment> assessments, LikelihoodScale scale, TextStyle style) {
        return text(assessments.stream().map(a -> row(a, scale)).toList(), style);
    }

    public static Row row(Assessment assessment, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        String open = verdict.interval().widthTenths() > 0
                ? "; " + AssessmentSentences.span(verdict.interval()) + " depending on "
                        + AssessmentSentences.openReadings(assessment)
                : "";
        return new Row(
                assessment.scenario().id(),
                Wording.percent(verdict.likelihood().value()),
                band(assessment, scale),
                assessment.confidence().level().name().toLowerCase(Locale.ROOT),
                Wording.relationship(verdict) + open);
    }

    public static String text(List<Row> rows, TextStyle style) {
        TextPage page = new TextPage(style);
        int ids = rows.stream()
                .mapToInt(row -> row.id().length())
                .filter(length -> length <= LONGEST_ID)
                .max()
                .orElse(0);
        int terms =
                rows.stream().mapToInt(row -> TextPage.width(row.band())).max().orElse(0);
        String form = "%-" + Math.max(ids, "Scenario".length()) + "s %6s  %-" + terms + "s  %s";
        page.line(style.strong(String.format(Locale.ROOT, form, "Scenario", "", "Likelihood", "Confidence")));
        for (Row row : rows) {
            String id = row.id();
            boolean fits = id.length() <= LONGEST_ID;
            if (!fits) {
                page.line(id);
            }
            page.line(String.format(Locale.ROOT, form, fits ? id : "", row.percent(), row.band(), row.confidence()));
            TextPage.wrapped(row.below(), TextPage.WIDTH - 4).forEach(line -> page.line(style.faint("    " + line)));
        }
        page.blankLine()
                .paragraph(
                        0,
                        Wording.capitalized(Wording.plural(rows.size(), "scenario", "scenarios"))
                                + ". A judgement by rules, not a calibrated frequency.");
        return page.toString();
    }

    private static String band(Assessment assessment, LikelihoodScale scale) {
        return band(assessment.verdict().likelihood(), scale);
    }

    /** The word for a likelihood with its range. */
    static String band(Percent likelihood, LikelihoodScale scale) {
        Word word = scale.term(likelihood);
        return word.adjacent().isEmpty()
                ? word.term() + " (" + AssessmentSentences.range(word, scale) + ")"
                : "in the gap " + word.from() + "–" + word.to() + Wording.GLUE + "%";
    }

    public static String markdown(List<Assessment> assessments, LikelihoodScale scale) {
        return assessments.stream().map(a -> markdownRow(a, scale)).collect(Collectors.joining("", MARKDOWN_HEAD, ""));
    }

    public static String markdownRow(Assessment assessment, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        String open = verdict.interval().widthTenths() > 0 ? AssessmentSentences.span(verdict.interval()) : "·";
        String row = "| " + MarkdownText.cell(assessment.scenario().title())
                + " | " + Wording.percent(verdict.likelihood().value()) + ", " + band(assessment, scale)
                + " | " + open
                + " | " + Wording.relationship(verdict)
                + " | " + assessment.confidence().level().name().toLowerCase(Locale.ROOT)
                + " |\n";
        return row.replace(Wording.GLUE, ' ');
    }
}

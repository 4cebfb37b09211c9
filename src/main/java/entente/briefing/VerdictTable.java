package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Percent;
import entente.domain.ScaleOfWords;
import entente.domain.ScaleOfWords.Word;
import entente.domain.Verdict;
import java.util.List;
import java.util.Locale;

/** Several verdicts side by side, in the order in which they were asked for. */
public final class VerdictTable {

    /** What leaves room for the rest of a row. */
    private static final int LONGEST_ID = 25;

    private VerdictTable() {}

    public static String text(List<Assessment> assessments, ScaleOfWords scale, Style style) {
        Page page = new Page(style);
        int ids = assessments.stream()
                .mapToInt(a -> a.scenario().id().length())
                .filter(length -> length <= LONGEST_ID)
                .max()
                .orElse(0);
        int terms = assessments.stream()
                .mapToInt(a -> Page.width(band(a, scale)))
                .max()
                .orElse(0);
        String row = "%-" + Math.max(ids, "Scenario".length()) + "s %6s  %-" + terms + "s  %s";
        page.line(style.strong(String.format(Locale.ROOT, row, "Scenario", "", "Likelihood", "Confidence")));
        for (Assessment assessment : assessments) {
            Verdict verdict = assessment.verdict();
            String id = assessment.scenario().id();
            boolean fits = id.length() <= LONGEST_ID;
            if (!fits) {
                page.line(id);
            }
            page.line(String.format(
                    Locale.ROOT,
                    row,
                    fits ? id : "",
                    Words.percent(verdict.likelihood().value()),
                    band(assessment, scale),
                    assessment.confidence().level().name().toLowerCase(Locale.ROOT)));
            String open = verdict.interval().widthTenths() > 0
                    ? "; " + Sentences.span(verdict.interval()) + " over " + Sentences.open(assessment)
                    : "";
            Page.wrapped(Words.relationship(verdict) + open, Page.WIDTH - 4)
                    .forEach(line -> page.line(style.faint("    " + line)));
        }
        page.gap()
                .paragraph(
                        0,
                        Words.opening(Words.plural(assessments.size(), "scenario", "scenarios"))
                                + ". A judgement by rules, not a calibrated frequency.");
        return page.toString();
    }

    private static String band(Assessment assessment, ScaleOfWords scale) {
        return band(assessment.verdict().likelihood(), scale);
    }

    /** The word for a likelihood with its range. */
    static String band(Percent likelihood, ScaleOfWords scale) {
        Word word = scale.word(likelihood);
        return word.around().isEmpty()
                ? word.term() + " (" + Sentences.range(word, scale) + ")"
                : "in the gap " + word.from() + "–" + word.to() + Words.GLUE + "%";
    }

    public static String markdown(List<Assessment> assessments, ScaleOfWords scale) {
        StringBuilder table = new StringBuilder(
                "| scenario | likelihood | what is open allows | relationship | confidence |\n|---|---|---|---|---|\n");
        for (Assessment assessment : assessments) {
            Verdict verdict = assessment.verdict();
            table.append("| ")
                    .append(Markdown.cell(assessment.scenario().title()))
                    .append(" | ")
                    .append(Words.percent(verdict.likelihood().value()))
                    .append(", ")
                    .append(band(assessment, scale))
                    .append(" | ")
                    .append(verdict.interval().widthTenths() > 0 ? Sentences.span(verdict.interval()) : "·")
                    .append(" | ")
                    .append(Words.relationship(verdict))
                    .append(" | ")
                    .append(assessment.confidence().level().name().toLowerCase(Locale.ROOT))
                    .append(" |\n");
        }
        return table.toString().replace(Words.GLUE, ' ');
    }
}

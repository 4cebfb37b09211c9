package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Relationship;
import entente.domain.ScaleOfWords;
import entente.domain.ScaleOfWords.Word;
import entente.domain.Verdict;
import java.util.List;
import java.util.Locale;

/** Several verdicts side by side, in the order in which they were asked for. */
public final class VerdictTable {

    private static final int ID = 24;

    private VerdictTable() {}

    public static String text(List<Assessment> assessments, ScaleOfWords scale, Style style) {
        Page page = new Page(style);
        page.line(style.strong(
                String.format(Locale.ROOT, "%-24s%8s  %-26s%s", "Scenario", "", "Likelihood", "Confidence")));
        for (Assessment assessment : assessments) {
            Verdict verdict = assessment.verdict();
            String id = assessment.scenario().id();
            String room = id.length() >= ID ? id + " " : String.format(Locale.ROOT, "%-24s", id);
            page.line(String.format(
                    Locale.ROOT,
                    "%s%8s  %-26s%s",
                    room,
                    Words.percent(verdict.likelihood().value()),
                    band(scale.word(verdict.likelihood())),
                    assessment.confidence().level().name().toLowerCase(Locale.ROOT)));
            String open = verdict.interval().widthTenths() > 0
                    ? "; " + Words.percent(verdict.interval().low().value()) + " to "
                            + Words.percent(verdict.interval().high().value()) + " over what nobody rated"
                    : "";
            page.hanging(4, 4, style.faint(relationship(verdict) + open));
        }
        page.gap()
                .paragraph(
                        0,
                        assessments.size() + (assessments.size() == 1 ? " scenario" : " scenarios")
                                + ". A judgement by rules, not a calibrated frequency.");
        return page.toString();
    }

    private static String band(Word word) {
        return word.around().isEmpty()
                ? word.term() + " (" + word.from() + "–" + word.to() + " %)"
                : "gap at " + word.from() + "–" + word.to() + " %";
    }

    static String relationship(Verdict verdict) {
        List<Relationship> states = verdict.relationships();
        return verdict.relationship()
                .map(Words::relationship)
                .orElse(Words.relationship(states.get(0)) + " to " + Words.relationship(states.get(states.size() - 1)));
    }

    public static String markdown(List<Assessment> assessments, ScaleOfWords scale) {
        StringBuilder table = new StringBuilder(
                "| scenario | likelihood | what nobody rated allows | relationship | confidence |\n|---|---|---|---|---|\n");
        for (Assessment assessment : assessments) {
            Verdict verdict = assessment.verdict();
            table.append("| ")
                    .append(Markdown.cell(assessment.scenario().title()))
                    .append(" | ")
                    .append(Words.percent(verdict.likelihood().value()))
                    .append(", ")
                    .append(band(scale.word(verdict.likelihood())))
                    .append(" | ")
                    .append(Words.percent(verdict.interval().low().value()))
                    .append(" to ")
                    .append(Words.percent(verdict.interval().high().value()))
                    .append(" | ")
                    .append(relationship(verdict))
                    .append(" | ")
                    .append(assessment.confidence().level().name().toLowerCase(Locale.ROOT))
                    .append(" |\n");
        }
        return table.toString().replace(Words.GLUE, ' ');
    }
}

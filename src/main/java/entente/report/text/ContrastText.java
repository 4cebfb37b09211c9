package entente.report.text;

import entente.analysis.comparison.ScenarioContrast;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.form.MarkdownText;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.List;

/** How scenarios differ from the first of them, as text and as Markdown. */
public final class ContrastText {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final boolean all;

    /** @param all also what is the same in both */
    public ContrastText(boolean all) {
        this.all = all;
    }

    /** One part for each contrast; all have the same first assessment. */
    public String text(List<ScenarioContrast> contrasts, TextStyle style) {
        TextPage page = new TextPage(style);
        Assessment first = contrasts.get(0).before();
        name(page, "A", named(first.scenario(), ""));
        for (int i = 0; i < contrasts.size(); i++) {
            ScenarioContrast contrast = contrasts.get(i);
            if (i > 0) {
                page.blankLine();
            }
            name(page, letter(i + 1), named(contrast.after().scenario(), changed(contrast)));
            page.blankLine();
            if (contrast.isEmpty()) {
                page.paragraph(2, nothing(contrast));
                continue;
            }
            TextPage.wrapped(AttributionText.headline(contrast), TextPage.WIDTH - 2)
                    .forEach(line -> page.line("  " + style.strong(line)));
            AttributionText.knowledge(contrast).ifPresent(sentence -> page.paragraph(2, sentence));
            ContrastSections.of(contrast, List.of("A", letter(i + 1)), all).forEach(section -> section.write(page));
            page.blankLine().paragraph(0, closing(contrast));
        }
        return page.blankLine().paragraph(0, foot(first)).toString();
    }

    private static void name(TextPage page, String letter, String scenario) {
        TextPage lines = new TextPage(page.style()).labelled(0, letter, letter.length() + 2, scenario);
        lines.lines().forEach(line -> page.line(page.style().strong(line)));
    }

    public String markdown(List<ScenarioContrast> contrasts) {
        Assessment first = contrasts.get(0).before();
        StringBuilder md = new StringBuilder();
        for (int i = 0; i < contrasts.size(); i++) {
            ScenarioContrast contrast = contrasts.get(i);
            String name = letter(i + 1);
            md.append(i > 0 ? "\n" : "")
                    .append("# ")
                    .append(MarkdownText.text(contrast.after().scenario().title()));
            md.append("\n\n");
            MarkdownText.item(md, 0, "A: " + named(first.scenario(), ""));
            MarkdownText.item(md, 0, name + ": " + named(contrast.after().scenario(), changed(contrast)));
            if (contrast.isEmpty()) {
                md.append('\n').append(nothing(contrast)).append('\n');
                continue;
            }
            md.append("\n**").append(AttributionText.headline(contrast)).append("**\n");
            AttributionText.knowledge(contrast)
                    .ifPresent(sentence -> md.append('\n').append(sentence).append('\n'));
            ContrastSections.of(contrast, List.of("A", name), all).forEach(section -> section.write(md));
            md.append('\n').append(closing(contrast)).append('\n');
        }
        return md.append('\n')
                .append(MarkdownText.text(foot(first)))
                .append('\n')
                .toString()
                .replace(Wording.GLUE, ' ');
    }

    private static String letter(int place) {
        return place < LETTERS.length() ? LETTERS.substring(place, place + 1) : Integer.toString(place + 1);
    }

    private static String named(Scenario scenario, String changed) {
        String date = scenario.asOf().map(d -> ", as of " + d).orElse("");
        return scenario.title() + " (" + scenario.id() + date + changed + ")";
    }

    private static String changed(ScenarioContrast contrast) {
        Scenario a = contrast.before().scenario();
        Scenario b = contrast.after().scenario();
        return a.id().equals(b.id()) && !a.sha256().equals(b.sha256()) ? ", changed" : "";
    }

    private static String nothing(ScenarioContrast contrast) {
        return "Nothing differs: the same readings, the same assumptions, "
                + Wording.percent(contrast.after().verdict().likelihood().value()) + " in both.";
    }

    private String closing(ScenarioContrast contrast) {
        return new AttributionText(contrast, all).method()
                + (all || !ContrastSections.anythingSame(contrast) ? "" : " " + ContrastSections.same(contrast));
    }

    private static String foot(Assessment first) {
        return "Rules " + first.provenance().rulesVersion() + " ("
                + Wording.shortDigest(first.provenance().rulesSha256()) + "), Entente "
                + first.provenance().engine() + ". " + AssessmentSentences.caveat(first);
    }
}

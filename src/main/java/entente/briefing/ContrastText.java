package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Contrast;
import entente.domain.Scenario;
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
    public String text(List<Contrast> contrasts, Style style) {
        Page page = new Page(style);
        Assessment first = contrasts.get(0).before();
        name(page, "A", named(first.scenario(), ""));
        for (int i = 0; i < contrasts.size(); i++) {
            Contrast contrast = contrasts.get(i);
            if (i > 0) {
                page.gap();
            }
            name(page, letter(i + 1), named(contrast.after().scenario(), changed(contrast)));
            page.gap();
            if (contrast.nothing()) {
                page.paragraph(2, nothing(contrast));
                continue;
            }
            Page.wrapped(SplitText.headline(contrast), Page.WIDTH - 2)
                    .forEach(line -> page.line("  " + style.strong(line)));
            SplitText.knowledge(contrast).ifPresent(sentence -> page.paragraph(2, sentence));
            ContrastSections.of(contrast, List.of("A", letter(i + 1)), all).forEach(section -> section.write(page));
            page.gap().paragraph(0, closing(contrast));
        }
        return page.gap().paragraph(0, foot(first)).toString();
    }

    private static void name(Page page, String letter, String scenario) {
        Page lines = new Page(page.style()).labelled(0, letter, letter.length() + 2, scenario);
        lines.lines().forEach(line -> page.line(page.style().strong(line)));
    }

    public String markdown(List<Contrast> contrasts) {
        Assessment first = contrasts.get(0).before();
        StringBuilder md = new StringBuilder();
        for (int i = 0; i < contrasts.size(); i++) {
            Contrast contrast = contrasts.get(i);
            String name = letter(i + 1);
            md.append(i > 0 ? "\n" : "")
                    .append("# ")
                    .append(Markdown.text(contrast.after().scenario().title()));
            md.append("\n\n");
            Markdown.item(md, 0, "A: " + named(first.scenario(), ""));
            Markdown.item(md, 0, name + ": " + named(contrast.after().scenario(), changed(contrast)));
            if (contrast.nothing()) {
                md.append('\n').append(nothing(contrast)).append('\n');
                continue;
            }
            md.append("\n**").append(SplitText.headline(contrast)).append("**\n");
            SplitText.knowledge(contrast)
                    .ifPresent(sentence -> md.append('\n').append(sentence).append('\n'));
            ContrastSections.of(contrast, List.of("A", name), all).forEach(section -> section.write(md));
            md.append('\n').append(closing(contrast)).append('\n');
        }
        return md.append('\n')
                .append(Markdown.text(foot(first)))
                .append('\n')
                .toString()
                .replace(Words.GLUE, ' ');
    }

    private static String letter(int place) {
        return place < LETTERS.length() ? LETTERS.substring(place, place + 1) : Integer.toString(place + 1);
    }

    private static String named(Scenario scenario, String changed) {
        String date = scenario.asOf().map(d -> ", as of " + d).orElse("");
        return scenario.title() + " (" + scenario.id() + date + changed + ")";
    }

    private static String changed(Contrast contrast) {
        Scenario a = contrast.before().scenario();
        Scenario b = contrast.after().scenario();
        return a.id().equals(b.id()) && !a.sha256().equals(b.sha256()) ? ", changed" : "";
    }

    private static String nothing(Contrast contrast) {
        return "Nothing differs: the same readings, the same assumptions, "
                + Words.percent(contrast.after().verdict().likelihood().value()) + " in both.";
    }

    private String closing(Contrast contrast) {
        return new SplitText(contrast, all).method()
                + (all || !ContrastSections.anythingSame(contrast) ? "" : " " + ContrastSections.same(contrast));
    }

    private static String foot(Assessment first) {
        return "Rules " + first.provenance().rulesVersion() + " ("
                + Words.brief(first.provenance().rulesSha256()) + "), Entente "
                + first.provenance().engine() + ". " + Sentences.caveat(first);
    }
}

package entente.report.text;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.Indicator;
import entente.model.Percent;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import java.util.List;

/** A sensitivity analysis as text of 80 columns: a tornado chart and tipping points. */
public final class SensitivityText {

    private static final int INDENT = 2;
    private static final int LABEL = 34;
    private static final int FIGURE = 7;
    private static final int BAR = 27;
    private static final int BAR_AT = INDENT + LABEL + FIGURE + 2;

    /** Bars drawn; narrower ones are counted. */
    private static final int MOST = 15;

    private final TextStyle style;
    private final boolean all;

    /** @param all whether narrow bars and readings that change nothing are shown too */
    public SensitivityText(TextStyle style, boolean all) {
        this.style = style;
        this.all = all;
    }

    public String write(SensitivityResult result) {
        TextPage page = new TextPage(style);
        page.title(result.current().scenario()).blankLine();
        for (String sentence : SensitivitySentences.top(result)) {
            TextPage.wrapped(sentence, TextPage.WIDTH - INDENT)
                    .forEach(line -> page.line(" ".repeat(INDENT) + style.strong(line)));
        }
        List<Swing> bars = SensitivitySentences.bars(result, all);
        if (!bars.isEmpty()) {
            List<Swing> drawn = all ? bars : bars.subList(0, Math.min(MOST, bars.size()));
            tornado(page, result, drawn);
            if (drawn.size() < bars.size()) {
                page.line(" ".repeat(INDENT) + narrower(bars.subList(drawn.size(), bars.size())));
            }
        }
        TippingPointText tipping = new TippingPointText(result);
        list(page, TippingPointText.BANDS, tipping.band(), tipping.bands());
        list(page, TippingPointText.RELATIONSHIPS, tipping.relationship().orElse(""), tipping.relationships());
        SensitivitySentences.unchanged(result, all)
                .ifPresent(sentence -> page.blankLine().paragraph(0, sentence + " Shown with --all."));
        page.blankLine().paragraph(0, AssessmentSentences.caveat(result.current()));
        page.paragraph(0, AssessmentSentences.provenance(result.current()));
        SensitivitySentences.exampleCommand(result)
                .ifPresent(command -> page.hanging(0, 2, "Try the widest: " + command));
        return page.toString();
    }

    /** The widest of the rest is in front. */
    private static String narrower(List<Swing> rest) {
        return "and " + Wording.plural(rest.size(), "reading that moves", "readings that move") + " it by "
                + Wording.tenths(rest.get(0).spreadTenths()) + " percentage points or less: --all.";
    }

    private void tornado(TextPage page, SensitivityResult result, List<Swing> swings) {
        Percent now = result.likelihood();
        Bar bars = new Bar(Axis.over(swings, now), now, BAR, ' ');
        page.blankLine().line(style.strong(SensitivitySentences.CHART));
        page.line(style.faint(figures(bars)));
        page.line(padded(" ".repeat(INDENT) + "▼ now " + Wording.percent(now.value()), BAR_AT) + bars.ruler());
        for (Swing swing : swings) {
            Indicator indicator = result.current().catalogue().indicator(swing.indicator());
            List<String> label = TextPage.wrapped(Wording.label(indicator), LABEL);
            label.subList(0, label.size() - 1).forEach(line -> page.line(" ".repeat(INDENT) + line));
            page.line(" ".repeat(INDENT) + padded(label.get(label.size() - 1), LABEL) + " "
                    + right(Wording.percent(swing.low().likelihood().value()), FIGURE - 1) + "  "
                    + coloured(bars.of(swing), bars.here())
                    + right(Wording.percent(swing.high().likelihood().value()), FIGURE + 1));
        }
    }

    /** The percents of the marks, each where it stands; one that would touch another is left out, the ends stay. */
    private static String figures(Bar bars) {
        Axis axis = bars.axis();
        StringBuilder line = new StringBuilder(padded(right("lowest", BAR_AT - 2), BAR_AT));
        String end = Integer.toString(axis.to());
        for (int mark : axis.marks()) {
            String figure = Integer.toString(mark);
            int at = BAR_AT + bars.column(mark) - (mark == axis.from() ? 0 : figure.length() / 2);
            boolean free = line.length() <= Math.max(BAR_AT, at - 1);
            if (mark != axis.to() && free && at + figure.length() < BAR_AT + BAR - end.length()) {
                line.append(" ".repeat(at - line.length())).append(figure);
            }
        }
        line.append(right(end, BAR_AT + BAR - line.length()));
        return line + right("highest", TextPage.WIDTH - line.length());
    }

    private String coloured(String bar, int here) {
        return style.down(bar.substring(0, here)) + bar.charAt(here) + style.up(bar.substring(here + 1));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - TextPage.width(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - TextPage.width(text))) + text;
    }

    private static void list(TextPage page, String heading, String right, List<String> sentences) {
        if (!sentences.isEmpty()) {
            page.heading(heading, right);
            sentences.forEach(sentence -> page.hanging(INDENT, INDENT + 2, sentence));
        }
    }
}

package entente.report.html;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.report.text.TippingPointText;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.GradeRange;
import entente.report.wording.MeasureText;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import java.util.List;

/** A sensitivity analysis as self-contained HTML. */
public final class SensitivityHtml {

    private static final String STYLE = """

            body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: #fff; color: #1a1a1a;
              font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
            h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
            .what { color: #555; margin: .2rem 0 1.2rem; }
            .answer { font-size: 1.1rem; font-weight: 600; margin: 0 0 .3rem; }
            figure { margin: 0; }
            svg { display: block; width: 100%; height: auto; }
            .t { font: 13px system-ui, "Liberation Sans", Arial, sans-serif; fill: #1a1a1a; }
            .faint { fill: #555; }
            .figure { paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
            .ground { fill: #fdf1e3; }
            .stripe { stroke: #9a4a00; stroke-width: 2.5; }
            .below { fill: url(#stripes); stroke: #9a4a00; stroke-width: 1; }
            .above { fill: #1f4e79; stroke: #1f4e79; stroke-width: 1; }
            .now { stroke: #1a1a1a; stroke-width: 2; }
            .edge { stroke: #767676; stroke-width: 1; stroke-dasharray: 2 3; }
            .end { stroke: #c8c8c8; stroke-width: 1; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            caption { text-align: left; padding: 0 0 .5rem; color: #555; }
            th, td { padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top;
              border-bottom: 1px solid #d9d9d9; font-weight: 400; }
            thead th { font-weight: 600; border-bottom: 2px solid #1a1a1a; vertical-align: bottom; }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            li { margin: .25rem 0; }
            footer { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid #d9d9d9; color: #555; font-size: .85rem; }
            @media print {
              @page { margin: 12mm; }
              body { margin: 0; max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
              h1 { font-size: 14pt; }
              h2 { font-size: 11pt; margin: 4mm 0 2mm; }
              .what { margin: 0 0 2mm; }
              .answer { font-size: 10pt; margin: 0; }
              svg { max-height: 195mm; }
              table { font-size: 8.5pt; }
              footer { font-size: 8pt; }
              figure, tr, li { break-inside: avoid; }
              h2 { break-after: avoid; }
              rect { print-color-adjust: exact; }
            }
            """;

    private final boolean all;

    /** @param all whether readings that change nothing are shown too */
    public SensitivityHtml(boolean all) {
        this.all = all;
    }

    public String write(SensitivityResult result) {
        String title = result.current().scenario().title() + ": what moves the answer";
        return HtmlWriter.page(title, STYLE, html -> html.element("main", () -> main(html, result)));
    }

    private void main(HtmlWriter html, SensitivityResult result) {
        var scenario = result.current().scenario();
        html.element("h1", scenario.title());
        html.element(
                "p",
                scenario.id() + scenario.asOf().map(date -> ", as of " + date).orElse(""),
                "class",
                "what");
        SensitivitySentences.top(result).forEach(sentence -> html.element("p", sentence, "class", "answer"));
        List<Swing> swings = SensitivitySentences.bars(result, all);
        if (!swings.isEmpty()) {
            html.element("h2", SensitivitySentences.CHART);
            html.element("figure", () -> new TornadoChart(result, swings).draw(html));
        }
        TippingPointText tipping = new TippingPointText(result);
        list(html, TippingPointText.BANDS, tipping.bands());
        list(html, TippingPointText.RELATIONSHIPS, tipping.relationships());
        if (!swings.isEmpty()) {
            html.element("h2", "The same in figures");
            table(html, result, swings);
        }
        SensitivitySentences.unchanged(result, all).ifPresent(sentence -> html.element("p", sentence));
        html.element("footer", () -> {
            html.element("p", AssessmentSentences.caveat(result.current()));
            html.element("p", AssessmentSentences.provenance(result.current()));
        });
    }

    private static void list(HtmlWriter html, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            html.element("h2", heading);
            html.element("ul", () -> sentences.forEach(sentence -> html.element("li", sentence)));
        }
    }

    private static void table(HtmlWriter html, SensitivityResult result, List<Swing> swings) {
        html.element("table", () -> {
            html.element("caption", "The likelihood when one reading alone is moved as far as it goes, widest first.");
            html.element(
                    "thead",
                    () -> html.element("tr", () -> {
                        html.element("th", "Reading", "scope", "col");
                        html.element("th", "Now", "scope", "col");
                        html.element("th", "Lowest", "scope", "col", "class", "n");
                        html.element("th", "where it reads", "scope", "col");
                        html.element("th", "Highest", "scope", "col", "class", "n");
                        html.element("th", "where it reads", "scope", "col");
                        html.element("th", "Swing", "scope", "col", "class", "n");
                    }));
            html.element("tbody", () -> swings.forEach(swing -> html.element("tr", () -> row(html, result, swing))));
        });
    }

    private static void row(HtmlWriter html, SensitivityResult result, Swing swing) {
        MeasureText measure = new MeasureText(result.current().catalogue().indicator(swing.indicator()));
        html.element("th", Wording.label(measure.indicator()), "scope", "row");
        html.element(
                "td", swing.value().isPresent() ? measure.value(swing.value().getAsDouble()) : "unknown");
        end(html, measure, swing, swing.low());
        end(html, measure, swing, swing.high());
        html.element("td", Wording.tenths(swing.spreadTenths()), "class", "n");
    }

    private static void end(HtmlWriter html, MeasureText measure, Swing swing, GradeOutcome step) {
        html.element("td", Wording.percent(step.likelihood().value()), "class", "n");
        html.element("td", measure.where(GradeRange.around(swing, step, GradeOutcome::likelihood)));
    }
}

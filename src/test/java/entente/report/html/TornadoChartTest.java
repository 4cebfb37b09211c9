package entente.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.Band;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.CharacterBar;
import entente.report.form.SwingFigure;
import entente.report.form.TextStyle;
import entente.report.question.Answers;
import entente.report.question.Drawings;
import entente.report.text.TextRenderer;
import entente.report.wording.Figures;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The bars show the numbers beside them, in text and HTML. */
class TornadoChartTest {

    private static final String SIGNS = "[├┤┼│─ ]{25}";

    static Iterable<String> shipped() {
        return Shipped.scenarioIds();
    }

    private static SensitivityResult result(String id) {
        return new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id));
    }

    private static SwingFigure figure(SensitivityResult result) {
        return Drawings.swings(result, false);
    }

    private static Document page(SensitivityResult result) {
        return HtmlRendererTest.read(HtmlRenderer.render(Answers.sensitivity(result, false)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyBarTouchesTheCurrentLikelihood(String id) {
        SensitivityResult result = result(id);
        CharacterBar bars = new CharacterBar(Axis.over(figure(result)), result.likelihood(), 25, ' ');
        for (SwingFigure.Bar swing : figure(result).bars()) {
            String bar = bars.of(swing);
            assertThat(bar).matches(SIGNS);
            assertThat(bar.charAt(bars.here())).as(bar).isNotEqualTo(' ');
            assertThat(bar.strip()).as(swing.label()).matches("├─*┤|├─*┼─*┤|┼");
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void barLengthIsProportionalToSwingInPoints(String id) {
        SensitivityResult result = result(id);
        List<Swing> swings = SensitivitySentences.bars(result, false);
        Document page = page(result);
        List<Element> rects = HtmlRendererTest.all(page, "rect").stream()
                .filter(rect -> rect.getParentNode().getLocalName().equals("svg"))
                .skip(2) // the legend's
                .toList();
        double perPoint = perPoint(result);
        List<Double> widths = new ArrayList<>();
        for (Element rect : rects) {
            widths.add(Double.parseDouble(rect.getAttribute("width")));
            assertThat(Double.parseDouble(rect.getAttribute("x"))).isBetween(399.0, 891.0);
        }
        double sum = widths.stream().mapToDouble(Double::doubleValue).sum();
        double expected = swings.stream().mapToDouble(TornadoChartTest::length).sum() * perPoint;
        // Each part is rounded to a tenth of a unit and at least one unit wide.
        assertThat(sum).isCloseTo(expected, within(rects.size() * 1.0));
        double widest = length(swings.get(0)) * perPoint;
        assertThat(widths.stream().anyMatch(w -> w > widest / 2 - 1)).isTrue();
    }

    private static double length(Swing swing) {
        return points(swing.high().likelihood()) - points(swing.low().likelihood());
    }

    private static double points(Percent percent) {
        return 10 * Math.log10(percent.value() / (100 - percent.value()));
    }

    private static double perPoint(SensitivityResult result) {
        Axis axis = Axis.over(figure(result));
        return 490 / (points(axis.to()) - points(axis.from()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyLabelIsDrawnInFullAndInOrder(String id) {
        SensitivityResult result = result(id);
        String drawn = HtmlRendererTest.all(page(result), "text").stream()
                .filter(text -> text.getAttribute("text-anchor").equals("end")
                        && text.getAttribute("class").equals("t"))
                .map(Element::getTextContent)
                .collect(Collectors.joining(" "));
        String labels = SensitivitySentences.bars(result, false).stream()
                .map(swing -> result.current()
                        .catalogue()
                        .indicator(swing.indicator())
                        .shortLabel())
                .collect(Collectors.joining(" "));
        assertThat(drawn).isEqualTo(labels);
    }

    @Test
    void everyBarHasATableRow() {
        SensitivityResult result = result("status-quo-2025");
        List<Element> rows = HtmlRendererTest.all(page(result), "tr");
        List<Swing> swings = SensitivitySentences.bars(result, false);
        assertThat(rows).hasSize(swings.size() + 1);
        Swing widest = swings.get(0);
        Figures.Pair ends =
                Figures.ICD203.pair(widest.low().likelihood(), widest.high().likelihood());
        assertThat(cells(rows.get(1)))
                .contains(
                        result.current()
                                .catalogue()
                                .indicator(widest.indicator())
                                .shortLabel(),
                        Wording.plain(ends.before()),
                        Wording.plain(ends.after()));
    }

    private static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getChildNodes().getLength(); i++) {
            String cell = row.getChildNodes().item(i).getTextContent().replace('\u00A0', ' ');
            if (!cell.isBlank()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void axisSpansAllBarsFromTickToTick(String id) {
        SwingFigure figure = figure(result(id));
        Axis axis = Axis.over(figure);
        assertThat(figure.bars()).allSatisfy(bar -> {
            assertThat(bar.low().likelihood()).isGreaterThanOrEqualTo(axis.from());
            assertThat(bar.high().likelihood()).isLessThanOrEqualTo(axis.to());
        });
        assertThat(axis.ticks()).startsWith(axis.from()).endsWith(axis.to());
        assertThat(Axis.WHOLE.ticks()).containsAll(axis.ticks());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 14, 500, 998, 999})
    void axisOfOneLikelihoodIsTheRoomAroundIt(int tenths) {
        Percent now = new Percent(tenths);
        Axis axis = Axis.over(new SwingFigure("", now, List.of(), "", 0, ""));
        assertThat(axis.ticks()).containsExactly(axis.from(), axis.to());
        assertThat(now).isBetween(axis.from(), axis.to());
    }

    /** Equal factors of the odds have equal room, and what is beyond an end is at it. */
    @Test
    void placesAreLogOdds() {
        assertThat(Axis.WHOLE.share(50)).isEqualTo(0.5);
        for (Band band : Band.values()) {
            double points = band.from() == 0 ? -30 : 10 * Math.log10(band.from() / (100.0 - band.from()));
            assertThat(Axis.WHOLE.share(band.from())).as("%s", band).isCloseTo((points + 30) / 60, within(0.0005));
        }
        assertThat(List.of(0.0, 0.05, 0.1))
                .allSatisfy(low -> assertThat(Axis.WHOLE.share(low)).isZero());
        assertThat(List.of(99.9, 99.95, 100.0))
                .allSatisfy(high -> assertThat(Axis.WHOLE.share(high)).isEqualTo(1));
        Axis part = new Axis(new Percent(10), new Percent(500));
        assertThat(part.share(0.3)).isZero();
        assertThat(part.share(80)).isEqualTo(1);
        assertThat(part.borders()).containsExactly(5, 20, 45);
    }

    /** 44.9 percent is not on the mark of 45, although both would round to the same column. */
    @Test
    void likelihoodIsOnABandMarkOnlyIfEqual() {
        Axis axis = new Axis(Percent.LOWEST, new Percent(800));
        for (int tenths = 1; tenths <= 800; tenths++) {
            Percent percent = new Percent(tenths);
            CharacterBar bars = new CharacterBar(axis, percent, 25, ' ');
            for (int mark : List.of(1, 5, 20)) {
                assertThat(Integer.signum(bars.here() - bars.column(mark)))
                        .as("%s and %d", percent, mark)
                        .isEqualTo(Integer.signum(tenths - mark * 10));
            }
        }
    }

    @Test
    void colourAddsOnlyEscapeCodes() {
        SensitivityResult result = result("crimea-2014");
        String plain = TextRenderer.render(Answers.sensitivity(result, true), TextStyle.PLAIN);
        String coloured = TextRenderer.render(Answers.sensitivity(result, true), TextStyle.COLOUR);
        assertThat(coloured).contains("\u001B[32m", "\u001B[31m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9]+m", "").replaceAll(" +\n", "\n"))
                .isEqualTo(plain);
    }
}

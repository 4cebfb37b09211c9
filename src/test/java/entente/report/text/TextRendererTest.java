package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.rule.RuleBook;
import entente.report.form.Answer;
import entente.report.form.EveryBlock;
import entente.report.form.Given;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers at a terminal: blocks, wrapped lines, colours and the ruler of the likelihood. */
class TextRendererTest {

    private static String text(Answer report) {
        return TextRenderer.render(report, TextStyle.PLAIN);
    }

    private static List<String> table(String rows, Object... given) {
        return text(Given.answer("# t\n\n## Factors\n\n" + rows, given))
                .lines()
                .skip(2)
                .toList();
    }

    @Test
    void everyBlockIsRenderedWithin80Columns() {
        String text = text(EveryBlock.ANSWER);
        assertThat(text)
                .contains(EveryBlock.WORDS)
                .contains("at a terminal", "12345678 in brief", EveryBlock.HOSTILE.substring(0, 25))
                .doesNotContain("for documents", EveryBlock.DIGEST);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(TextPage.width(line)).isLessThanOrEqualTo(80));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
        assertThat(text.replace("x\n", "x").replaceAll("\\s", "")).contains("x".repeat(12));
    }

    @Test
    void numbersAreRightAlignedOnTheLastLineOfARow() {
        String claim = "Russia sees itself as a great power and rejects second rank, "
                .repeat(2)
                .strip();
        List<String> lines = table("""
                |  | points | article |
                |---|------:|--------------|
                | **{}** | −3.00 | §3 ¶4 +2 |
                | Short | +10.00 | assumption |
                """, claim);
        assertThat(lines.get(0)).isEqualTo("Factors" + " ".repeat(53) + "points  article");
        assertThat(lines.get(1)).startsWith("  Russia").doesNotContain("−3.00");
        assertThat(lines.get(lines.size() - 2).indexOf("−3.00") + 5).isEqualTo(66);
        assertThat(lines.get(lines.size() - 2).indexOf("§3")).isEqualTo(68);
        assertThat(lines.get(lines.size() - 1)).startsWith("    Short");
        assertThat(lines.get(lines.size() - 1).indexOf("+10.00") + 6).isEqualTo(66);
    }

    @Test
    void overlongIdHasItsOwnLineAndIsNotTruncated() {
        String id = "a-very-long-id-for-a-scenario-that-somebody-made-up-one-day";
        List<String> lines = table("|  | Likelihood |\n|---|" + "-".repeat(40) + "|\n| {} | 5.9 % |\n", id);
        assertThat(lines.get(1).strip()).isEqualTo(id);
    }

    /** Below the terms, which have up to three lines. */
    private static int ruler(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("▲"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> drawn(LikelihoodScale scale, int low, int point, int high) {
        TextPage page = new TextPage(TextStyle.PLAIN);
        Interval interval = new Interval(new Percent(low), new Percent(high), true);
        LikelihoodRuler.draw(page, new LikelihoodFigure(scale, new Percent(point), interval, ""));
        return page.toString().lines().toList();
    }

    private static int mark(LikelihoodScale scale, int tenths) {
        List<String> lines = drawn(scale, tenths, tenths, tenths);
        return lines.get(ruler(lines)).indexOf('▲');
    }

    /** The column of a likelihood in log odds: 75 columns for 60 points, after an indent of two. */
    private static int column(double percent) {
        double points = percent < 0.1 ? -30 : percent > 99.9 ? 30 : 10 * Math.log10(percent / (100 - percent));
        return 2 + (int) Math.rint((points + 30) / 60 * 75);
    }

    @ParameterizedTest
    @EnumSource
    void everyTenthOfAPercentIsMarkedAtItsLogOddsInItsTermOrGap(LikelihoodScale scale) {
        for (int tenths = 1; tenths <= 999; tenths++) {
            Word word = scale.term(new Percent(tenths));
            assertThat(mark(scale, tenths))
                    .as("%s tenths, %s", tenths, word.term())
                    .isBetween(column(tenths / 10.0) - 1, column(tenths / 10.0) + 1)
                    .isBetween(column(word.from()), column(word.end()));
        }
    }

    /** Only what is exactly on a border is marked on it. */
    @Test
    void markIsBesideTheBordersOfItsBand() {
        for (int tenths = 1; tenths <= 999; tenths++) {
            for (Band band : List.of(Band.values()).subList(1, Band.values().length)) {
                assertThat(Integer.signum(mark(LikelihoodScale.ICD203, tenths) - column(band.from())))
                        .as("%s tenths and %s", tenths, band)
                        .isEqualTo(Integer.signum(tenths - band.from() * 10));
            }
        }
    }

    /** The term of the likelihood is over its band, however narrow that is. */
    @ParameterizedTest
    @EnumSource
    void termStandsOverItsBand(LikelihoodScale scale) {
        for (int tenths = 1; tenths <= 999; tenths++) {
            Word word = scale.term(new Percent(tenths));
            if (word.adjacent().isEmpty()) {
                String term = word.term().replaceFirst("^a ", "");
                List<String> parts = List.of(term.split(" "));
                List<String> lines = drawn(scale, tenths, tenths, tenths);
                List<String> names = lines.subList(ruler(lines) - parts.size(), ruler(lines));
                for (int i = 0; i < parts.size(); i++) {
                    String part = parts.get(i);
                    int first = Math.max(2, column(word.from()) - part.length() + 1);
                    assertThat(names.get(i).indexOf(part, first))
                            .as("%s of %s tenths", term, tenths)
                            .isBetween(first, column(word.end()));
                }
            }
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void bracketSpansTheIntervalWithin80Columns(LikelihoodScale scale) {
        for (int low = 1; low <= 999; low += 7) {
            for (int high = low + 1; high <= 999; high += 13) {
                List<String> lines = drawn(scale, low, low, high);
                String bracket = lines.get(ruler(lines) + 2);
                int from = mark(scale, low);
                int to = mark(scale, high);
                assertThat(bracket.indexOf('╰')).isEqualTo(from);
                assertThat(bracket.indexOf('╯')).isEqualTo(Math.max(from + 1, to));
                assertThat(lines)
                        .allSatisfy(line -> assertThat(TextPage.width(line)).isLessThanOrEqualTo(TextPage.WIDTH));
            }
        }
    }

    private static final String LONG = "Russia sees itself as a great power and rejects second rank, "
            .repeat(3)
            .strip();

    private static TextPage page() {
        return new TextPage(TextStyle.PLAIN);
    }

    @Test
    void paragraphIsWrappedAtWordsAndIndented() {
        assertThat(page().paragraph(4, LONG).toString().lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith("    R") || line.startsWith("    ") && line.length() <= 80);
    }

    @Test
    void hangingParagraphIndentsItsContinuationLines() {
        String[] lines = page().hanging(2, 6, LONG).toString().split("\n");
        assertThat(lines[0]).startsWith("  R");
        assertThat(Arrays.stream(lines).skip(1)).allMatch(line -> line.matches(" {6}\\S.*"));
    }

    @Test
    void wrappingKeepsAllTextForAnyWhitespace() {
        Random random = new Random(7);
        for (int n = 0; n < 500; n++) {
            String text = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> "x".repeat(random.nextInt(100)) + " \t\n".charAt(random.nextInt(3)))
                    .collect(Collectors.joining());
            String solid = text.replaceAll("\\s", "");
            for (TextPage written : new TextPage[] {
                page().paragraph(3, text), page().hanging(2, 7, text), page().labelled(2, "", 9, text)
            }) {
                assertThat(written.toString().replaceAll("\\s", "")).isEqualTo(solid);
                assertThat(written.toString().lines()).allMatch(line -> TextPage.width(line) <= TextPage.WIDTH);
            }
        }
    }

    @Test
    void overlongWordIsSplitBetweenCodePoints() {
        String letters = "𝔞".repeat(200);
        String written = page().paragraph(0, letters).toString();
        assertThat(written.lines()).hasSize(3).allMatch(line -> TextPage.width(line) <= TextPage.WIDTH);
        assertThat(written.replace("\n", "")).isEqualTo(letters);
    }

    @Test
    void nonBreakingSpaceIsPrintedAsSpace() {
        String glued = "a".repeat(77) + " 5" + Wording.GLUE + "%";
        assertThat(page().paragraph(0, glued).toString()).isEqualTo("a".repeat(77) + "\n5 %\n");
    }

    private static final String CODE = "\u001B\\[[0-9;]*m";

    @Test
    void colourAddsCodesOnly() {
        List<Assessment> all = new ArrayList<>(
                Shipped.scenarioIds().stream().map(Shipped::assess).toList());
        all.addAll(UnusualAssessments.all().values());
        for (Assessment assessment : all) {
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                for (DetailLevel explain : DetailLevel.values()) {
                    same(style -> TextRenderer.render(Verdicts.report(assessment, scale, explain), style));
                }
                same(style -> Verdicts.in("text", all, scale, style));
            }
            same(style -> TextRenderer.render(Answers.ledger(assessment), style));
            same(style -> TextRenderer.render(Answers.ledgerRule(assessment, "deterrent_spent", Map.of()), style));
        }
    }

    @Test
    void colourAddsCodesOnlyToPagesAboutTheBook() {
        RuleBook book = Shipped.BOOK.book();
        same(style -> TextRenderer.render(Answers.rules(book, List.of()), style));
        book.rules().forEach(rule -> same(style -> TextRenderer.render(Answers.rule(rule, book, Map.of()), style)));
        same(style -> TextRenderer.render(Answers.indicators(book.catalogue()), style));
        book.catalogue()
                .indicators()
                .forEach(indicator -> same(
                        style -> TextRenderer.render(Answers.indicator(indicator, book.catalogue(), Map.of()), style)));
    }

    private static void same(Function<TextStyle, String> text) {
        String coloured = text.apply(TextStyle.COLOUR);
        assertThat(coloured).contains("\u001B[");
        assertThat(coloured.replaceAll(CODE, ""))
                .isEqualTo(text.apply(TextStyle.PLAIN))
                .doesNotContain("\u001B");
    }
}

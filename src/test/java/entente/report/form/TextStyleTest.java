package entente.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.text.UnusualAssessments;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.DetailLevel;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Colour adds only escape codes, so no information depends on it. */
class TextStyleTest {

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

    @Test
    void colourAddsCodesOnlyToFlips() {
        FlipResult up =
                new FlipSearch(Shipped.ASSESSOR).find(Shipped.scenario("baseline-2018"), FlipTarget.UP, Set.of(), 1);
        same(style -> TextRenderer.render(Answers.flip(up, 2), style));
    }

    @Test
    void negativePointsAreRedAndPositiveGreen() {
        Assessment assessment = Shipped.assess("baseline-2018");
        String text = TextRenderer.render(
                Verdicts.report(assessment, LikelihoodScale.ICD203, DetailLevel.SUMMARY), TextStyle.COLOUR);
        assertThat(text)
                .contains("\u001B[31m" + largest(assessment, -1) + "\u001B[0m")
                .contains("\u001B[32m" + largest(assessment, 1) + "\u001B[0m");
    }

    private static String largest(Assessment assessment, int direction) {
        Points sum = GroupFactors.of(assessment, direction).get(0).sum();
        assertThat(Integer.signum(sum.hundredths())).isEqualTo(direction);
        return Wording.points(sum);
    }

    private static void same(Function<TextStyle, String> text) {
        String coloured = text.apply(TextStyle.COLOUR);
        assertThat(coloured).contains("\u001B[");
        assertThat(coloured.replaceAll(CODE, ""))
                .isEqualTo(text.apply(TextStyle.PLAIN))
                .doesNotContain("\u001B");
    }
}

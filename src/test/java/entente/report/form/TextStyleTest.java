package entente.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipSearch;
import entente.analysis.flip.FlipTarget;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.question.AssessmentReport;
import entente.report.question.CatalogueReport;
import entente.report.question.FlipReport;
import entente.report.question.LedgerReport;
import entente.report.question.RuleBookReport;
import entente.report.question.RuleReport;
import entente.report.question.VerdictsReport;
import entente.report.text.TextRenderer;
import entente.report.text.UnusualAssessments;
import entente.report.wording.DetailLevel;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
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
                    same(style -> TextRenderer.render(AssessmentReport.of(assessment, scale, explain), style));
                }
                same(style -> TextRenderer.render(
                        VerdictsReport.of(all.stream()
                                .flatMap(one -> VerdictsReport.rows(one, scale).stream())
                                .toList()),
                        style));
            }
            same(style -> TextRenderer.render(LedgerReport.of(assessment), style));
            same(style -> TextRenderer.render(LedgerReport.of(assessment, "deterrent_spent"), style));
        }
    }

    @Test
    void colourAddsCodesOnlyToPagesAboutTheBook() {
        RuleBook book = Shipped.BOOK.book();
        same(style -> TextRenderer.render(RuleBookReport.of(book, List.of()), style));
        book.rules().forEach(rule -> same(style -> TextRenderer.render(RuleReport.one(rule, book), style)));
        same(style -> TextRenderer.render(CatalogueReport.list(book.catalogue()), style));
        book.catalogue()
                .indicators()
                .forEach(indicator ->
                        same(style -> TextRenderer.render(CatalogueReport.one(indicator, book.catalogue()), style)));
    }

    @Test
    void colourAddsCodesOnlyToFlips() {
        FlipResult up = new FlipSearch(Shipped.ASSESSOR)
                .find(Shipped.scenario("baseline-2018"), new FlipTarget.Up(), Set.of(), 1);
        same(style -> TextRenderer.render(FlipReport.of(up, 2), style));
    }

    @Test
    void negativePointsAreRedAndPositiveGreen() {
        String text = TextRenderer.render(
                AssessmentReport.of(Shipped.assess("baseline-2018"), LikelihoodScale.ICD203, DetailLevel.SUMMARY),
                TextStyle.COLOUR);
        assertThat(text).contains("\u001B[31m−5.40\u001B[0m").contains("\u001B[32m+9.30\u001B[0m");
    }

    private static void same(Function<TextStyle, String> text) {
        String coloured = text.apply(TextStyle.COLOUR);
        assertThat(coloured).contains("\u001B[");
        assertThat(coloured.replaceAll(CODE, ""))
                .isEqualTo(text.apply(TextStyle.PLAIN))
                .doesNotContain("\u001B");
    }
}

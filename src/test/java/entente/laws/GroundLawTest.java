package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.answer.AnswerText;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.Judgement;
import entente.report.form.TextStyle;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.wording.DetailLevel;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a rule is given as a ground, it is said what the text argues and what this project assumes, as its card has it. */
class GroundLawTest {

    /** What the card says: passages, then the assumption. */
    private static String card(Rule rule) {
        return Stream.concat(
                        rule.cites().stream(), rule.projectAssumption().map("project assumption: "::concat).stream())
                .collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#books")
    void everyGroundAgreesWithItsCard(LoadedRuleBook book) {
        Assessor assessor = new Assessor(book);
        Briefings briefings = new Briefings(book, Optional.empty());
        for (Scenario scenario : Shipped.scenarios(book)) {
            Assessment assessment = assessor.assess(scenario);
            ledger(assessment, book.book().rules());
            answer(assessment);
            fullText(assessment);
            briefing(
                    briefings.write(Request.first(
                            BriefingScenario.of(scenario), LikelihoodScale.ICD203, "./entente assess FILE")),
                    book.book());
        }
    }

    private static void ledger(Assessment assessment, List<Rule> rules) {
        String text = plain(MarkdownPage.render(Answers.ledger(assessment)));
        rules.forEach(rule -> assertThat(text).contains(rule.cardId() + ", " + card(rule)));
        rules.forEach(rule -> assertThat(rule.projectAssumption().stream())
                .allSatisfy(words -> assertThat(plain(TextRenderer.render(
                                Answers.ledgerRule(assessment, rule.cardId(), Map.of()), TextStyle.PLAIN)))
                        .contains(words)));
    }

    private static void answer(Assessment assessment) {
        List<String> named = AnswerText.verdict(assessment, LikelihoodScale.ICD203, id -> "")
                .lines()
                .filter(line -> line.contains("[rule "))
                .toList();
        for (String line : named) {
            Rule rule = assessment.ledger().stream()
                    .map(LedgerRow::rule)
                    .filter(one -> line.contains("[rule " + one.id() + ","))
                    .findFirst()
                    .orElseThrow();
            assertThat(line)
                    .endsWith("[rule " + rule.id() + ", " + (rule.cites().isEmpty() ? "" : "article ") + card(rule)
                            + "]");
        }
    }

    private static void fullText(Assessment assessment) {
        String text = plain(MarkdownPage.render(Verdicts.report(assessment, LikelihoodScale.ICD203, DetailLevel.FULL)));
        LedgerRow.byCard(assessment.ledger()).stream()
                .filter(row -> row.fired() && row.alliancePoints().hundredths() != 0)
                .map(LedgerRow::rule)
                .forEach(rule -> {
                    int named = text.indexOf(plain(Wording.claim(rule)));
                    assertThat(named).as(rule.id()).isNotNegative();
                    String ground = text.substring(named, Math.min(text.length(), named + 700));
                    rule.cites().forEach(cite -> assertThat(ground).contains(cite));
                    rule.projectAssumption()
                            .ifPresent(words -> assertThat(ground).contains("Project assumption: " + words));
                });
    }

    private static void briefing(Briefing briefing, RuleBook book) {
        List<Rule> rules = book.rules();
        for (Judgement judgement : briefing.judgements()) {
            List<Rule> ground = rules.stream()
                    .filter(rule -> judgement.text().contains(" " + rule.claim()))
                    .filter(rule -> rule.id().equals(rule.cardId()))
                    .toList();
            if (ground.isEmpty()) {
                assertThat(judgement.cites() + judgement.assumption()).isEmpty();
            } else {
                List<String> cites = ground.stream()
                        .flatMap(rule -> rule.cites().stream())
                        .distinct()
                        .toList();
                assertThat(plain(judgement.cites()))
                        .isEqualTo(cites.stream().limit(3).collect(Collectors.joining(", "))
                                + (cites.size() > 3 ? " +" + (cites.size() - 3) : ""));
                assertThat(judgement.assumption())
                        .isEqualTo(ground.stream()
                                .flatMap(rule -> rule.projectAssumption().stream())
                                .map("Project assumption: "::concat)
                                .collect(Collectors.joining("; ")));
            }
        }
        assertThat(briefing.method().text())
                .contains(figures(book.cards()))
                .contains(", as is the size of each weight.");
    }

    private static String figures(List<Rule> rules) {
        return "Of " + rules.size() + " rules " + Wording.count(citing(rules)) + " cite ";
    }

    private static int citing(List<Rule> rules) {
        return (int) rules.stream().filter(rule -> !rule.cites().isEmpty()).count();
    }

    @Test
    void cardOfEveryRuleIsPrinted() {
        Shipped.BOOK.book().rules().forEach(rule -> {
            String text =
                    plain(TextRenderer.render(Answers.rule(rule, Shipped.BOOK.book(), Map.of()), TextStyle.PLAIN));
            rule.cites().forEach(cite -> assertThat(text).contains(cite));
            rule.projectAssumption().ifPresent(words -> assertThat(text).contains("project assumption " + words));
        });
    }
}

package entente.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityResult;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.report.text.ProseRules;
import entente.rulebook.LoadedRuleBook;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated sentences of briefings keep the {@link ProseRules}, and speak of the rule book as it is. */
class BriefingProseTest {

    private static final String ID = "status-quo-2025";

    private static BriefingWriter.Basis basis(Assessment assessment, List<Rule> rules) {
        return new BriefingWriter.Basis(
                new SensitivityResult(assessment, List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Shipped.BOOK.about().article(),
                rules,
                LikelihoodScale.ICD203,
                "");
    }

    private static Stream<Rule> rules(Predicate<Rule> which) {
        return Shipped.BOOK.book().rules().stream().filter(which);
    }

    @Test
    void methodCountsInWordsAndInTheSingular() {
        List<Rule> four = Stream.concat(
                        rules(rule -> !rule.cites().isEmpty()).limit(3),
                        rules(rule -> rule.cites().isEmpty()).limit(1))
                .toList();
        assertThat(BriefingWriter.method(basis(Shipped.assess(ID), four)).text())
                .startsWith("Of four rules three cite Paszak (2019) by section and paragraph (")
                .contains(" of them with an assumption of this project, and one is this project's own, as is");
    }

    /** As of a rule book whose claims hedge. */
    @Test
    void sentenceThatBreaksARuleOfStyleIsNamed() {
        Assessment assessment = Shipped.assess(ID);
        Assessment hedging = assessment.withLedger(assessment.ledger().stream()
                .map(row -> row.withRule(row.rule().withClaim("The two may ally")))
                .toList());
        assertThat(violations(
                        BriefingWriter.write(basis(hedging, Shipped.BOOK.book().rules()))))
                .anyMatch(violation -> violation.contains("a hedge \"may\""));
    }

    @Test
    void everySentenceKeepsTheRulesOfStyle() {
        for (LoadedRuleBook book : Shipped.books()) {
            Briefings briefings = new Briefings(book, Optional.empty());
            for (Scenario scenario : Shipped.scenarios(book)) {
                assertThat(violations(
                                briefings.write(Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203))))
                        .isEmpty();
            }
        }
    }

    /** Words of the author of the scenario are not checked. */
    private static List<String> violations(Briefing briefing) {
        return texts(briefing).stream()
                .flatMap(text -> ProseRules.sentences(text, briefing.scale()).stream())
                .toList();
    }

    /** The title of another scenario is its author's. */
    private static String without(String title, String sentence) {
        return title.isEmpty() ? sentence : sentence.replace(title, "");
    }

    private static List<String> texts(Briefing briefing) {
        List<String> texts = new ArrayList<>();
        texts.add(briefing.bottomLine());
        texts.add(briefing.drivers());
        texts.addAll(briefing.standing());
        texts.add(briefing.confidence().lead() + " " + briefing.confidence().reasons());
        briefing.since().ifPresent(since -> texts.add(since.lead() + since.text()));
        String base = briefing.base().orElse("");
        briefing.judgements().forEach(judgement -> texts.add(without(base, judgement.lead()) + judgement.text()));
        texts.add(briefing.path());
        briefing.watch().rows().forEach(row -> texts.add(row.outcome()));
        texts.add(briefing.watch().note());
        texts.addAll(briefing.notKnown());
        briefing.probabilities().ifPresent(probabilities -> texts.add(probabilities.text()));
        briefing.keyAssumptions().forEach(assumption -> texts.add(assumption.text()));
        texts.addAll(briefing.caveats());
        texts.add(briefing.method().text());
        return texts;
    }
}

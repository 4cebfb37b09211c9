package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Question;
import entente.model.assessment.Assessment;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.Parameter;
import entente.report.form.TextStyle;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applies {@link ProseLint} to the rival book and to assessments under it. */
class RivalProseTest {

    private static final Path RULES = Shipped.RULES.resolve("rival");
    private static final LoadedRuleBook OPEN = open();
    private static final RuleBook BOOK = OPEN.book();

    private static LoadedRuleBook open() {
        try {
            return RuleBooks.open(RULES, Shipped.CACHE);
        } catch (RuleBookException wrong) {
            throw new IllegalStateException(wrong.faults().toString(), wrong);
        }
    }

    @Tag("thorough")
    @Test
    void textsOfEveryScenarioPassProseLint() {
        Assessor assessor = new Assessor(OPEN);
        List<String> wrong = new ArrayList<>();
        for (String id : Shipped.scenarioIds()) {
            Assessment assessment = assessor.assess(Shipped.scenario(id));
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                for (DetailLevel explain : DetailLevel.values()) {
                    wrong.addAll(ProseLint.text(
                            TextRenderer.render(Verdicts.report(assessment, scale, explain), TextStyle.PLAIN), scale));
                    wrong.addAll(ProseLint.markdown(
                            MarkdownPage.render(Verdicts.report(assessment, scale, explain)), scale));
                }
            }
            wrong.addAll(ProseLint.text(
                    TextRenderer.render(Answers.ledger(assessment), TextStyle.PLAIN), LikelihoodScale.ICD203));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void textsOfTheBookPassProseLint() throws IOException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(ProseLint.text(
                TextRenderer.render(Answers.rules(BOOK, List.of()), TextStyle.PLAIN), LikelihoodScale.ICD203));
        wrong.addAll(
                ProseLint.markdown(MarkdownPage.render(Answers.rules(BOOK, OPEN.inventory())), LikelihoodScale.ICD203));
        BOOK.rules()
                .forEach(rule -> wrong.addAll(ProseLint.text(
                        TextRenderer.render(Answers.rule(rule, BOOK, Map.of()), TextStyle.PLAIN),
                        LikelihoodScale.ICD203)));
        List<Parameter> figures = new ArrayList<>(
                BOOK.referenceClasses().all().stream().map(ReferenceClass::rate).toList());
        figures.addAll(BOOK.relationship().floors().values());
        for (Question question : Question.values()) {
            figures.addAll(BOOK.weights().of(question).values());
        }
        List<String> texts =
                new ArrayList<>(figures.stream().map(Parameter::reason).toList());
        BOOK.ceilings().values().forEach(ceiling -> texts.add(ceiling.reason()));
        texts.addAll(sentencesOfCases());
        texts.forEach(text -> wrong.addAll(ProseRules.sentences(text, LikelihoodScale.ICD203)));
        assertThat(wrong).isEmpty();
    }

    private static List<String> sentencesOfCases() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(RULES.resolve("cases"))) {
            for (Path file : files.sorted().toList()) {
                Matcher sentence = Pattern.compile("\"sentence\": \"(.*)\"").matcher(Files.readString(file));
                assertThat(sentence.find()).as(file.toString()).isTrue();
                sentences.add(sentence.group(1));
            }
        }
        return sentences;
    }
}

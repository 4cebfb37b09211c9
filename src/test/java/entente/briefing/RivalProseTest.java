package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.assessment.Assessor;
import entente.domain.Assessment;
import entente.domain.Figure;
import entente.domain.Question;
import entente.domain.RuleBook;
import entente.domain.ScaleOfWords;
import entente.rules.OpenBook;
import entente.rules.RuleBookException;
import entente.rules.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rival book says, and what is said of scenarios under it, keeps to the same rules of prose. */
class RivalProseTest {

    private static final Path RULES = Shipped.RULES.resolve("rival");
    private static final OpenBook OPEN = open();
    private static final RuleBook BOOK = OPEN.book();

    private static OpenBook open() {
        try {
            return RuleBooks.open(RULES, Shipped.CACHE);
        } catch (RuleBookException wrong) {
            throw new IllegalStateException(wrong.faults().toString(), wrong);
        }
    }

    @Test
    void each_text_of_each_scenario_keeps_to_the_rules() {
        Assessor assessor = new Assessor(OPEN);
        List<String> wrong = new ArrayList<>();
        for (String id : Shipped.scenarioIds()) {
            Assessment assessment = assessor.assess(Shipped.scenario(id));
            for (ScaleOfWords scale : ScaleOfWords.values()) {
                for (Explain explain : Explain.values()) {
                    wrong.addAll(
                            ProseLint.text(new TextBriefing(scale, explain, Style.PLAIN).write(assessment), scale));
                    wrong.addAll(ProseLint.markdown(new MarkdownBriefing(scale, explain).write(assessment), scale));
                }
            }
            wrong.addAll(ProseLint.text(
                    new LedgerText(Style.PLAIN).write(assessment, Optional.empty()), ScaleOfWords.ICD203));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_book_itself_keeps_to_the_rules() throws IOException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(ProseLint.text(RuleText.list(BOOK, Style.PLAIN), ScaleOfWords.ICD203));
        wrong.addAll(ProseLint.markdown(RuleBookPage.markdown(BOOK, OPEN.inventory()), ScaleOfWords.ICD203));
        BOOK.rules()
                .forEach(rule ->
                        wrong.addAll(ProseLint.text(RuleText.one(rule, BOOK, Style.PLAIN), ScaleOfWords.ICD203)));
        List<Figure> figures = new ArrayList<>(BOOK.baseRates().values());
        figures.addAll(BOOK.relationship().floors().values());
        for (Question question : Question.values()) {
            figures.addAll(BOOK.weights().of(question).values());
        }
        List<String> texts =
                new ArrayList<>(figures.stream().map(Figure::reason).toList());
        BOOK.ceilings().values().forEach(ceiling -> texts.add(ceiling.reason()));
        texts.addAll(sentencesOfCases());
        texts.forEach(text -> wrong.addAll(ProseLint.sentences(text, ScaleOfWords.ICD203)));
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

package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.rule.InventoryItem;
import entente.model.rule.RuleBook.Parameter;
import entente.report.form.TextStyle;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Applies {@link ProseLint} to the rule book, the scenarios, the cases and the pages about them. */
class BookProseTest extends ProseFixture {

    @Test
    void pagesAboutTheBookPassProseLint() {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(ProseLint.text(
                TextRenderer.render(Answers.rules(BOOK, List.of()), TextStyle.PLAIN), LikelihoodScale.ICD203));
        wrong.addAll(ProseLint.text(
                TextRenderer.render(Answers.indicators(BOOK.catalogue()), TextStyle.PLAIN), LikelihoodScale.ICD203));
        BOOK.rules()
                .forEach(rule -> wrong.addAll(ProseLint.text(
                        TextRenderer.render(Answers.rule(rule, BOOK, Map.of()), TextStyle.PLAIN),
                        LikelihoodScale.ICD203)));
        BOOK.catalogue()
                .indicators()
                .forEach(indicator -> wrong.addAll(ProseLint.text(
                        TextRenderer.render(Answers.indicator(indicator, BOOK.catalogue(), Map.of()), TextStyle.PLAIN),
                        LikelihoodScale.ICD203)));
        wrong.addAll(ProseLint.markdown(
                MarkdownPage.render(Answers.rules(BOOK, Shipped.BOOK.inventory())), LikelihoodScale.ICD203));
        assertThat(wrong).isEmpty();
    }

    @Test
    void textsOfTheBookPassProseLint() {
        List<String> texts = new ArrayList<>();
        BOOK.rules().forEach(rule -> {
            texts.add(rule.claim());
            rule.projectAssumption().ifPresent(texts::add);
        });
        BOOK.catalogue().groups().forEach(group -> texts.add(group.label()));
        for (Indicator indicator : BOOK.catalogue().indicators()) {
            texts.add(indicator.label());
            texts.add(indicator.source());
            indicator.note().ifPresent(texts::add);
            texts.addAll(indicator.anchors().values());
            indicator.cutPoints().forEach(cut -> texts.add(cut.reason()));
            indicator.dataNotes().forEach(note -> texts.add(note.note()));
        }
        BOOK.catalogue().dataNotes().forEach(note -> texts.add(note.note()));
        for (Question question : Question.values()) {
            BOOK.weights().of(question).values().forEach(figure -> texts.add(figure.reason()));
        }
        BOOK.ceilings().values().forEach(ceiling -> texts.add(ceiling.reason()));
        BOOK.referenceClasses().all().forEach(one -> texts.add(one.rate().reason()));
        BOOK.relationship().floors().values().forEach(figure -> texts.add(figure.reason()));
        texts.add(BOOK.relationship().withPact().reason());
        texts.add(BOOK.relationship().withSwitch().reason());
        texts.addAll(confidenceReasons());
        for (InventoryItem item : Shipped.BOOK.inventory()) {
            texts.add(item.words());
            item.leftOut().ifPresent(texts::add);
            item.partly().ifPresent(texts::add);
        }
        assertThat(wrong(texts)).isEmpty();
    }

    private static List<String> confidenceReasons() {
        var scheme = BOOK.confidence();
        List<Parameter> figures = new ArrayList<>(scheme.reliability().values());
        figures.addAll(scheme.credibility().values());
        figures.addAll(List.of(
                scheme.ungraded(),
                scheme.assumedCoverage(),
                scheme.freshYears(),
                scheme.high(),
                scheme.moderate(),
                scheme.stepDownBelow(),
                scheme.longViewYears(),
                scheme.wideBands()));
        return figures.stream().map(Parameter::reason).toList();
    }

    @Test
    void textsOfTheScenariosPassProseLint() {
        List<String> texts = new ArrayList<>();
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            texts.add(scenario.title());
            scenario.narrative().ifPresent(texts::add);
            scenario.observed().ifPresent(observed -> texts.add(observed.source()));
            scenario.sources().forEach(source -> texts.add(source.ref()));
            scenario.readings().values().forEach(reading -> reading.note().ifPresent(texts::add));
        }
        assertThat(wrong(texts)).isEmpty();
    }

    @Test
    void sentencesOfTheCasesPassProseLint() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.list(Shipped.RULES.resolve("cases"))) {
            for (var file : files.sorted().toList()) {
                Matcher sentence = Pattern.compile("\"sentence\": \"(.*)\"")
                        .matcher(Files.readString(file, StandardCharsets.UTF_8));
                assertThat(sentence.find()).as(file.toString()).isTrue();
                texts.add(sentence.group(1));
            }
        }
        assertThat(wrong(texts)).isEmpty();
    }

    @Test
    void proseLintReportsEachKindOfFault() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("An alliance is likely.", "without (55–80 %)");
        bad.put("An alliance is unlikely (25–35 %).", "without (20–45 %)");
        bad.put("An alliance is highly unlikely (10–20 %).", "is no word of ICD203");
        bad.put("It is very unlikely (5–20 %), and confidence is high.", "likelihood and confidence");
        bad.put("Confidence is moderate, at 70 %.", "confidence beside a percentage");
        bad.put("Moscow might turn.", "a hedge");
        bad.put("There is a significant chance of a turn.", "a hedge");
        bad.put("A treaty is possible.", "a hedge");
        bad.put("Moscow will turn.", "a forecast");
        bad.put("The answer is 100 %.", "certainty");
        bad.put("The answer is 0.0 %.", "certainty");
        bad.put("It is the the treaty.", "a word twice");
        bad.put("The treaty , as such.", "spacing");
        bad.put("The reading is null.", "unfilled");
        bad.forEach((sentence, what) -> assertThat(ProseRules.sentences(sentence, LikelihoodScale.ICD203))
                .as(sentence)
                .anyMatch(found -> found.contains(what)));
        assertThat(ProseLint.text("A line with a blank \nand one\u00A0that is glued\n\n", LikelihoodScale.ICD203))
                .hasSize(3);
        assertThat(ProseLint.text("x".repeat(81) + "\n", LikelihoodScale.ICD203))
                .hasSize(1);
        List<String> good = List.of(
                "It is very unlikely (5–20 %): 5.9 %. Confidence is moderate.",
                "Will of the two leaderships to ally: reads 1, low.",
                "The agreement of May 2014 stands.",
                "Too little political will is named.");
        good.forEach(sentence -> assertThat(ProseRules.sentences(sentence, LikelihoodScale.ICD203))
                .isEmpty());
        assertThat(ProseRules.sentences("It has a realistic possibility (40–<50 %): 44.0 %.", LikelihoodScale.PHIA))
                .isEmpty();
    }
}

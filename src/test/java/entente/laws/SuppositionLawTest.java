package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.series.TimeSeries;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.document.CanonicalJson;
import entente.model.Assumptions;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.answer.AnswerText;
import entente.report.briefing.Briefing;
import entente.report.csv.AssessmentTable;
import entente.report.csv.ResultTable;
import entente.report.form.Answer;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.json.AssessmentJson;
import entente.report.json.ContrastJson;
import entente.report.json.ExplanationJson;
import entente.report.json.ExplorationJson;
import entente.report.json.FlipJson;
import entente.report.json.SensitivityJson;
import entente.report.json.SeriesJson;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.wording.DetailLevel;
import entente.report.wording.MeasureText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Rendered;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a scenario changes in the one that it extends without naming a source is supposed, and so is what it changes in
 * the rule book: it stands before the verdict in every medium, all of it, and beside each figure in tables. What has a
 * source, or repeats the other scenario or the rule book, is not. A reading that is given a value counts as assumed.
 */
@Tag("law")
class SuppositionLawTest {

    private static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());

    private static final String UNKNOWN = "unknown";

    /**
     * @param readings in the order of the file, as JSON; {@code supposed} the same as the oracle has them, in words;
     *     {@code changes} those of the rule book, each as a part of the sentence
     */
    private record Drawn(
            Scenario parent,
            Map<String, String> readings,
            Map<String, String> supposed,
            Assumptions assumptions,
            List<String> changes) {

        boolean supposes() {
            return !supposed.isEmpty() || !changes.isEmpty();
        }

        List<String> assumed() {
            return supposed.keySet().stream()
                    .filter(id -> !supposed.get(id).equals(UNKNOWN))
                    .toList();
        }

        /** The parts of the sentence. */
        List<String> clauses() {
            return Stream.concat(
                            RandomWorlds.INDICATORS.stream()
                                    .filter(indicator -> supposed.containsKey(indicator.id()))
                                    .map(indicator -> clause(indicator, supposed.get(indicator.id()))),
                            changes.stream())
                    .toList();
        }

        String json() {
            return readings.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                    .collect(Collectors.joining(
                            ", ",
                            "{ \"schemaVersion\": \"1\", \"id\": \"drawn\", \"title\": \"Drawn\", \"extends\": \""
                                    + parent.id() + "\", \"readings\": { ",
                            " }, \"assumptions\": " + CanonicalJson.write(written(assumptions))
                                    + ", \"sources\": [ { \"id\": \"read\", \"ref\": \"A report\" } ] }"));
        }
    }

    private static String clause(Indicator indicator, String words) {
        String label = "“" + indicator.shortLabel() + "”";
        return words.equals(UNKNOWN) ? "nothing is known of " + label : label + " is " + words;
    }

    private static Map<String, Object> written(Assumptions assumptions) {
        Map<String, Object> weights = new TreeMap<>();
        assumptions.weights().forEach((question, table) -> {
            Map<String, Object> points = new TreeMap<>();
            table.forEach((strength, value) -> points.put(strength.name(), value));
            weights.put(question.name().toLowerCase(Locale.ROOT), points);
        });
        Map<String, Object> all = new TreeMap<>(Map.of(
                "weights", weights,
                "emphasis", assumptions.emphasis(),
                "without", List.copyOf(assumptions.without()),
                "cutPoints", assumptions.cutPoints()));
        assumptions.baseRatePercent().ifPresent(rate -> all.put("baseRatePercent", rate));
        assumptions.referenceClass().ifPresent(id -> all.put("referenceClass", id));
        return all;
    }

    private static String label(RuleBook book, String id) {
        return book.referenceClasses().find(id).orElseThrow().label();
    }

    /** What the rule book has otherwise. */
    private static List<String> changes(Assumptions assumptions, Scenario parent) {
        RuleBook book = Shipped.BOOK.book();
        List<String> changes = new ArrayList<>();
        assumptions.baseRatePercent().ifPresent(rate -> {
            double usual = book.baseRate(parent.horizonYears());
            if (rate != usual) {
                changes.add(
                        "the base rate is " + Numbers.plain(rate) + " % (in the book " + Numbers.plain(usual) + " %)");
            }
        });
        String standard = book.referenceClasses().standard();
        assumptions
                .referenceClass()
                .filter(id -> !id.equals(standard))
                .ifPresent(id -> changes.add("the base rate is that of " + label(book, id) + " (in the book that of "
                        + label(book, standard) + ")"));
        assumptions
                .weights()
                .forEach((question, table) -> table.forEach((strength, points) -> {
                    double usual = book.weights().points(question, strength);
                    if (points != usual) {
                        changes.add("a claim that weighs "
                                + strength.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " on the "
                                + question.name().toLowerCase(Locale.ROOT) + " counts " + Numbers.plain(points)
                                + " points (in the book " + Numbers.plain(usual) + ")");
                    }
                }));
        assumptions.emphasis().forEach((group, factor) -> {
            String label = "“" + book.catalogue().group(group).label() + "”";
            if (factor == 0) {
                changes.add("everything under " + label + " plays no part");
            } else if (factor != 1) {
                changes.add(label + " counts " + Numbers.plain(factor) + " times as much as in the book");
            }
        });
        assumptions
                .cutPoints()
                .forEach((id, cuts) -> changes.add("” is graded from "
                        + cuts.stream().map(Numbers::plain).collect(Collectors.joining(", ")) + " (in the book "));
        assumptions
                .without()
                .forEach(id -> changes.add(book.rules().stream()
                        .filter(rule -> rule.id().equals(id))
                        .map(rule -> "the rule “" + rule.claim().replaceAll("\\.$", "") + "” plays no part")
                        .findFirst()
                        .orElseGet(() -> "everything under “"
                                + book.catalogue().group(id).label() + "” plays no part")));
        return changes;
    }

    private static Drawn draw(SplittableRandom random) {
        Scenario parent = RandomWorlds.SHIPPED.get(random.nextInt(RandomWorlds.SHIPPED.size()));
        Map<String, String> readings = new LinkedHashMap<>();
        Map<String, String> supposed = new TreeMap<>();
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            Reading before = parent.reading(indicator.id());
            Optional<String> inherited = Optional.of(before)
                    .filter(reading -> reading.status() == ReadingStatus.ASSUMED)
                    .map(reading -> words(indicator, reading.value().orElseThrow()));
            inherited.ifPresent(words -> supposed.put(indicator.id(), words));
            if (random.nextInt(4) > 0) {
                continue;
            }
            double value = Numbers.rounded(RandomWorlds.value(random, indicator), 3);
            String number = Numbers.plain(value);
            boolean same = before.range()
                    .filter(range -> !range.wide() && range.value() == value)
                    .isPresent();
            Consumer<String> change = json -> {
                readings.put(indicator.id(), json);
                if (!same) {
                    supposed.put(indicator.id(), words(indicator, value));
                }
            };
            switch (random.nextInt(9)) {
                case 0 -> {
                    readings.put(indicator.id(), "{ \"value\": " + number + ", \"source\": \"read\" }");
                    supposed.remove(indicator.id());
                }
                case 1 -> {
                    readings.put(indicator.id(), "\"unknown\"");
                    if (before.range().isPresent()) {
                        supposed.put(indicator.id(), UNKNOWN);
                    }
                }
                case 6 -> {
                    readings.put(indicator.id(), "{ \"value\": \"unknown\", \"source\": \"read\" }");
                    supposed.remove(indicator.id());
                }
                case 7 -> {
                    readings.put(indicator.id(), "{ \"value\": \"unknown\", \"status\": \"assumed\" }");
                    supposed.put(indicator.id(), UNKNOWN);
                }
                case 2 ->
                    before.range()
                            .ifPresent(range -> readings.put(
                                    indicator.id(),
                                    "{ \"value\": " + Numbers.plain(range.value()) + ", \"low\": "
                                            + Numbers.plain(range.low()) + ", \"high\": " + Numbers.plain(range.high())
                                            + ", \"note\": \"As before\" }"));
                case 3 -> change.accept("{ \"value\": " + number + ", \"grade\": \"A1\" }");
                case 4 -> change.accept("{ \"value\": " + number + ", \"status\": \"known\" }");
                case 5 -> {
                    readings.put(indicator.id(), "{ \"grades\": { \"LOW\": 0.65, \"HIGH\": 0.35 } }");
                    supposed.put(indicator.id(), "low 65 %, high 35 %");
                }
                default -> change.accept(number);
            }
        }
        Assumptions assumptions = random.nextInt(3) == 0 ? RandomWorlds.assumptions(random) : Assumptions.NONE;
        return new Drawn(parent, readings, supposed, assumptions, changes(assumptions, parent));
    }

    private static String words(Indicator indicator, double value) {
        return new MeasureText(indicator).explained(value);
    }

    private static void forAll(int cases, BiConsumer<Drawn, Scenario> law) {
        for (int n = 0; n < cases; n++) {
            Drawn drawn = draw(new SplittableRandom(Property.SEED + n));
            Scenario scenario = Shipped.parse(drawn.json());
            try {
                law.accept(drawn, scenario);
            } catch (AssertionError broken) {
                throw new AssertionError("case " + n + ": " + broken.getMessage() + "\n  in " + drawn.json(), broken);
            }
        }
    }

    @Test
    void changesWithoutASourceAreAssumed() {
        forAll(Math.min(Property.cases() * 4, 2000), (drawn, scenario) -> {
            assertThat(assumed(scenario)).isEqualTo(drawn.assumed());
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            assertThat(assessment.confidence().assumed())
                    .isEqualTo(drawn.assumed().size());
        });
    }

    /** A scenario is read again from its own record in a result, and a scenario that extends it inherits what it supposes. */
    @Test
    void whatIsSupposedIsKept() {
        forAll(Math.min(Property.cases(), 300), (drawn, scenario) -> {
            Optional<String> sentence = SuppositionText.sentence(Shipped.ASSESSOR.assess(scenario));
            Scenario again = Shipped.parse(scenario.resolved());
            assertThat(SuppositionText.sentence(Shipped.ASSESSOR.assess(again))).isEqualTo(sentence);
        });
    }

    private static List<String> assumed(Scenario scenario) {
        return scenario.readings().values().stream()
                .filter(reading -> reading.status() == ReadingStatus.ASSUMED)
                .map(Reading::indicator)
                .sorted()
                .toList();
    }

    /** And the reasons for the confidence are the same. */
    @Test
    void allThatIsSupposedStandsBeforeTheVerdictInEveryMedium() {
        forAll(Math.max(4, Property.cases() / 20), (drawn, scenario) -> {
            String confidence = plain(VerdictSentences.confidence(Shipped.ASSESSOR.assess(scenario)));
            String reasons = confidence.substring(confidence.indexOf(':') + 1);
            media(scenario).forEach((medium, text) -> {
                String plain = plain(text);
                if (!medium.equals("ledger")) {
                    assertThat(plain).as(medium).contains(reasons);
                }
                String before = plain.substring(0, verdict(plain, scenario));
                assertThat(drawn.clauses())
                        .as(medium)
                        .allSatisfy(clause -> assertThat(before).contains(plain(clause)));
                for (Indicator indicator : RandomWorlds.INDICATORS) {
                    if (!drawn.supposed().containsKey(indicator.id())) {
                        assertThat(before.replace("”isgraded", "”"))
                                .as(medium)
                                .doesNotContain(plain(clause(indicator, "")))
                                .doesNotContain(plain(clause(indicator, UNKNOWN)));
                    }
                }
                assertThat(before.contains("Supposethat")).as(medium).isEqualTo(drawn.supposes());
            });
        });
    }

    /** Also where several scenarios are compared, and in data. A terminal has it in short. */
    @Test
    void whatIsSupposedStandsBesideEachFigure() {
        forAll(
                Math.max(3, Property.cases() / 50),
                (drawn, scenario) -> figures(drawn, scenario).forEach((medium, text) -> {
                    String plain = plain(text.replace("\\\"", "\""));
                    assertThat(plain.contains("Suppose")).as(medium).isEqualTo(drawn.supposes());
                    if (!medium.endsWith("at a terminal")) {
                        assertThat(drawn.clauses())
                                .as(medium)
                                .allSatisfy(clause -> assertThat(plain).contains(plain(clause)));
                    }
                }));
    }

    /** Beside those of the scenario that it extends, unless that supposes something itself. */
    private static Map<String, String> figures(Drawn drawn, Scenario scenario) {
        Assessment parent = Shipped.ASSESSOR.assess(drawn.parent());
        Assessment assessment = Shipped.ASSESSOR.assess(scenario);
        Map<String, String> figures = new TreeMap<>();
        List<Assessment> both = List.of(
                SuppositionText.sentence(parent).isPresent() ? Shipped.assess("baseline-2018") : parent, assessment);
        Map.of("at a terminal", "text", "in Markdown", "md", "in HTML", "html")
                .forEach((where, medium) -> figures.put(
                        "verdicts " + where, Verdicts.in(medium, both, LikelihoodScale.ICD203, TextStyle.PLAIN)));
        TimeSeries steps = TimeSeries.of(
                Shipped.ASSESSOR, both.stream().map(Assessment::scenario).toList());
        Answer series = Answers.series(steps, LikelihoodScale.ICD203, false);
        figures.put("series at a terminal", TextRenderer.render(series, TextStyle.PLAIN));
        figures.put("series in HTML", HtmlRenderer.render(series));
        figures.put("series in CSV", ResultTable.SERIES.write(steps));
        figures.put("series in JSON", SeriesJson.DOCUMENT.pretty(steps));
        SensitivityAnalysis analysis = new SensitivityAnalysis(Shipped.ASSESSOR);
        for (AssessmentTable table : AssessmentTable.values()) {
            figures.put(
                    table + " in CSV",
                    table.of(LikelihoodScale.ICD203, analysis::analyze).write(assessment));
        }
        SensitivityResult swings = analysis.analyze(assessment);
        figures.put("sensitivity in JSON", SensitivityJson.write(swings, false));
        figures.put("sensitivity in CSV", ResultTable.SENSITIVITY.write(SensitivityJson.of(swings, true)));
        figures.put("sensitivity", MarkdownPage.render(Answers.sensitivity(swings, false)));
        FlipResult flips = new FlipSearch(Shipped.ASSESSOR).find(scenario, FlipTarget.UP, Set.of(), 1);
        figures.put("flips in JSON", FlipJson.DOCUMENT.pretty(flips));
        figures.put("flips", MarkdownPage.render(Answers.flip(flips, 1)));
        figures.put(
                "ledger in JSON",
                ExplanationJson.DOCUMENT.pretty(new ExplanationJson.Explanation(assessment, Optional.empty())));
        figures.put("rule", MarkdownPage.render(Answers.ledgerRule(assessment, "deterrent_spent", Map.of())));
        ExplorationResult explored = new Exploration(Shipped.ASSESSOR).explore(scenario);
        figures.put("exploration in JSON", ExplorationJson.DOCUMENT.pretty(explored));
        figures.put("exploration", MarkdownPage.render(Answers.exploration(explored)));
        List<ScenarioContrast> contrasts =
                List.of(new ScenarioContrasts(Shipped.ASSESSOR).between(both.get(0), assessment));
        figures.put("comparison", MarkdownPage.render(Answers.contrast(contrasts)));
        figures.put("comparison in JSON", ContrastJson.DOCUMENT.pretty(contrasts));
        figures.put("comparison in CSV", ResultTable.COMPARISON.write(contrasts));
        return figures;
    }

    private static Request request(Scenario scenario) {
        return Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203, "./entente assess FILE");
    }

    /** Where the sentence on the likelihood begins. */
    private static int verdict(String text, Scenario scenario) {
        VerdictSentences sentences = new VerdictSentences(Shipped.ASSESSOR.assess(scenario), LikelihoodScale.ICD203);
        int at = text.indexOf(plain(sentences.statement()).substring(0, 40));
        assertThat(at).as("the statement is in it").isNotNegative();
        return at;
    }

    private static Map<String, String> media(Scenario scenario) {
        Assessment assessment = Shipped.ASSESSOR.assess(scenario);
        Answer report = Verdicts.report(assessment, LikelihoodScale.ICD203, DetailLevel.SUMMARY);
        Briefing briefing = BRIEFINGS.write(request(scenario));
        String json = AssessmentJson.DOCUMENT.pretty(assessment);
        Map<String, String> media = new TreeMap<>();
        media.put("text", TextRenderer.render(report, TextStyle.PLAIN));
        media.put(
                "full text",
                TextRenderer.render(
                        Verdicts.report(assessment, LikelihoodScale.ICD203, DetailLevel.FULL), TextStyle.PLAIN));
        media.put("Markdown", MarkdownPage.render(report));
        media.put("HTML", HtmlRenderer.render(report));
        media.put("ledger", TextRenderer.render(Answers.ledger(assessment), TextStyle.PLAIN));
        media.put("answer", AnswerText.verdict(assessment, LikelihoodScale.ICD203, id -> ""));
        media.put("JSON", json.substring(json.indexOf("\"verdict\"")) + " operational alliance");
        for (BriefingMedium medium : BriefingMedium.values()) {
            media.put("briefing as " + medium, Rendered.text(medium, medium.render(briefing)));
        }
        return media;
    }

    /** Without spaces, as lines also end at hyphens. */
    static String plain(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace('\u00A0', ' ')
                .replace("\u00AD", "")
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("\\s+", "");
    }
}

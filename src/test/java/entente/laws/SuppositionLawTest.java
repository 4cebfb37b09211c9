package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.BriefingMedium;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.answer.VerdictAnswer;
import entente.report.briefing.Briefing;
import entente.report.form.Report;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.json.AssessmentJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.AssessmentReport;
import entente.report.question.LedgerReport;
import entente.report.text.TextRenderer;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.MeasureText;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import entente.sheet.SheetFormat;
import entente.sheet.SheetReader;
import entente.sheet.SheetWriter;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a scenario changes in the one that it extends without naming a source is supposed: it counts as assumed and
 * stands before the verdict in every medium, all of it. What has a source, or repeats the other scenario, does not.
 */
@Tag("law")
class SuppositionLawTest {

    private static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());

    /** @param readings in the order of the file, as JSON; {@code supposed} the same as the oracle has them, in words */
    private record Drawn(Scenario parent, Map<String, String> readings, Map<String, String> supposed) {

        String json() {
            return readings.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                    .collect(Collectors.joining(
                            ", ",
                            "{ \"schemaVersion\": \"1\", \"id\": \"drawn\", \"title\": \"Drawn\", \"extends\": \""
                                    + parent.id() + "\", \"readings\": { ",
                            " }, \"sources\": [ { \"id\": \"read\", \"ref\": \"A report\" } ] }"));
        }
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
            switch (random.nextInt(7)) {
                case 0 -> {
                    readings.put(indicator.id(), "{ \"value\": " + number + ", \"source\": \"read\" }");
                    supposed.remove(indicator.id());
                }
                case 1 -> {
                    readings.put(indicator.id(), "\"unknown\"");
                    supposed.remove(indicator.id());
                }
                case 2 ->
                    before.range()
                            .ifPresent(range -> readings.put(
                                    indicator.id(),
                                    "{ \"value\": " + Numbers.plain(range.value()) + ", \"low\": "
                                            + Numbers.plain(range.low()) + ", \"high\": " + Numbers.plain(range.high())
                                            + ", \"note\": \"As before\" }"));
                case 3 ->
                    changed(
                            indicator,
                            before,
                            value,
                            readings,
                            supposed,
                            "{ \"value\": " + number + ", \"grade\": \"A1\" }");
                case 4 ->
                    changed(
                            indicator,
                            before,
                            value,
                            readings,
                            supposed,
                            "{ \"value\": " + number + ", \"status\": \"known\" }");
                case 5 -> {
                    readings.put(indicator.id(), "{ \"grades\": { \"LOW\": 0.65, \"HIGH\": 0.35 } }");
                    supposed.put(indicator.id(), "low 65 %, high 35 %");
                }
                default -> changed(indicator, before, value, readings, supposed, number);
            }
        }
        return new Drawn(parent, readings, supposed);
    }

    private static void changed(
            Indicator indicator,
            Reading before,
            double value,
            Map<String, String> readings,
            Map<String, String> supposed,
            String json) {
        readings.put(indicator.id(), json);
        boolean same = before.range()
                .filter(range -> !range.wide() && range.value() == value)
                .isPresent();
        if (!same) {
            supposed.put(indicator.id(), words(indicator, value));
        }
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
            assertThat(assumed(scenario)).isEqualTo(List.copyOf(drawn.supposed().keySet()));
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            assertThat(assessment.confidence().assumed())
                    .isEqualTo(drawn.supposed().size());
        });
    }

    /** The same changes in a spreadsheet, and those without a source by options. */
    @Test
    void everyWayToChangeAScenarioSupposesTheSame() {
        forAll(Math.min(Property.cases(), 300), (drawn, scenario) -> {
            byte[] json = drawn.json().getBytes(StandardCharsets.UTF_8);
            for (SheetFormat form : List.of(SheetFormat.CSV, SheetFormat.XLSX)) {
                byte[] sheet = SheetWriter.write(
                                Documents.json(json, DocumentLimits.SCENARIO)
                                        .root()
                                        .orElseThrow(),
                                form,
                                Shipped.BOOK.book().catalogue(),
                                Shipped.READER,
                                Shipped.SHELF)
                        .orElseThrow();
                ScenarioResult read =
                        SheetReader.read(sheet, form, Shipped.READER, Shipped.SHELF, ScenarioOverrides.NONE);
                assertThat(((ScenarioResult.Accepted) read).scenario().readings())
                        .isEqualTo(scenario.readings());
            }
            Map<String, String> sets = new TreeMap<>();
            drawn.supposed().keySet().stream()
                    .filter(drawn.readings()::containsKey)
                    .filter(id -> scenario.reading(id).distribution().isEmpty())
                    .filter(id -> !scenario.reading(id).range().orElseThrow().wide())
                    .forEach(id -> sets.put(
                            id, Numbers.plain(scenario.reading(id).value().orElseThrow())));
            Scenario set = Shipped.with(drawn.parent().id(), sets);
            sets.keySet().forEach(id -> assertThat(set.reading(id).status()).isEqualTo(ReadingStatus.ASSUMED));
        });
    }

    private static List<String> assumed(Scenario scenario) {
        return scenario.readings().values().stream()
                .filter(reading -> reading.status() == ReadingStatus.ASSUMED)
                .map(Reading::indicator)
                .sorted()
                .toList();
    }

    @Test
    void allThatIsSupposedStandsBeforeTheVerdictInEveryMedium() {
        forAll(
                Math.max(4, Property.cases() / 10),
                (drawn, scenario) -> media(scenario).forEach((medium, text) -> {
                    String plain = plain(text);
                    int verdict = verdict(plain);
                    String is = scenario.observed().isPresent() ? " was " : " is ";
                    for (Indicator indicator : RandomWorlds.INDICATORS) {
                        String start = "“" + indicator.shortLabel() + "”" + is;
                        String words = drawn.supposed().get(indicator.id());
                        if (words == null) {
                            assertThat(plain.substring(0, verdict)).as(medium).doesNotContain(plain(start));
                        } else {
                            assertThat(plain.substring(0, verdict)).as(medium).contains(plain(start + words));
                        }
                    }
                    assertThat(plain.substring(0, verdict).contains("Supposethat"))
                            .as(medium)
                            .isEqualTo(!drawn.supposed().isEmpty());
                }));
    }

    @Test
    void theReasonsForTheConfidenceAreTheSameInEveryMedium() {
        forAll(Math.max(4, Property.cases() / 10), (drawn, scenario) -> {
            String statement = plain(ConfidenceStatement.of(Shipped.ASSESSOR.assess(scenario)));
            Map<String, String> media = media(scenario);
            media.remove("ledger");
            media.forEach((medium, text) ->
                    assertThat(plain(text)).as(medium).contains(statement.substring(statement.indexOf(':') + 1)));
        });
    }

    /** Where the sentence on the likelihood begins. */
    private static int verdict(String text) {
        return Stream.of("operationalalliance", "baserate")
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElseThrow();
    }

    private static Map<String, String> media(Scenario scenario) {
        Assessment assessment = Shipped.ASSESSOR.assess(scenario);
        Report report = AssessmentReport.of(assessment, LikelihoodScale.ICD203, DetailLevel.SUMMARY);
        Briefing briefing = BRIEFINGS.write(new Request(
                scenario,
                Optional.empty(),
                Optional.empty(),
                1,
                LikelihoodScale.ICD203,
                false,
                "./entente assess FILE"));
        String json = AssessmentJson.DOCUMENT.pretty(assessment);
        Map<String, String> media = new TreeMap<>();
        media.put("text", TextRenderer.render(report, TextStyle.PLAIN));
        media.put(
                "full text",
                TextRenderer.render(
                        AssessmentReport.of(assessment, LikelihoodScale.ICD203, DetailLevel.FULL), TextStyle.PLAIN));
        media.put("Markdown", MarkdownRenderer.render(report));
        media.put("HTML", HtmlRenderer.render(report));
        media.put("ledger", TextRenderer.render(LedgerReport.of(assessment), TextStyle.PLAIN));
        media.put("answer", VerdictAnswer.of(assessment, LikelihoodScale.ICD203, id -> ""));
        media.put("JSON", json.substring(json.indexOf("\"verdict\"")) + " operational alliance");
        for (BriefingMedium medium : BriefingMedium.values()) {
            media.put("briefing as " + medium, text(medium, medium.render(briefing)));
        }
        return media;
    }

    private static String text(BriefingMedium medium, byte[] bytes) {
        try {
            if (medium == BriefingMedium.PDF) {
                try (PDDocument pdf = Loader.loadPDF(bytes)) {
                    return new PDFTextStripper().getText(pdf);
                }
            }
            if (medium == BriefingMedium.DOCX) {
                try (XWPFWordExtractor word =
                        new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
                    return word.getText();
                }
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Without spaces, as lines also end at hyphens. */
    private static String plain(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace('\u00A0', ' ')
                .replace("\u00AD", "")
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("\\s+", "");
    }
}

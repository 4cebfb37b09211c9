package entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.series.TimeSeries;
import entente.analysis.track.Edition;
import entente.analysis.track.EditionParser;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackedStatement;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.briefing.EditionArchive;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.model.LikelihoodScale;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Assessment;
import entente.report.answer.VerdictAnswer;
import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import entente.report.csv.TrackRecordCsv;
import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.form.TextStyle;
import entente.report.json.ContrastJson;
import entente.report.json.ResultDocuments;
import entente.report.json.SeriesJson;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.report.media.AssessmentMedium.Options;
import entente.report.media.AssessmentSeries;
import entente.report.media.ReportRenderer;
import entente.report.question.Answers;
import entente.report.text.ProseRules;
import entente.report.wording.TrackSentences;
import entente.report.wording.VerdictSentences;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.service.api.EditionListJson;
import entente.testkit.DynamicTests;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verdict is one sentence, word for word the same in every medium; tables and lists have its short form. */
@Tag("thorough")
class StatementEverywhereTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SLOW = Set.of("pdf", "docx");

    @TempDir
    private Path folder;

    /** What is rendered. */
    private record World(
            LoadedRuleBook book,
            Assessor assessor,
            Assessment assessment,
            LikelihoodScale scale,
            Map<String, Object> made) {

        static World of(LoadedRuleBook book, Scenario scenario, LikelihoodScale scale) {
            Assessor assessor = new Assessor(book);
            return new World(book, assessor, assessor.assess(scenario), scale, new HashMap<>());
        }

        Scenario scenario() {
            return assessment.scenario();
        }

        /** Computed once for all media. */
        @SuppressWarnings("unchecked")
        <T> T once(String name, Function<World, T> make) {
            return (T) made.computeIfAbsent(name, key -> make.apply(this));
        }

        Briefing briefing() {
            return once(
                    "briefing",
                    world -> new Briefings(book, Optional.empty())
                            .write(Request.first(BriefingScenario.of(scenario()), scale)));
        }

        CombinedBriefing combined() {
            Request request = Request.first(BriefingScenario.of(scenario()), scale);
            return once("combined", world -> new Briefings(book, Optional.empty()).combine(List.of(request, request)));
        }

        ScenarioContrast contrast() {
            return once("contrast", world -> new ScenarioContrasts(assessor).between(assessment, assessment));
        }

        TimeSeries series() {
            return once("series", world -> TimeSeries.of(assessor, List.of(scenario())));
        }

        SensitivityResult sensitivity() {
            return once("sensitivity", world -> new SensitivityAnalysis(assessor).analyze(assessment));
        }

        VerdictSentences verdict() {
            return new VerdictSentences(assessment, scale);
        }
    }

    /** A way in which a verdict reaches a reader. */
    private interface Channel {
        byte[] write(World world) throws IOException;
    }

    /** Those with the sentence, by name and format; media of documents are those of the product, so that a new one is tested. */
    private Map<String, Channel> sentences() {
        Map<String, Channel> all = new LinkedHashMap<>();
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            all.put(
                    "assess." + medium.name(),
                    world -> medium.write(world.assessment(), Options.summary(world.scale(), Optional.empty())));
        }
        for (BriefingMedium medium : BriefingMedium.values()) {
            all.put("brief." + medium.ending(), world -> medium.render(world.briefing()));
        }
        all.put("assistant.text", world -> utf8(VerdictAnswer.of(world.assessment(), world.scale(), rule -> "")));
        all.put("edition.json", world -> utf8(ResultDocuments.EDITION.pretty(edition(world))));
        all.put(
                "editions.json",
                world -> utf8(EditionListJson.DOCUMENT.pretty(
                        new EditionListJson(List.of(edition(world)), Optional.empty()))));
        all.put("mail.text", world -> utf8(TrackSentences.text(edition(world).statement())));
        all.put("track-record.json", world -> utf8(ResultDocuments.TRACK_RECORD.pretty(record(edition(world)))));
        all.put("track-record.csv", world -> utf8(TrackRecordCsv.write(record(edition(world)))));
        return all;
    }

    /** Those with the sentence that have the terms of ICD 203 only. */
    private static Map<String, Channel> sentencesOfOneScale() {
        Map<String, Channel> all = new LinkedHashMap<>();
        reports(all, "explain", world -> Answers.ledger(world.assessment()));
        reports(all, "sensitivity", world -> Answers.sensitivity(world.sensitivity(), false));
        reports(all, "compare", world -> Answers.contrast(List.of(world.contrast()), true));
        all.put("compare.json", world -> utf8(ContrastJson.DOCUMENT.pretty(List.of(world.contrast()))));
        all.put("series.json", world -> utf8(SeriesJson.DOCUMENT.pretty(world.series())));
        return all;
    }

    /** Tables and lists, with the short form. */
    private Map<String, Channel> figures() {
        Map<String, Channel> all = new LinkedHashMap<>();
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            all.put("several." + medium.name(), world -> {
                AssessmentSeries series = medium.series(Options.summary(world.scale(), Optional.empty()));
                return utf8(series.next(world.assessment()) + series.next(world.assessment()) + series.end());
            });
        }
        reports(all, "series", world -> Answers.series(world.series(), world.scale(), false));
        reports(all, "track-record", world -> Answers.trackRecord(record(edition(world))));
        for (BriefingMedium medium : BriefingMedium.values()) {
            all.put("combined." + medium.ending(), world -> medium.render(world.combined()));
        }
        return all;
    }

    private static void reports(Map<String, Channel> all, String name, Function<World, Answer> report) {
        for (Medium medium : Medium.values()) {
            all.put(
                    name + "." + medium.name().toLowerCase(Locale.ROOT),
                    world -> utf8(ReportRenderer.render(report.apply(world), medium, TextStyle.PLAIN)));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Published and read back. */
    private Edition edition(World world) {
        return world.once("edition", this::publish);
    }

    private Edition publish(World world) {
        try {
            return published(world);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Edition published(World world) throws IOException {
        Edition edition = new EditionPublisher(
                        EditionArchive.open(Files.createTempDirectory(folder, "editions")),
                        new Briefings(world.book(), Optional.empty()),
                        InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")))
                .publish(
                        BriefingScenario.of(world.scenario()),
                        new PublishingOptions(Set.of(BriefingMedium.MD), world.scale(), false, "entente assess"))
                .orElseThrow();
        Edition read = EditionParser.edition(utf8(ResultDocuments.EDITION.pretty(edition)));
        assertThat(read).isEqualTo(edition);
        return read;
    }

    private static TrackRecord record(Edition edition) {
        LocalDate today = LocalDate.of(2026, 3, 1);
        return new TrackRecord(today, List.of(TrackedStatement.of(edition, Optional.empty(), today)));
    }

    /** The text of a document without markup, escapes and white space. */
    private static String plain(String format, byte[] document) throws IOException {
        String text = switch (format) {
            case "pdf" -> pdf(document);
            case "docx" -> withoutTags(word(document));
            case "html" ->
                withoutTags(new String(document, StandardCharsets.UTF_8).replaceAll("(?s)<style.*?</style>", ""));
            case "md" ->
                entities(new String(document, StandardCharsets.UTF_8)
                        .replaceAll("\\\\(.)", "$1")
                        .replace("**", ""));
            case "json" -> texts(JSON.readTree(document));
            case "ndjson" -> {
                StringBuilder lines = new StringBuilder();
                new String(document, StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> lines.append(texts(JSON.readTree(line))));
                yield lines.toString();
            }
            default -> new String(document, StandardCharsets.UTF_8);
        };
        return squeezed(text);
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    private static String texts(JsonNode node) {
        if (node.isString()) {
            return node.stringValue() + "\n";
        }
        StringBuilder texts = new StringBuilder();
        node.forEach(child -> texts.append(texts(child)));
        return texts.toString();
    }

    private static String withoutTags(String markup) {
        return entities(markup.replaceAll("<[^>]*>", ""));
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#160;", " ")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static String pdf(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String word(byte[] document) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no text");
    }

    private void check(World world, Predicate<String> formats) {
        String statement = world.verdict().statement();
        assertThat(ProseRules.sentences(statement, world.scale())).isEmpty();
        assertThat(statement).endsWith(".");
        contains(world, sentences(), statement, formats);
        contains(world, figures(), world.verdict().figure(), formats);
        if (world.scale() == LikelihoodScale.ICD203) {
            contains(world, sentencesOfOneScale(), statement, formats);
        }
    }

    private static void contains(
            World world, Map<String, Channel> channels, String expected, Predicate<String> formats) {
        channels.forEach((name, channel) -> {
            String format = name.substring(name.lastIndexOf('.') + 1);
            boolean dated = world.scenario().asOf().isPresent() || !name.startsWith("series");
            if (formats.test(format) && dated) {
                try {
                    assertThat(plain(format, channel.write(world)))
                            .as("%s of %s: %s", name, world.scenario().id(), expected)
                            .contains(squeezed(expected));
                } catch (IOException broken) {
                    throw new AssertionError(name, broken);
                }
            }
        });
    }

    private static List<World> shipped(LikelihoodScale scale) {
        List<World> worlds = new ArrayList<>();
        Stream.of(Shipped.RULES, Shipped.RULES.resolve("rival"))
                .forEach(rules -> worlds.addAll(worlds(book(rules), Shipped.SHELF, scale)));
        worlds.addAll(worlds(
                book(Shipped.RULES.resolve("us-india")),
                new FolderScenarioSource(List.of(Shipped.SCENARIOS.resolve("us-india"))),
                scale));
        return worlds;
    }

    private static LoadedRuleBook book(Path rules) {
        try {
            return RuleBooks.open(rules, Shipped.CACHE);
        } catch (RuleBookException wrong) {
            throw new AssertionError(wrong.faults().toString(), wrong);
        }
    }

    private static List<World> worlds(LoadedRuleBook book, ScenarioSource scenarios, LikelihoodScale scale) {
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        List<World> worlds = new ArrayList<>();
        for (String id : scenarios.ids()) {
            if (reader.read(scenarios.find(id).orElseThrow(), scenarios) instanceof ScenarioResult.Accepted accepted) {
                worlds.add(World.of(book, accepted.scenario(), scale));
            }
        }
        return worlds;
    }

    @TestFactory
    Stream<DynamicTest> everyMediumOfEveryShippedScenario() {
        return each(LikelihoodScale.ICD203, format -> !SLOW.contains(format));
    }

    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> everyMediumInTheOtherScale() {
        return each(LikelihoodScale.PHIA, format -> !SLOW.contains(format));
    }

    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> everyDocumentOfEveryShippedScenario() {
        return Stream.of(LikelihoodScale.values()).flatMap(scale -> each(scale, SLOW::contains));
    }

    private Stream<DynamicTest> each(LikelihoodScale scale, Predicate<String> formats) {
        return shipped(scale).stream()
                .map(world -> DynamicTests.test(
                        world.book().book().catalogue().subject().pair() + ", "
                                + world.book().book().version() + ", "
                                + world.scenario().id() + ", " + scale,
                        () -> check(world, formats)));
    }

    /** One with a likelihood and one with an interval first. */
    @Test
    void documentsOfTwoScenarios() {
        for (String id : List.of("baseline-2018", "crimea-2014")) {
            check(World.of(Shipped.BOOK, Shipped.scenario(id), LikelihoodScale.PHIA), SLOW::contains);
        }
    }

    @Tag("law")
    @Test
    void everyMediumOfRandomScenarios() {
        Property.forAll(Property.cases() / 5, StatementEverywhereTest::dated, (scenario, random) -> {
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                check(World.of(Shipped.BOOK, scenario, scale), format -> !SLOW.contains(format));
            }
        });
    }

    /** With or without a date, at the end of a year or within it, with or without an outcome on record. */
    private static Scenario dated(SplittableRandom random) {
        Scenario any = RandomWorlds.any(random);
        List<Optional<LocalDate>> dates = List.of(
                Optional.empty(), Optional.of(LocalDate.of(1951, 12, 31)), Optional.of(LocalDate.of(2026, 3, 31)));
        return new Scenario(
                any.id(),
                any.title(),
                any.narrative(),
                dates.get(random.nextInt(dates.size())),
                any.horizonYears(),
                any.readings(),
                any.assumptions(),
                any.sources(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new ObservedOutcome(Relationship.values()[0], false, "A source")),
                any.resolved(),
                "0".repeat(64),
                any.base());
    }
}

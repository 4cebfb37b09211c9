package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.series.TimeSeries;
import entente.analysis.track.Edition;
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
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.answer.AnswerText;
import entente.report.csv.ResultTable;
import entente.report.form.Answer;
import entente.report.json.ResultDocuments;
import entente.report.markdown.MarkdownPage;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.report.media.AssessmentMedium.Options;
import entente.report.media.AssessmentSeries;
import entente.report.question.Answers;
import entente.report.text.ProseRules;
import entente.report.wording.TrackSentences;
import entente.report.wording.VerdictSentences;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Rendered;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict is one sentence, word for word the same in every medium; tables and lists have its short form. */
@Tag("law")
class StatementLawTest {

    private static final Set<BriefingMedium> SLOW = EnumSet.of(BriefingMedium.PDF, BriefingMedium.DOCX);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#books")
    @Tag("thorough")
    void shippedScenariosHaveItUnderEachBookInBothScales(LoadedRuleBook book) {
        List<Scenario> scenarios = Shipped.scenarios(book);
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            scenarios.forEach(scenario -> check(book, scenario, scale, EnumSet.complementOf(EnumSet.copyOf(SLOW))));
        }
        check(book, scenarios.get(0), LikelihoodScale.PHIA, SLOW);
    }

    @Test
    void anyScenarioHasIt() {
        Property.forAll(
                Math.max(2, Property.cases() / 20),
                RandomWorlds::any,
                (scenario, random) -> check(
                        Shipped.BOOK,
                        scenario.withSha256("0".repeat(64)),
                        LikelihoodScale.values()[random.nextInt(2)],
                        Set.of(BriefingMedium.MD)));
    }

    private static void check(
            LoadedRuleBook book, Scenario scenario, LikelihoodScale scale, Set<BriefingMedium> briefings) {
        Assessor assessor = new Assessor(book);
        Assessment assessment = assessor.assess(scenario);
        VerdictSentences verdict = new VerdictSentences(assessment, scale);
        assertThat(ProseRules.sentences(verdict.statement(), scale)).isEmpty();
        Options options = Options.summary(scale, Optional.empty());
        Map<String, String> whole = new TreeMap<>();
        Map<String, String> brief = new TreeMap<>();
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            whole.put(medium.name(), new String(medium.write(assessment, options), StandardCharsets.UTF_8));
            AssessmentSeries series = medium.series(options);
            brief.put("several as " + medium.name(), series.next(assessment) + series.next(assessment) + series.end());
        }
        whole.put("an assistant", AnswerText.verdict(assessment, scale, rule -> ""));
        if (scale == LikelihoodScale.ICD203) {
            whole.put("explain", markdown(Answers.ledger(assessment)));
            whole.put(
                    "sensitivity",
                    markdown(Answers.sensitivity(new SensitivityAnalysis(assessor).analyze(assessment), false)));
            whole.put(
                    "compare",
                    markdown(Answers.contrast(
                            List.of(new ScenarioContrasts(assessor).between(assessment, assessment)))));
        }
        if (scenario.asOf().isPresent()) {
            brief.put("series", markdown(Answers.series(TimeSeries.of(assessor, List.of(scenario)), scale, false)));
        }
        Briefings writer = new Briefings(book, Optional.empty());
        Request request = Request.first(BriefingScenario.of(scenario), scale);
        for (BriefingMedium medium : briefings) {
            whole.put("briefing as " + medium, Rendered.text(medium, medium.render(writer.write(request))));
        }
        contain(whole, verdict.statement(), scenario);
        contain(brief, verdict.figure(), scenario);
    }

    private static String markdown(Answer answer) {
        return MarkdownPage.render(answer);
    }

    private static void contain(Map<String, String> media, String sentence, Scenario scenario) {
        media.forEach((medium, text) ->
                assertThat(plain(text)).as("%s of %s", medium, scenario.id()).contains(plain(sentence)));
    }

    /** Without markup and escapes. */
    private static String plain(String text) {
        String bare = text.startsWith("<!") ? text.replaceAll("<[^>]*>", "") : text;
        return SuppositionLawTest.plain(bare.replaceAll("\\\\(.)", "$1").replace("**", ""))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("&#160;|&nbsp;", "");
    }

    /** Published and read back. */
    @Test
    void editionsKeepItForMailsAndTheTrackRecord() throws IOException {
        LocalDate today = LocalDate.of(2026, 3, 1);
        for (String id : List.of("baseline-2018", "crimea-2014")) {
            Edition edition = new EditionPublisher(
                            new EditionArchive(Files.createTempDirectory(folder, "editions")),
                            new Briefings(Shipped.BOOK, Optional.empty()),
                            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")))
                    .publish(
                            BriefingScenario.of(Shipped.scenario(id)),
                            PublishingOptions.of(EnumSet.of(BriefingMedium.MD)))
                    .orElseThrow();
            String json = ResultDocuments.EDITION.pretty(edition);
            assertThat(ResultDocuments.EDITION.type().read(json.getBytes(StandardCharsets.UTF_8)))
                    .contains(edition);
            TrackRecord record = new TrackRecord(today, List.of(TrackedStatement.of(edition, Optional.empty(), today)));
            VerdictSentences verdict = new VerdictSentences(Shipped.assess(id), LikelihoodScale.ICD203);
            contain(
                    Map.of(
                            "edition.json", json,
                            "mail", TrackSentences.bottomLine(edition),
                            "track record in JSON", ResultDocuments.TRACK_RECORD.pretty(record),
                            "track record in CSV", ResultTable.TRACK_RECORD.write(record)),
                    verdict.statement(),
                    Shipped.scenario(id));
            contain(
                    Map.of("track record", markdown(Answers.trackRecord(record))),
                    verdict.figure(),
                    Shipped.scenario(id));
        }
    }
}

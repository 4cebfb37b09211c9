package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Provenance;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.briefing.Briefing.WatchRow.Status;
import entente.report.wording.VerdictSentences;
import entente.testkit.Golden;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content of briefings: figures are those of the assessment, thresholds are those of the rules. */
class BriefingsTest {

    static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());

    static Briefing briefing(Scenario scenario, Optional<Scenario> previous) {
        return BRIEFINGS.write(new Request(
                BriefingScenario.of(scenario),
                LikelihoodScale.ICD203,
                "./entente assess " + scenario.id(),
                previous.map(BriefingsTest::edition),
                previous));
    }

    private static Edition edition(Scenario scenario) {
        Instant issued = Instant.parse("2026-03-01T12:00:00Z");
        return new Edition(
                new EditionId(scenario.id(), 1),
                scenario.title(),
                EditionPublisher.statement(Shipped.ASSESSOR.assess(scenario), LikelihoodScale.ICD203, 2, issued),
                scenario.sha256(),
                Provenance.of(Shipped.BOOK.book()),
                Optional.empty(),
                issued,
                Optional.empty(),
                Optional.empty());
    }

    private static Scenario set(String id, String indicator, String value) {
        return Shipped.with(id, Map.of(indicator, value));
    }

    /** Of the present, of the past, and with a wide interval. The style sheet and its fonts are no part of a golden file. */
    @Test
    void briefingsMatchTheGoldens() {
        Golden.checkFolder(
                Golden.RESOURCES.resolve("golden").resolve("briefings"),
                Map.of(
                        "baseline-2018.md", rendered("baseline-2018", BriefingMedium.MD),
                        "baseline-2018.html",
                                rendered("baseline-2018", BriefingMedium.HTML)
                                        .replaceAll("(?s)<style>.*?</style>", "<style></style>"),
                        "crimea-2014.md", rendered("crimea-2014", BriefingMedium.MD),
                        "status-conflict-1958.md", rendered("status-conflict-1958", BriefingMedium.MD)));
    }

    private static String rendered(String id, BriefingMedium medium) {
        return new String(medium.render(briefing(Shipped.scenario(id), Optional.empty())), StandardCharsets.UTF_8);
    }

    /** The page and the Markdown have every part of the content. */
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void everyMediumHasEveryPart(String id) {
        Briefing briefing = briefing(Shipped.scenario(id), Optional.empty());
        List<String> parts = Stream.of(
                        Stream.of(briefing.title(), briefing.statement(), briefing.drivers()),
                        briefing.standing().stream(),
                        Stream.of(briefing.confidence().reasons()),
                        briefing.judgements().stream().map(Judgement::lead),
                        briefing.points().rows().stream()
                                .filter(row -> !row.idle())
                                .map(PointsRow::label),
                        Stream.of(briefing.path()),
                        briefing.watch().rows().stream().map(WatchRow::threshold),
                        briefing.notKnown().stream(),
                        briefing.keyAssumptions().stream().map(AssumptionRow::text),
                        briefing.assumed().stream(),
                        briefing.caveats().stream(),
                        briefing.sources(false).stream(),
                        briefing.sources(true).stream())
                .flatMap(part -> part)
                .map(BriefingsTest::words)
                .toList();
        String markdown = words(rendered(id, BriefingMedium.MD));
        String page = words(rendered(id, BriefingMedium.HTML).replaceAll("(?s)<style>.*?</style>|<[^>]*>", ""));
        assertThat(parts).filteredOn(part -> !markdown.contains(part)).isEmpty();
        assertThat(parts).filteredOn(part -> !page.contains(part)).isEmpty();
    }

    /** Without white space, markup and escapes. */
    private static String words(String text) {
        return text.replaceAll("[\\s\u00A0*\\\\]|&#160;", "")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&");
    }

    /** The points of its rows, as printed, add up to those of the result. */
    @Test
    void everyScenarioCanBeBriefedInBothScales() {
        Property.forAll(RandomWorlds::any, (scenario, random) -> {
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                Briefing briefing =
                        BRIEFINGS.write(Request.first(BriefingScenario.of(scenario), scale, "./entente assess FILE"));
                List<PointsRow> rows = briefing.points().rows();
                double sum = rows.stream()
                        .filter(row -> row.kind() != PointsRow.Step.RESULT)
                        .mapToDouble(row -> printed(row.points()))
                        .sum();
                assertThat(printed(rows.get(rows.size() - 1).points())).isCloseTo(sum, within(0.001));
            }
        });
    }

    private static double printed(String points) {
        return Double.parseDouble(points.replace('−', '-'));
    }

    @Test
    void thresholdsToWatchAreWhereTheLikelihoodChanges() {
        Briefing briefing = briefing(Shipped.scenario("status-quo-2025"), Optional.empty());
        WatchRow row = row(briefing, "Western sanctions on Russia");
        assertThat(row.now()).isEqualTo("comprehensive, with secondary-sanction authority");
        assertThat(row.threshold()).isEqualTo("at “individual” or less");
        assertThat(row.status()).isEqualTo(Status.NOT_TRIPPED);
        Briefing below = briefing(set("status-quo-2025", "western_sanctions_on_rus", "1"), Optional.empty());
        Briefing onIt = briefing(set("status-quo-2025", "western_sanctions_on_rus", "2"), Optional.empty());
        assertThat(row.likelihood()).endsWith(" to " + below.points().text());
        assertThat(onIt.points().likelihood().band())
                .isEqualTo(briefing.points().likelihood().band());
    }

    @Test
    void readingThatCrossedItsThresholdIsTripped() {
        Scenario before = Shipped.scenario("status-quo-2025");
        Briefing crossed = briefing(set("status-quo-2025", "western_sanctions_on_rus", "1"), Optional.of(before));
        WatchRow tripped = row(crossed, "Western sanctions on Russia");
        assertThat(tripped.status()).isEqualTo(Status.TRIPPED);
        assertThat(tripped.likelihood()).isEqualTo(crossed.points().text());
        assertThat(crossed.watch().tripped()).isEqualTo(1);
        assertThat(crossed.edition()).isEqualTo(2);
        Briefing near = briefing(set("status-quo-2025", "western_sanctions_on_rus", "2"), Optional.of(before));
        assertThat(near.watch().tripped()).isZero();
        assertThat(row(near, "Western sanctions on Russia").now())
                .isEqualTo("sectoral, was comprehensive, with secondary-sanction authority");
        assertThat(near.watch().note()).startsWith("Tripped: 0; not tripped: ");
        assertThat(briefing(before, Optional.empty()).watch().note()).doesNotContain("ripped");
    }

    @Test
    void changeSinceThePreviousEditionNamesTheReadingBehindIt() {
        Scenario before = Shipped.scenario("status-quo-2025");
        String since = briefing(set("status-quo-2025", "western_sanctions_on_rus", "1"), Optional.of(before))
                .since()
                .orElseThrow()
                .text();
        assertThat(since)
                .contains(
                        "the likelihood has fallen by ",
                        " from “Western sanctions on Russia”, which went from “comprehensive");
        assertThat(briefing(before, Optional.of(before)).since().orElseThrow().text())
                .startsWith(" nothing has changed: the likelihood stays at ");
    }

    @Test
    void assumptionOnAReadingWithoutASourceHasNone() {
        Scenario unsourced = Shipped.parse(
                "{\"id\": \"n\", \"title\": \"N\", \"asOf\": \"2025-11-30\", \"readings\": {\"rus_status_acceptance\": 2}}");
        assertThat(briefing(unsourced, Optional.empty()).keyAssumptions())
                .extracting(AssumptionRow::support)
                .containsOnlyOnce(Support.NO_SOURCE)
                .doesNotContain(Support.CAVEATED);
    }

    /** What is said of a reading given as a range holds at every value of it, or says that the best estimate is meant. */
    @Test
    void rangesAreNotJudgedByTheirBestEstimate() {
        Briefing open = briefing(set("crimea-2014", "us_reaction_severity_expected", "1..4"), Optional.empty());
        assertThat(open.keyAssumptions())
                .filteredOn(row -> row.text().equals("Washington takes an alliance as hostile"))
                .extracting(AssumptionRow::support)
                .containsExactly(Support.OPEN);
        Briefing narrow = briefing(set("status-quo-2025", "us_reaction_severity_expected", "3..4"), Optional.empty());
        assertThat(narrow.keyAssumptions()).extracting(AssumptionRow::support).doesNotContain(Support.OPEN);
        // A shock that is not severe for both is none, however sudden.
        Scenario sudden =
                Shipped.with("status-quo-2025", Map.of("shock_suddenness", "0..4", "western_sanctions_on_rus", "4"));
        assertThat(briefing(sudden, Optional.empty()).path()).contains("because there is no sudden shock");
        Scenario possible =
                Shipped.parse("{\"id\": \"n\", \"title\": \"N\", \"extends\": \"status-quo-2025\", \"readings\": "
                        + "{\"western_sanctions_on_rus\": 4, \"shared_shock_severity\": {\"value\": 1, \"low\": 0, \"high\": 4, \"status\": \"assumed\"},"
                        + " \"shock_suddenness\": {\"value\": 1, \"low\": 0, \"high\": 4, \"status\": \"assumed\"}}}");
        assertThat(briefing(possible, Optional.empty()).path())
                .contains("“Suddenness of a shock to both” is at “within a year” or more (best estimate “")
                .doesNotContain("there is no sudden shock");
    }

    @Test
    void rivalReadingIsNamedWithItsVerdict() {
        Briefings both = new Briefings(Shipped.BOOK, Optional.of(Shipped.BOOK));
        Scenario scenario = Shipped.scenario("baseline-2018");
        List<String> alternative = both.write(Request.first(
                        new BriefingScenario(scenario, Optional.of(scenario)), LikelihoodScale.ICD203, ""))
                .standing();
        assertThat(String.join(" ", alternative).replace('\u00A0', ' '))
                .contains("by the rules of another account, "
                        + new VerdictSentences(Shipped.ASSESSOR.assess(scenario), LikelihoodScale.ICD203)
                                .conditional()
                                .replace('\u00A0', ' ')
                        + ".");
    }

    private static WatchRow row(Briefing briefing, String label) {
        return briefing.watch().rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}

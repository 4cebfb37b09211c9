package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.sensitivity.SensitivityResult;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.briefing.Briefing.WatchRow.Status;
import entente.report.briefing.BriefingCheck;
import entente.report.briefing.BriefingWriter;
import entente.scenario.ScenarioOverrides;
import entente.testkit.DynamicTests;
import entente.testkit.Golden;
import entente.testkit.JsonSchemas;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The content of briefings: figures are those of the assessment, thresholds are those of the rules. */
class BriefingsTest {

    static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());

    static Briefing briefing(Scenario scenario, Optional<Scenario> previous) {
        return BRIEFINGS.write(
                new Request(scenario, Optional.empty(), previous, 1, LikelihoodScale.ICD203, false, command(scenario)));
    }

    private static String command(Scenario scenario) {
        return "./entente assess " + scenario.id();
    }

    private static Scenario set(String id, String indicator, String value) {
        return Shipped.scenario(
                id, new ScenarioOverrides(Map.of(indicator, value), Optional.empty(), Optional.empty(), List.of()));
    }

    @TestFactory
    Stream<DynamicTest> briefingOfEveryShippedScenarioMatchesItsGolden() {
        return Shipped.scenarioIds().stream()
                .flatMap(id -> Stream.of(BriefingMedium.MD, BriefingMedium.HTML)
                        .map(medium ->
                                DynamicTests.test(id + " as " + medium.ending(), () -> matchesGolden(id, medium))));
    }

    /** The style sheet and its fonts are no part of a golden file. */
    private static void matchesGolden(String id, BriefingMedium medium) {
        String text =
                new String(medium.render(briefing(Shipped.scenario(id), Optional.empty())), StandardCharsets.UTF_8);
        Golden.check(
                Golden.RESOURCES.resolve("golden/briefings").resolve(id + "." + medium.ending()),
                text.replaceAll("(?s)<style>.*?</style>", "<style></style>"));
    }

    /** Every briefing passes the rules of style, or writing it fails. */
    @Test
    void everyScenarioCanBeBriefedInBothScales() {
        Property.forAll(RandomWorlds::any, (scenario, random) -> {
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                Briefing briefing = BRIEFINGS.write(new Request(
                        scenario,
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        scale,
                        random.nextBoolean(),
                        "./entente assess FILE"));
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
                        "fallen by 7.",
                        "from 10.0\u00A0% to 2.4\u00A0%",
                        "Of this, −7.6 from “Western sanctions on Russia”, which went from “comprehensive");
        assertThat(briefing(before, Optional.of(before)).since().orElseThrow().text())
                .isEqualTo(" nothing has changed: the likelihood stays at 10\u00A0%.");
    }

    @Test
    void supportOfKeyAssumptionsFollowsTheGradeOfTheReading() {
        Briefing briefing = briefing(Shipped.scenario("status-quo-2025"), Optional.empty());
        Map<String, Support> support = briefing.keyAssumptions().stream()
                .collect(Collectors.toMap(AssumptionRow::text, AssumptionRow::support));
        assertThat(support)
                .containsEntry("The United States keeps its lead over China", Support.WELL_SOURCED)
                .containsEntry("Russia does not openly accept a junior role", Support.CAVEATED)
                .containsEntry("Rivalry in Central Asia grows with Belt and Road", Support.UNSUPPORTED);
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
        Briefing open = briefing(set("status-quo-2025", "us_reaction_severity_expected", "1..4"), Optional.empty());
        assertThat(open.keyAssumptions())
                .filteredOn(row -> row.text().equals("Washington takes an alliance as hostile"))
                .extracting(AssumptionRow::support)
                .containsExactly(Support.OPEN);
        assertThat(open.watch().rows())
                .filteredOn(row -> row.label().equals("Expected severity of US reaction"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.now()).startsWith("best estimate: ");
                    assertThat(row.threshold()).endsWith(", within the range");
                });
        assertThat(open.watch().note()).contains("best estimate, which is what crosses a threshold");
        Briefing narrow = briefing(set("status-quo-2025", "us_reaction_severity_expected", "3..4"), Optional.empty());
        assertThat(narrow.watch().rows()).noneMatch(row -> row.threshold().endsWith(", within the range"));
        assertThat(narrow.keyAssumptions()).extracting(AssumptionRow::support).doesNotContain(Support.OPEN);
        // A shock that is not severe for both is none, however sudden.
        assertThat(briefing(set("status-quo-2025", "shock_suddenness", "0..4"), Optional.empty())
                        .path())
                .contains("because there is no sudden shock");
        Scenario possible =
                Shipped.parse("{\"id\": \"n\", \"title\": \"N\", \"extends\": \"status-quo-2025\", \"readings\": "
                        + "{\"shared_shock_severity\": {\"value\": 1, \"low\": 0, \"high\": 4, \"status\": \"assumed\"},"
                        + " \"shock_suddenness\": {\"value\": 1, \"low\": 0, \"high\": 4, \"status\": \"assumed\"}}}");
        assertThat(briefing(possible, Optional.empty()).path())
                .contains("“Suddenness of a shock to both” is at “within a year” or more (best estimate “")
                .doesNotContain("there is no sudden shock");
    }

    @Test
    void rivalReadingIsNamedWithItsVerdict() {
        Briefings both = new Briefings(Shipped.BOOK, Optional.of(Shipped.BOOK));
        Scenario scenario = Shipped.scenario("baseline-2018");
        List<String> alternative = both.write(new Request(
                        scenario, Optional.of(scenario), Optional.empty(), 1, LikelihoodScale.ICD203, false, ""))
                .standing();
        assertThat(String.join(" ", alternative).replace('\u00A0', ' '))
                .contains("if that holds, an alliance would be very unlikely (5–20 %): 6 %.");
    }

    /** Where claims of one group point both ways. */
    @Test
    void judgementsHaveThePointsOfTheFigure() {
        Briefing briefing = briefing(set("status-quo-2025", "western_sanctions_on_rus", "1"), Optional.empty());
        String points = briefing.points().rows().stream()
                .filter(row -> row.label().equals("Pressure from the West"))
                .findFirst()
                .orElseThrow()
                .points();
        assertThat(points).isEqualTo("+3.00");
        assertThat(briefing.judgements())
                .anySatisfy(
                        judgement -> assertThat(judgement.lead() + judgement.text())
                                .startsWith(
                                        "Pressure from the West raises the likelihood most, by 3.00 evidence points: without it, the likelihood would be "));
    }

    @Test
    void sharesOfTheChangeAddUp() {
        String since = briefing(Shipped.scenario("status-quo-2025"), Optional.of(Shipped.scenario("no-limits-2022")))
                .since()
                .orElseThrow()
                .text();
        assertThat(since)
                .contains("risen by 0.6")
                .containsPattern("Of this, [+−]\\d\\.\\d .*, [+−]\\d\\.\\d .*, and [+−]\\d\\.\\d from ");
    }

    /** As of a rule book whose claims hedge. */
    @Test
    void sentenceThatBreaksARuleOfStyleIsNamed() {
        Assessment assessment = Shipped.assess("status-quo-2025");
        Assessment hedging = assessment.withLedger(assessment.ledger().stream()
                .map(row -> row.withRule(row.rule().withClaim("The two may ally")))
                .toList());
        BriefingWriter.Basis basis = new BriefingWriter.Basis(
                new SensitivityResult(hedging, List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Shipped.BOOK.about().article(),
                Shipped.BOOK.book().rules(),
                LikelihoodScale.ICD203,
                false,
                "");
        assertThat(BriefingCheck.violations(BriefingWriter.write(basis)))
                .anyMatch(violation -> violation.contains("a hedge \"may\""));
    }

    @Test
    void everySentenceKeepsTheRulesOfStyle() {
        for (String id : Shipped.scenarioIds()) {
            assertThat(BriefingCheck.violations(briefing(Shipped.scenario(id), Optional.empty())))
                    .isEmpty();
        }
    }

    @Test
    void jsonMatchesItsSchema() {
        Briefing briefing =
                briefing(Shipped.scenario("baseline-2018"), Optional.of(Shipped.scenario("status-quo-2025")));
        String json = new String(BriefingMedium.JSON.render(briefing), StandardCharsets.UTF_8);
        assertThat(JsonSchemas.named("briefing").problems(json)).isEmpty();
    }

    private static WatchRow row(Briefing briefing, String label) {
        return briefing.watch().rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}

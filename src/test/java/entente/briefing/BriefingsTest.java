package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult.VerdictProbabilities;
import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.Briefings.Request;
import entente.model.Assumptions;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.briefing.Briefing.WatchRow.Status;
import entente.report.html.Chart.Box;
import entente.report.html.Chart.Dot;
import entente.report.html.Chart.Label;
import entente.report.html.Chart.Line;
import entente.report.html.Chart.Shape;
import entente.report.html.PointsChart;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Golden;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    static Briefing briefing(Scenario scenario) {
        return briefing(scenario, Optional.empty());
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

    /** Of the present, of the past, and with a wide interval. */
    @Test
    void briefingsMatchTheGoldens() {
        Golden.checkFolder(
                Golden.RESOURCES.resolve("golden").resolve("briefings"),
                Map.of(
                        "baseline-2018.md", rendered("baseline-2018", BriefingMedium.MD),
                        "baseline-2018.html", rendered("baseline-2018", BriefingMedium.HTML),
                        "crimea-2014.md", rendered("crimea-2014", BriefingMedium.MD),
                        "status-conflict-1958.md", rendered("status-conflict-1958", BriefingMedium.MD)));
    }

    private static String rendered(String id, BriefingMedium medium) {
        return new String(medium.render(briefing(Shipped.scenario(id))), StandardCharsets.UTF_8);
    }

    /** The page and the Markdown have every part of the content. */
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void everyMediumHasEveryPart(String id) {
        Briefing briefing = briefing(Shipped.scenario(id));
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
        Briefing briefing = briefing(Shipped.scenario("status-quo-2025"));
        WatchRow row = row(briefing, "Western sanctions on Russia");
        assertThat(row.now()).isEqualTo("comprehensive, with secondary-sanction authority");
        assertThat(row.threshold()).isEqualTo("at “individual” or less");
        assertThat(row.status()).isEqualTo(Status.NOT_TRIPPED);
        Briefing below = briefing(set("status-quo-2025", "western_sanctions_on_rus", "1"));
        Briefing onIt = briefing(set("status-quo-2025", "western_sanctions_on_rus", "2"));
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
        assertThat(briefing(before).watch().note()).doesNotContain("ripped");
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
        assertThat(briefing(unsourced).keyAssumptions())
                .extracting(AssumptionRow::support)
                .containsOnlyOnce(Support.NO_SOURCE)
                .doesNotContain(Support.CAVEATED);
    }

    /** What is said of a reading given as a range holds at every value of it, or says that the best estimate is meant. */
    @Test
    void rangesAreNotJudgedByTheirBestEstimate() {
        Briefing open = briefing(set("crimea-2014", "us_reaction_severity_expected", "1..4"));
        assertThat(open.keyAssumptions())
                .filteredOn(row -> row.text().equals("Washington takes an alliance as hostile"))
                .extracting(AssumptionRow::support)
                .containsExactly(Support.OPEN);
        Briefing narrow = briefing(set("status-quo-2025", "us_reaction_severity_expected", "3..4"));
        assertThat(narrow.keyAssumptions()).extracting(AssumptionRow::support).doesNotContain(Support.OPEN);
        // A shock that is not severe for both is none, however sudden.
        Scenario sudden =
                Shipped.with("status-quo-2025", Map.of("shock_suddenness", "0..4", "western_sanctions_on_rus", "4"));
        assertThat(briefing(sudden).path()).contains("because there is no sudden shock");
        Scenario possible =
                Shipped.parse("{\"id\": \"n\", \"title\": \"N\", \"extends\": \"status-quo-2025\", \"readings\": "
                        + "{\"western_sanctions_on_rus\": 4, \"shared_shock_severity\": {\"value\": 1, \"low\": 0, \"high\": 4, \"status\": \"assumed\"},"
                        + " \"shock_suddenness\": {\"value\": 1, \"low\": 0, \"high\": 4, \"status\": \"assumed\"}}}");
        assertThat(briefing(possible).path())
                .contains("“Suddenness of a shock to both” is at “within a year” or more (best estimate “")
                .doesNotContain("there is no sudden shock");
    }

    /** The likelihood without the points of a treaty keeps the ceiling that the treaty lifts, as an assessment without them does. */
    @Test
    void aFactorIsTakenAwayByItsPoints() {
        Assessment without = Shipped.ASSESSOR.assess(without("sino-soviet-alliance-1950", Map.of(), "commitment"));
        assertThat(without.balance().ceilings())
                .extracting(effect -> effect.ceiling().kind())
                .containsExactly(CeilingKind.WORKING_PACT);
        assertThat(briefing(Shipped.scenario("sino-soviet-alliance-1950")).judgements())
                .extracting(Judgement::text)
                .anyMatch(text -> Wording.plain(text)
                        .contains(" points: without them, it would have been " + Shipped.percent(without)));
    }

    private static Scenario without(String id, Map<String, String> sets, String... rules) {
        return Shipped.scenario(id, new ScenarioOverrides(sets, Optional.empty(), List.of(rules)));
    }

    /** A ceiling that a disabled rule would lift is not said to lack the event of that rule. */
    @Test
    void aDisabledRuleIsNamedInsteadOfAMissingShock() {
        Briefing both =
                briefing(without("taiwan-war", Map.of("rus_west_relations", "0"), "switch_holds", "war_opens_switch"));
        Briefing one = briefing(without("taiwan-war", Map.of(), "switch_holds"));
        assertThat(both.path()).contains(" with the rules on the shock or war disabled; ");
        assertThat(both.points().rows())
                .extracting(PointsRow::label)
                .contains("Ceiling: a rule that lifts it is disabled");
        assertThat(one.points().rows())
                .extracting(PointsRow::label)
                .contains("Ceiling: a rule that lifts it is disabled");
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
                        + Shipped.assess("baseline-2018")
                                .otherReading()
                                .orElseThrow()
                                .source() + ", "
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

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    /** Those of an exploration, which its own tests compare with the count of all cases. */
    @Test
    void probabilitiesInABriefingAreThoseOfTheExploration() {
        Scenario scenario = Shipped.with(
                "status-quo-2025",
                Map.of(
                        "political_will_to_ally",
                        "LOW:0.25,VERY_HIGH:0.75",
                        "treaty_commitment_level",
                        "LOW:0.4,VERY_HIGH:0.6"));
        VerdictProbabilities explored =
                new Exploration(Shipped.ASSESSOR).explore(scenario).verdict();
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            Probabilities printed = new Briefings(Shipped.BOOK, Optional.empty())
                    .write(Request.first(BriefingScenario.of(scenario), scale))
                    .probabilities()
                    .orElseThrow();
            Map<String, Double> terms = new LinkedHashMap<>();
            explored.likelihoods()
                    .forEach(one -> terms.merge(
                            VerdictSentences.words(one.likelihood(), scale), one.probability(), Double::sum));
            assertThat(printed.terms()).extracting(TermProbability::term).containsExactlyElementsOf(terms.keySet());
            printed.terms().forEach(term -> {
                assertThat(term.probability()).as(term.term()).isCloseTo(terms.get(term.term()), EXACT);
                assertThat(printed.text())
                        .contains(String.format(
                                Locale.ROOT,
                                "%s in %.1f%s%% of cases",
                                term.term(),
                                100 * term.probability(),
                                Wording.GLUE));
            });
            assertThat(printed.expectedPercent()).isCloseTo(explored.meanPercent(), EXACT);
            assertThat(printed.text())
                    .contains(
                            "the expected likelihood is " + Wording.percent(explored.meanPercent()),
                            "figures are rounded",
                            "independent");
        }
    }

    // What would be: marked as such, with what is assumed and what that changes.
    private static final Figures FIGURES = new Figures(LikelihoodScale.ICD203);

    @Test
    void firstJudgementIsTheChange() {
        int change = Shipped.assess("taiwan-war").likelihood().tenths()
                - Shipped.assess("status-quo-2025").likelihood().tenths();
        Judgement first = briefing(Shipped.scenario("taiwan-war")).judgements().get(0);
        assertThat((first.lead() + first.text()).replace('\u00A0', ' '))
                .startsWith("Compared with “Status quo, late 2025”, the likelihood rises by " + Wording.tenths(change)
                        + " percentage points, from ")
                .contains(". Of this, +")
                .contains("“Severity of a shock to both”");
    }

    @Test
    void whatIsSupposedNeedsNoSource() {
        List<Assessment> suppositions = Shipped.scenarioIds().stream()
                .map(Shipped::assess)
                .filter(assessment -> assessment.confidence().assumed() > 0)
                .toList();
        assertThat(suppositions)
                .anyMatch(assessment -> !assessment.confidence().raisedBy().isEmpty())
                .allSatisfy(assessment -> assertThat(assessment.confidence().raisedBy())
                        .noneMatch(id -> assessment.scenario().reading(id).status() == ReadingStatus.ASSUMED));
    }

    @Test
    void changeForOneRunIsAgainstTheScenarioBefore() {
        Briefing briefing = briefing(set("status-quo-2025", "western_sanctions_on_rus", "1"));
        assertThat(briefing.judgements().get(0).lead())
                .matches(
                        "Compared with the readings before the change, the likelihood falls by \\d+\\.\\d percentage points");
        assertThat(briefing.supposition()).isEqualTo("Suppose that “Western sanctions on Russia” is 1 (individual).");
        assertThat(briefing.assumed()).isEmpty();
    }

    /** Where the interval is what is stated, a change is one of best estimates; what is open is shown, and what is left out counted. */
    @Test
    void openReadingsAreShownAsOpen() {
        Briefing wide = briefing(Shipped.parse("""
                {"schemaVersion": "1", "id": "wide", "title": "Wide", "extends": "status-quo-2025", "readings": {
                 "rus_west_relations": {"value": 3, "low": 1, "high": 7},
                 "western_sanctions_on_rus": {"value": 3, "low": 1, "high": 4},
                 "shared_shock_severity": {"value": 2, "low": 0, "high": 4},
                 "us_reaction_severity_expected": {"grades": {"MODERATE": 0.2, "HIGH": 0.5, "VERY_HIGH": 0.3}},
                 "political_will_to_ally": 2}}"""));
        assertThat(wide.judgements().get(0).lead())
                .startsWith("By the best estimates, compared with “Status quo, late 2025”, the likelihood ");
        assertThat(wide.probabilities().orElseThrow().text())
                .startsWith("By the probabilities of its open readings, given by the scenario or taken as equal, ")
                .contains("Taken with equal probability: each value of ");
    }

    /** With no ceiling at all, the likelihood is that of an assessment without the rules that are ceilings. */
    @Test
    void likelihoodWithNoCeilingIsWithoutThemAll() {
        assertThat(saysTheLikelihoodWithNoCeiling(set("taiwan-war", "border_or_proxy_incident", "3")))
                .isEqualTo(2);
        Property.forAll(
                Property.cases() / 10,
                RandomWorlds::any,
                (scenario, random) -> saysTheLikelihoodWithNoCeiling(scenario));
    }

    /** @return how many ceilings are judged */
    private static int saysTheLikelihoodWithNoCeiling(Scenario scenario) {
        List<Judgement> judgements = briefing(scenario).judgements();
        for (GroupFactors factor : GroupFactors.of(Shipped.ASSESSOR.assess(scenario))) {
            Set<String> cards =
                    factor.rows().stream().map(row -> row.rule().cardId()).collect(Collectors.toSet());
            judgements.stream()
                    .filter(judgement -> judgement.lead().startsWith(factor.title() + " ")
                            && judgement.text().contains(" but for the ceiling"))
                    .forEach(judgement -> assertThat(judgement.text())
                            .contains("("
                                    + FIGURES.of(without(
                                            scenario,
                                            rule -> rule.ceiling().isPresent() || cards.contains(rule.cardId())))
                                    + " but for the ceiling"));
        }
        List<String> ceilings = judgements.stream()
                .filter(judgement -> judgement.lead().startsWith("A ceiling "))
                .map(Judgement::text)
                .toList();
        ceilings.forEach(text -> assertThat(text)
                .contains("with no ceiling at all, the likelihood would be ")
                .contains(" would be "
                        + FIGURES.of(without(scenario, rule -> rule.ceiling().isPresent())) + "."));
        return ceilings.size();
    }

    private static Percent without(Scenario scenario, Predicate<Rule> left) {
        Set<String> ids =
                Shipped.BOOK.book().rules().stream().filter(left).map(Rule::id).collect(Collectors.toSet());
        return Shipped.ASSESSOR
                .assess(RandomWorlds.with(scenario, Assumptions.NONE.withWithout(ids)))
                .verdict()
                .likelihood();
    }

    /** A run with set readings tells what was set, not again what the scenario itself is about. */
    @Test
    void whatHappensInASuppositionIsToldFirst() {
        assertThat(briefing(Shipped.scenario("taiwan-war")).assumed().get(0))
                .startsWith("The United States and China fight over Taiwan");
        assertThat(briefing(Shipped.with("baseline-2018", Map.of("political_will_to_ally", "3")))
                        .assumed())
                .isEmpty();
    }

    /** What is said to last until a later year is no hindsight, nor is a judgement of the authors. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "bank | Figures of 2021 | true",
                "bank | Figures of 2018 | false",
                "bank | Treaty of 2001, in force to 2021 | false",
                "judgement | Judged in 2021 | false",
            })
    void sourcesOfALaterYearAreACaveat(String source, String reference, boolean later) {
        Briefing briefing = briefing(Shipped.parse("""
                {"schemaVersion": "1", "id": "past", "title": "Past", "asOf": "2018-12-31",
                 "sources": [{"id": "%s", "ref": "%s"}],
                 "readings": {"political_will_to_ally": {"value": 2, "status": "known", "source": "%1$s", "grade": "B2"}}}
                """.formatted(source, reference)));
        assertThat(briefing.caveats()
                        .contains("Some sources name a year after 2018, that of the scenario; the latest is 2021."))
                .isEqualTo(later);
    }

    @Test
    void likelySlipsAreCaveatsInWords() {
        Scenario scenario = Shipped.with("baseline-2018", Map.of("prc_export_share_west5_pct", "0.6"));
        assertThat(briefing(scenario).caveats())
                .anyMatch(caveat ->
                        caveat.replace('\u00A0', ' ').endsWith(": the reading is 0.6 %; if 60 % is meant, write 60."));
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void eachBarIsAsLongAsItsPoints(String id) {
        PointsFigure figure = briefing(Shipped.scenario(id)).points();
        List<PointsRow> rows = figure.rows().stream()
                .filter(row -> !row.idle() && row.kind() != Step.BASE && row.kind() != Step.RESULT)
                .toList();
        List<Double> widths = PointsChart.of(figure, LikelihoodScale.ICD203).shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .filter(box -> !List.of("mark", "ribbon", "stripe").contains(box.kind()))
                .map(box -> Double.valueOf(box.width()))
                .toList();
        assertThat(widths).hasSameSizeAs(rows);
        double all = rows.stream().mapToDouble(BriefingsTest::length).sum();
        double width = widths.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(widths.get(i)).as(rows.get(i).label()).isCloseTo(length(rows.get(i)) * width / all, within(0.2));
        }
    }

    static Stream<Scenario> charts() {
        return Stream.concat(
                Shipped.scenarioIds().stream().map(Shipped::scenario),
                Stream.of(
                        without("taiwan-war", Map.of(), "switch_holds"),
                        without("taiwan-war", Map.of("rus_west_relations", "0"), "switch_holds", "war_opens_switch")));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noLabelOfTheChartIsDrawnOverThePoints(Scenario scenario) {
        PointsFigure figure = briefing(scenario).points();
        List<String> names = figure.rows().stream().map(PointsRow::label).toList();
        assertThat(PointsChart.of(figure, LikelihoodScale.ICD203).shapes())
                .filteredOn(shape -> shape instanceof Label label && names.contains(label.text()))
                .isNotEmpty()
                .allSatisfy(shape -> {
                    Label label = (Label) shape;
                    double width = 6.2 * label.text().length();
                    double x = Double.parseDouble(label.x());
                    double left = label.anchor().equals("end") ? x - width : x;
                    assertThat(left).as(label.text()).isBetween(0.0, 600 - width);
                });
    }

    /** The mark of the yardstick stands above the dot of the result, unless it is held at an end. */
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void pointsStandBelowTheYardstickOnItsScale(String id) {
        PointsFigure figure = briefing(Shipped.scenario(id)).points();
        List<Shape> shapes = PointsChart.of(figure, LikelihoodScale.ICD203).shapes();
        Map<String, Double> numbers = shapes.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.kind().equals("t tick"))
                .collect(Collectors.toMap(Label::text, label -> Double.valueOf(label.x()), (one, other) -> one));
        double zero = numbers.get("0");
        double perPoint = (numbers.get("+10") - zero) / 10;
        // A number beside the mark is left out.
        assertThat(Stream.of(5, 20, 80, 95).filter(tick -> numbers.containsKey(tick.toString())))
                .hasSizeGreaterThan(2)
                .allSatisfy(tick -> assertThat(numbers.get(tick.toString()))
                        .isCloseTo(zero + perPoint * 10 * Math.log10(tick / (100.0 - tick)), within(0.3)));
        double result = figure.rows().get(figure.rows().size() - 1).to();
        double held = Math.max(-30, Math.min(30, result));
        double dot = shapes.stream()
                .filter(Dot.class::isInstance)
                .map(shape -> Double.valueOf(((Dot) shape).x()))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(dot).isCloseTo(zero + perPoint * result, within(0.3));
        Line plumb = shapes.stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(line -> line.kind().equals("plumb"))
                .findFirst()
                .orElseThrow();
        double rounding = 0.25 / figure.likelihood().value();
        assertThat(Double.valueOf(plumb.x1())).isCloseTo(zero + perPoint * held, within(0.3 + perPoint * rounding));
    }

    private static double length(PointsRow row) {
        return Math.abs(row.to() - row.from());
    }
}

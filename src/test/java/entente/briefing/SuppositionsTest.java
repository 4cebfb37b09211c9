package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.Briefings.Request;
import entente.model.Assumptions;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.wording.Figures;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Briefings on what would be: marked as such, with what they assume and what that changes. */
class SuppositionsTest {

    private static final Figures FIGURES = new Figures(LikelihoodScale.ICD203);

    private static Briefing briefing(Scenario scenario) {
        return BriefingsTest.briefing(scenario, Optional.empty());
    }

    private static Briefing longForm(Scenario scenario) {
        return BriefingsTest.BRIEFINGS.write(
                Request.first(BriefingScenario.of(scenario), LikelihoodScale.ICD203, true, "./entente assess FILE"));
    }

    private static String headline(Briefing briefing) {
        return briefing.statement().replace('\u00A0', ' ');
    }

    private static Scenario with(String id, String indicator, String value) {
        return Shipped.scenario(id, new ScenarioOverrides(Map.of(indicator, value), Optional.empty(), List.of()));
    }

    @Test
    void statementOfARecordIsInThePast() {
        assertThat(headline(briefing(Shipped.scenario("taiwan-war"))))
                .startsWith("An operational alliance of China and Russia by 30 November 2030 has a roughly even chance"
                        + " (45–55 %): " + besideItsEnds(Shipped.assess("taiwan-war")) + " (")
                .contains(" % depending on two unrated indicators and ");
        assertThat(headline(briefing(Shipped.scenario("status-quo-2025"))))
                .startsWith(
                        "An operational alliance of China and Russia by 30 November 2030 has almost no chance (1–5 %): "
                                + Shipped.percent(Shipped.assess("status-quo-2025")));
        assertThat(headline(briefing(Shipped.scenario("crimea-2014"))))
                .startsWith("As of 2014, the likelihood of an operational")
                .contains(" depended on ");
    }

    /** The likelihood with a decimal where an end of its interval is the same whole number. */
    private static String besideItsEnds(Assessment assessment) {
        Verdict verdict = assessment.verdict();
        boolean whole = FIGURES.apart(
                verdict.interval().low(),
                verdict.likelihood(),
                verdict.interval().high());
        return FIGURES.of(verdict.likelihood(), whole).replace('\u00A0', ' ');
    }

    /** From the likelihood of the scenario that is changed to that of the supposition, as printed. */
    private static String ends(String id, String base) {
        return " from " + Shipped.percent(Shipped.assess(base)) + " to " + Shipped.percent(Shipped.assess(id));
    }

    @Test
    void firstJudgementIsTheChangeAndAddsUp() {
        int change = Figures.whole(Shipped.assess("taiwan-war")
                        .verdict()
                        .likelihood()
                        .tenths()
                - Shipped.assess("status-quo-2025").verdict().likelihood().tenths());
        Briefing briefing = briefing(Shipped.scenario("taiwan-war"));
        Judgement first = briefing.judgements().get(0);
        assertThat((first.lead() + first.text()).replace('\u00A0', ' '))
                .startsWith("Compared with “Status quo, late 2025”, the likelihood rises by " + change
                        + " percentage points," + ends("taiwan-war", "status-quo-2025") + ". Of this, +")
                .contains("“Severity of a shock to both”");
        assertThat(first.text()
                        .replaceAll("[^+−]*([+−]\\d+) from[^+−]*", "$1 ")
                        .strip()
                        .split(" "))
                .satisfies(shares -> assertThat(List.of(shares).stream()
                                .mapToInt(share -> Integer.parseInt(share.replace('−', '-')))
                                .sum())
                        .isEqualTo(change));
        assertThat(briefing(Shipped.scenario("status-quo-2025"))
                        .judgements()
                        .get(0)
                        .lead())
                .doesNotContain("Against");
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
        Briefing briefing = briefing(with("status-quo-2025", "western_sanctions_on_rus", "1"));
        assertThat(briefing.judgements().get(0).lead())
                .matches(
                        "Compared with the readings before the change, the likelihood falls by \\d+\\.\\d percentage points");
        assertThat(briefing.supposition()).isEqualTo("Suppose that “Western sanctions on Russia” is 1 (individual).");
        assertThat(briefing.assumed()).isEmpty();
        assertThat(longForm(with("status-quo-2025", "western_sanctions_on_rus", "1"))
                        .assumed())
                .containsExactly("Western sanctions on Russia: “individual”, instead of “comprehensive, with"
                        + " secondary-sanction authority”.");
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
        assertThat(wide.drivers())
                .startsWith("By the best estimates, compared with “Status quo, late 2025”, the likelihood ");
        assertThat(wide.judgements().get(0).lead())
                .startsWith("By the best estimates, compared with “Status quo, late 2025”, the likelihood ");
        assertThat(wide.watch().rows())
                .extracting(WatchRow::now)
                .contains("best estimate: confrontational rhetoric, within 1 to 7");
        assertThat(wide.keyAssumptions())
                .extracting(AssumptionRow::basis)
                .contains("Russia's relations with the West: confrontational rhetoric, within 1 to 7, assumed");
        assertThat(wide.watch().note())
                .matches("A reading given as a range stands at its best estimate, which is what crosses a threshold\\."
                        + "( Not shown: \\w+ more thresholds? beyond which one reading alone brings another band\\.)?");
        assertThat(wide.probabilities().orElseThrow().text())
                .startsWith("By the probabilities of its open readings, given by the scenario or taken as equal, ")
                .contains("Taken with equal probability: each value of ");
        assertThat(wide.judgements())
                .extracting(judgement -> judgement.cites().replace('\u00A0', ' '))
                .allMatch(cites -> cites.matches("((, )?§\\d ¶\\d+){0,3}( \\+\\d+)?"))
                .anyMatch(cites -> cites.matches("§\\d ¶\\d+, §\\d ¶\\d+, §\\d ¶\\d+ \\+[1-9]\\d*"));
    }

    /** With no ceiling at all, the likelihood is that of an assessment without the rules that are ceilings. */
    @Test
    void likelihoodWithNoCeilingIsWithoutThemAll() {
        assertThat(saysTheLikelihoodWithNoCeiling(with("taiwan-war", "border_or_proxy_incident", "3")))
                .isEqualTo(2);
        Property.forAll(
                Property.cases() / 10,
                RandomWorlds::any,
                (scenario, random) -> saysTheLikelihoodWithNoCeiling(scenario));
    }

    /** @return how many ceilings are judged */
    private static int saysTheLikelihoodWithNoCeiling(Scenario scenario) {
        List<String> ceilings = briefing(scenario).judgements().stream()
                .filter(judgement -> judgement.lead().startsWith("A ceiling "))
                .map(Judgement::text)
                .toList();
        ceilings.forEach(text -> assertThat(text)
                .contains("with no ceiling at all, the likelihood would ")
                .containsPattern(" (be|have been) "
                        + Pattern.quote(FIGURES.of(
                                        without(scenario, rule -> rule.ceiling().isPresent())) + ".")));
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

    @Test
    void readingThatAnAssumptionExcludesContradictsIt() {
        assertThat(briefing(Shipped.scenario("taiwan-war")).keyAssumptions())
                .extracting(row -> row.text() + ": " + row.support())
                .contains(
                        "China's growth needs Western markets: " + Support.SET_ASIDE,
                        "Only a shock that hurts both makes an alliance a real prospect: " + Support.ASSUMED,
                        "The United States keeps its lead over China: " + Support.WELL_SOURCED);
    }

    /** A run with set readings tells what was set, not again what the scenario itself is about. */
    @Test
    void whatHappensInASuppositionIsToldFirst() {
        assertThat(briefing(Shipped.scenario("taiwan-war")).assumed().get(0))
                .startsWith("The United States and China fight over Taiwan");
        assertThat(longForm(Shipped.with("baseline-2018", Map.of("political_will_to_ally", "3")))
                        .assumed())
                .isNotEmpty()
                .allMatch(sentence -> sentence.contains(": "));
    }

    private static Briefing shipped(String id) {
        return BriefingsTest.briefing(Shipped.scenario(id), Optional.empty());
    }

    private static String shippedHeadline(String id) {
        return shipped(id).statement().replace('\u00A0', ' ');
    }

    @Test
    void pastWithAnOutcomeOnRecordIsToldInThePast() {
        Briefing shipped = shipped("crimea-2014");
        assertThat(shipped.drivers())
                .isEqualTo(
                        "Pressure from the West drove the likelihood most, and the reaction of the United States held it back"
                                + " most.");
        assertThat(shipped.judgements()).extracting(Judgement::lead).noneMatch(lead -> lead.contains("raises"));
        assertThat(String.join(" ", shipped.standing()))
                .contains(
                        "The expected relationship was strategic partnership", "a treaty of consultation was in force")
                .endsWith("The relationship on record is strategic partnership, without an alliance in force.");
        assertThat(String.join(" ", shipped("border-war-1969").standing())).contains("The defence treaty was hollow");
    }

    @Test
    void wideIntervalComesFirst() {
        Assessment assessment = Shipped.assess("status-conflict-1958");
        Interval interval = assessment.verdict().interval();
        assertThat(interval.isWide()).isTrue();
        assertThat(shippedHeadline("status-conflict-1958"))
                .isEqualTo(
                        ("As of 1958, the likelihood of an operational alliance of China and Russia by the end of 1963"
                                        + " depended on "
                                        + assessment.gaps().size()
                                        + " unrated indicators and three readings given as a range: "
                                        + Figures.ICD203.span(interval.low(), interval.high()) + ", from exceptionally"
                                        + " unlikely (less than 1 %) to almost certain (95–99 %); what is rated or assumed, taken alone and at"
                                        + " its best estimates, gives " + Shipped.percent(assessment) + ".")
                                .replace('\u00A0', ' '));
    }

    @Test
    void likelySlipsAreCaveatsInWords() {
        Scenario scenario = Shipped.with("baseline-2018", Map.of("prc_export_share_west5_pct", "0.6"));
        assertThat(BriefingsTest.briefing(scenario, Optional.empty()).caveats())
                .anyMatch(caveat -> caveat.replace('\u00A0', ' ')
                        .equals("China's exports to 5 Western markets: the reading is 0.6 %; is 60 % meant?"))
                .contains("Russians who fear China's military: the reading is of 31 December 2011, the scenario of"
                        + " 31 December 2018.");
    }

    @Test
    void sourcesAfterTheDateOfTheScenarioAreSaidToBe() {
        assertThat(shipped("status-quo-2025").caveats())
                .contains(
                        "Some sources bear a date after that of the scenario, 30 November 2025: the latest date given is 14 January"
                                + " 2026.");
        assertThat(BriefingsTest.briefing(undated(), Optional.empty()).caveats())
                .noneMatch(caveat -> caveat.startsWith("Some sources"));
    }

    private static Scenario undated() {
        return Shipped.parse(
                "{\"id\": \"n\", \"title\": \"N\", \"readings\": {\"rus_west_relations\": {\"value\": 2, \"source\": \"s\"}},"
                        + " \"sources\": [{\"id\": \"s\", \"ref\": \"A paper, 14 January 2026\"}]}");
    }
}

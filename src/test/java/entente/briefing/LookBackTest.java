package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.Figures;
import entente.testkit.Shipped;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Briefings on the past, and those of which little is known. */
class LookBackTest {

    private static Briefing briefing(String id) {
        return BriefingsTest.briefing(Shipped.scenario(id), Optional.empty());
    }

    private static String headline(String id) {
        return briefing(id).statement().replace('\u00A0', ' ');
    }

    @Test
    void pastWithAnOutcomeOnRecordIsToldInThePast() {
        Briefing briefing = briefing("crimea-2014");
        assertThat(briefing.drivers())
                .isEqualTo(
                        "Pressure from the West drove the likelihood most, and the reaction of the United States held it back"
                                + " most.");
        assertThat(briefing.judgements()).extracting(Judgement::lead).noneMatch(lead -> lead.contains("raises"));
        assertThat(String.join(" ", briefing.standing()))
                .contains(
                        "The expected relationship was strategic partnership", "a treaty of consultation was in force")
                .endsWith("The relationship on record is strategic partnership, without an alliance in force.");
        assertThat(String.join(" ", briefing("border-war-1969").standing())).contains("The defence treaty was hollow");
    }

    @Test
    void withoutOutcomeItIsToldInThePresent() {
        assertThat(headline("baseline-2018"))
                .startsWith("An operational alliance of China and Russia by the end of 2023")
                .contains(" is exceptionally unlikely ")
                .doesNotContain("As of", " was ");
        assertThat(briefing("baseline-2018").drivers()).contains(" drives the likelihood most");
    }

    @Test
    void wideIntervalComesFirst() {
        Assessment assessment = Shipped.assess("status-conflict-1958");
        Interval interval = assessment.verdict().interval();
        assertThat(interval.isWide()).isTrue();
        assertThat(headline("status-conflict-1958"))
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
        assertThat(briefing("status-quo-2025").caveats())
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

    @Test
    void readingsAreCountedAsRatedOrGivenAsARange() {
        assertThat(briefing("baseline-2018").confidence().reasons())
                .containsPattern(
                        "^of " + Shipped.indicators() + " indicators \\d+ are rated and \\d+ given as a range; ");
        assertThat(briefing("taiwan-war").confidence().reasons()).containsPattern("\\w+ assumed and \\w+ not rated; ");
    }

    @Test
    void pagesHaveShortDigestsAndDataWholeOnes() {
        Briefing briefing = briefing("baseline-2018");
        String digest = Shipped.scenario("baseline-2018").sha256();
        assertThat(briefing.method().provenance()).contains(digest);
        assertThat(briefing.method().shortProvenance())
                .contains(digest.substring(0, 12))
                .doesNotContain(digest);
    }
}

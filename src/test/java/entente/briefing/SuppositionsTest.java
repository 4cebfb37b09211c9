package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Briefings on what would be: marked as such, with what they assume and what that changes. */
class SuppositionsTest {

    private static final Figures FIGURES = new Figures(LikelihoodScale.ICD203);

    private static Briefing briefing(Scenario scenario) {
        return BriefingsTest.briefing(scenario, Optional.empty());
    }

    private static Scenario with(String id, String indicator, String value) {
        return Shipped.with(id, Map.of(indicator, value));
    }

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
        Briefing briefing = briefing(with("status-quo-2025", "western_sanctions_on_rus", "1"));
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

    @Test
    void likelySlipsAreCaveatsInWords() {
        Scenario scenario = Shipped.with("baseline-2018", Map.of("prc_export_share_west5_pct", "0.6"));
        assertThat(briefing(scenario).caveats())
                .anyMatch(caveat ->
                        caveat.replace('\u00A0', ' ').endsWith(": the reading is 0.6 %; if 60 % is meant, write 60."));
    }
}

package entente.report.text;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Shipped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assessments of unusual scenarios that are not among the shipped ones. */
public final class UnusualAssessments {

    private UnusualAssessments() {}

    public static Map<String, Assessment> all() {
        Map<String, Scenario> shapes = new LinkedHashMap<>();
        shapes.put("nothing known", Shipped.parse("{\"id\":\"x\",\"title\":\"Nothing\",\"readings\":{}}"));
        shapes.put(
                "one reading, no date",
                Shipped.parse(
                        "{\"id\":\"x\",\"title\":\"One\",\"readings\":{\"western_sanctions_on_rus\":3},\"horizonYears\":1}"));
        shapes.put("one assumption", Shipped.parse("""
                        {"id":"x","title":"Assumed","readings":
                         {"western_sanctions_on_rus":{"value":3,"low":1,"high":4,"status":"assumed","note":"Held so"}}}
                        """));
        shapes.put("ranges and nothing unknown", Shipped.parse("""
                        {"id":"x","title":"Ranges","extends":"baseline-2018","horizonYears":10,"readings":
                         {"western_sanctions_on_rus":{"value":3,"low":1,"high":4},
                          "prc_export_share_us_pct":{"value":10,"low":2,"high":20}}}
                        """));
        shapes.put("a range and something unknown", Shipped.parse("""
                        {"id":"x","title":"Both","extends":"baseline-2018","readings":
                         {"western_sanctions_on_rus":{"value":2,"low":2,"high":3},"political_will_to_ally":"unknown"}}
                        """));
        for (String level : List.of("0", "1", "4")) {
            shapes.put("treaty " + level, Shipped.with("treaty-with-teeth", Map.of("treaty_commitment_level", level)));
        }
        shapes.put("an incident", Shipped.with("status-quo-2025", Map.of("border_or_proxy_incident", "4")));
        shapes.put(
                "a decision",
                Shipped.with("total-decoupling", Map.of("political_will_to_ally", "4", "bri_pledges_usd_bn", "0")));
        shapes.put("clamped above", Shipped.parse("""
                        {"id":"x","title":"Sure","extends":"sino-soviet-alliance-1950","readings":{},
                         "assumptions":{"baseRatePercent":99,"without":["no_switch","decision_lifts_ceiling","working_pact_lifts_ceiling"]}}
                        """));
        shapes.put("clamped below", Shipped.parse("""
                        {"id":"x","title":"Never","extends":"us-russia-reset","readings":{},
                         "assumptions":{"baseRatePercent":0.1}}
                        """));
        shapes.put(
                "an export share above the whole, and a tariff without effect",
                Shipped.with(
                        "baseline-2018", Map.of("prc_export_share_us_pct", "40", "us_avg_tariff_on_prc_pct", "145")));
        shapes.put("a reading after the scenario", Shipped.parse("""
                        {"id":"x","title":"Late","extends":"baseline-2018","readings":
                         {"western_sanctions_on_rus":{"value":2,"asOf":"2020-01-01"}}}
                        """));
        shapes.put(
                "rules and a group disabled",
                Shipped.scenario(
                        "baseline-2018",
                        new ScenarioOverrides(
                                Map.of(),
                                Optional.empty(),
                                List.of("us_reads_alliance_as_offence", "trade_dependency", "no_switch"))));
        shapes.put("every kind of assumption, a long id and a title longer than a line", Shipped.parse("""
                        {"id":"a-very-long-id-for-a-scenario-that-somebody-made-up-one-day",
                         "title":"A title that nobody would print on one line, however wide the page would be made for it",
                         "extends":"status-quo-2025","readings":{},
                         "assumptions":{"weights":{"alliance":{"STRONG":4},"partnership":{"SLIGHT":1}},
                         "emphasis":{"us_reaction":0.5},"without":["cooperation"],
                         "cutPoints":{"prc_export_share_us_pct":[1,2,3,4]},"baseRatePercent":5}}
                        """));
        Map<String, Assessment> assessed = new LinkedHashMap<>();
        shapes.forEach((name, scenario) -> assessed.put(name, Shipped.ASSESSOR.assess(scenario)));
        return assessed;
    }
}

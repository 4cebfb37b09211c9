package entente.report.csv;

import entente.model.Indicator;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.report.wording.SuppositionText;
import entente.report.wording.Wording;
import java.util.Optional;

/** Columns that several tables contain. */
final class SharedColumns {

    static final CsvTable<Assessment> SUPPOSITION = CsvTable.<Assessment>part()
            .text(
                    "supposition",
                    "What the scenario supposes, in one sentence; empty for nothing.",
                    assessment -> SuppositionText.sentence(assessment).map(Wording::plain));

    static final CsvTable<Scenario> NAMED = CsvTable.<Scenario>part()
            .text("id", "Scenario.", Scenario::id)
            .text("title", "Title of the scenario.", Scenario::title)
            .date("as_of", "Date that the scenario describes; empty if none.", Scenario::asOf)
            .integer("horizon_years", "Horizon in years: 1 to 10.", Scenario::horizonYears);

    static final CsvTable<Assessment> SCENARIO =
            CsvTable.<Assessment>part().including(NAMED, Assessment::scenario).including(SUPPOSITION, a -> a);

    static final CsvTable<Verdict> LIKELIHOOD = CsvTable.<Verdict>part()
            .number("percent", "Likelihood of an alliance, percent, 0.1–99.9.", Verdict::likelihood);

    static final CsvTable<Interval> INTERVAL = CsvTable.<Interval>part()
            .number("low_percent", "Lowest likelihood that the open readings allow.", Interval::low)
            .number("high_percent", "Highest likelihood that the open readings allow.", Interval::high);

    static final CsvTable<Verdict> RELATIONSHIP = CsvTable.<Verdict>part()
            .text("relationship", "Expected relationship; empty if too little is rated.", Verdict::relationship)
            .list("relationships", "Relationships that the open readings allow.", Verdict::relationships);

    static final CsvTable<Scenario> DIGEST =
            CsvTable.<Scenario>part().text("scenario_sha256", "Digest of the resolved scenario.", Scenario::sha256);

    static final CsvTable<Provenance> VERSIONS = CsvTable.<Provenance>part()
            .text("rules_version", "Version of the rule book.", Provenance::rulesVersion)
            .text("rules_sha256", "Digest of the rule book.", Provenance::rulesSha256)
            .text("engine", "Version of the engine.", Provenance::engine);

    /** What reproduces an assessment. */
    static final CsvTable<Assessment> SOURCE = CsvTable.<Assessment>part()
            .including(DIGEST, Assessment::scenario)
            .including(VERSIONS, Assessment::provenance);

    /** What the rows of a scenario have in common. */
    static final CsvTable<Assessment> KEY = CsvTable.<Assessment>part()
            .text("scenario", "Scenario.", on -> on.scenario().id())
            .date(
                    "as_of",
                    "Date that the scenario describes; empty if none.",
                    on -> on.scenario().asOf())
            .including(SUPPOSITION, on -> on);

    static final CsvTable<Indicator> INDICATOR = CsvTable.<Indicator>part()
            .text("indicator", "Indicator.", Indicator::id)
            .text("indicator_label", "Its short label.", Indicator::shortLabel)
            .text("group", "Barrier, driver or state that it describes.", Indicator::group)
            .text("unit", "Unit of its values.", Indicator::unit);

    static final CsvTable<Optional<ObservedOutcome>> OBSERVED = CsvTable.<Optional<ObservedOutcome>>part()
            .text(
                    "observed_relationship",
                    "Observed relationship; empty without an observed outcome.",
                    outcome -> outcome.map(ObservedOutcome::relationship))
            .truth(
                    "observed_alliance",
                    "Whether an alliance was in force; empty without an observed outcome.",
                    outcome -> outcome.map(ObservedOutcome::allianceInForce));

    private SharedColumns() {}

    /** Percentage points from tenths. */
    static double tenths(int tenths) {
        return tenths / 10.0;
    }
}

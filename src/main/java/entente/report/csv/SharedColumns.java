package entente.report.csv;

import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import java.util.Optional;

/** Columns that several tables contain. */
final class SharedColumns {

    static final CsvTable<Scenario> SCENARIO = CsvTable.<Scenario>of("scenario", "")
            .column("id", "Scenario.", Scenario::id)
            .column("title", "Title of the scenario.", Scenario::title)
            .column("as_of", "Date that the scenario describes; empty if none.", Scenario::asOf)
            .column("horizon_years", "Horizon in years: 1, 5 or 10.", Scenario::horizonYears);

    static final CsvTable<Verdict> LIKELIHOOD = CsvTable.<Verdict>of("likelihood", "")
            .column("percent", "Likelihood of an alliance, percent, 1–99.", Verdict::likelihood);

    static final CsvTable<Interval> INTERVAL = CsvTable.<Interval>of("interval", "")
            .column("low_percent", "Lowest likelihood that the open readings allow.", Interval::low)
            .column("high_percent", "Highest likelihood that the open readings allow.", Interval::high);

    static final CsvTable<Verdict> RELATIONSHIP = CsvTable.<Verdict>of("relationship", "")
            .column("relationship", "Expected relationship; empty if too little is rated.", Verdict::relationship)
            .column("relationships", "Relationships that the open readings allow.", Verdict::relationships);

    static final CsvTable<Optional<ObservedOutcome>> OBSERVED = CsvTable.<Optional<ObservedOutcome>>of("observed", "")
            .column(
                    "observed_relationship",
                    "Observed relationship.",
                    observed -> observed.map(ObservedOutcome::relationship))
            .column(
                    "observed_alliance",
                    "Whether an alliance was in force.",
                    observed -> observed.map(ObservedOutcome::allianceInForce));

    static final CsvTable<Scenario> DIGEST = CsvTable.<Scenario>of("digest", "")
            .column("scenario_sha256", "Digest of the resolved scenario.", Scenario::sha256);

    static final CsvTable<Provenance> VERSIONS = CsvTable.<Provenance>of("versions", "")
            .column("rules_version", "Version of the rule book.", Provenance::rulesVersion)
            .column("rules_sha256", "Digest of the rule book.", Provenance::rulesSha256)
            .column("engine", "Version of the engine.", Provenance::engine);

    /** What reproduces an assessment. */
    static final CsvTable<Assessment> SOURCE = CsvTable.<Assessment>of("source", "")
            .including(DIGEST, Assessment::scenario)
            .including(VERSIONS, Assessment::provenance);

    private SharedColumns() {}
}

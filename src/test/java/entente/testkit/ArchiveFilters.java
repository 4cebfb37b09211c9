package entente.testkit;

import entente.model.Band;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.AssessmentFacts;
import entente.service.archive.NewAssessment;
import java.util.Optional;

/** Stored assessments, and criteria for listing them. */
public final class ArchiveFilters {

    /** The first page of everything. */
    public static final ArchiveFilter ALL = ArchiveFilter.newest(100);

    private ArchiveFilters() {}

    /** To be stored. */
    public static NewAssessment assessment(String scenario, String json) {
        return new NewAssessment(facts(scenario, "T", Band.LIKELY, 60, "s", "1", "r", "e", "o"), json);
    }

    /** What an earlier version stored, without interval and confidence. */
    public static AssessmentFacts facts(
            String scenario,
            String title,
            Band band,
            double percent,
            String scenarioSha256,
            String rulesVersion,
            String rulesSha256,
            String engine,
            String owner) {
        return new AssessmentFacts(
                scenario,
                title,
                scenarioSha256,
                percent,
                band,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                engine,
                new RuleBookVersion(rulesVersion, rulesSha256, Optional.empty()),
                owner);
    }
}

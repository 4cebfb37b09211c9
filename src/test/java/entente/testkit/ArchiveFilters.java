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

    /** What an earlier version stored, without interval and confidence. */
    public static final AssessmentFacts FACTS = new AssessmentFacts(
            "s",
            "T",
            "5".repeat(64),
            60,
            Band.LIKELY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "0.1.0",
            rules("a".repeat(64)),
            "local");

    private ArchiveFilters() {}

    public static RuleBookVersion rules(String sha256) {
        return new RuleBookVersion("1.0.0", sha256, Optional.empty());
    }

    /** To be stored. */
    public static NewAssessment assessment(String scenario, String json) {
        return new NewAssessment(FACTS.withScenarioId(scenario), json);
    }
}

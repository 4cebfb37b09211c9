package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.service.archive.Archive;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.NewAssessment;
import entente.testkit.ArchiveFilters;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchRequestTest {

    private static final BatchRequest BATCH = new BatchRequest("batch", "owner", true, false, LikelihoodScale.ICD203);

    private static NewAssessment assessment(String rulesSha256) {
        return new NewAssessment(
                ArchiveFilters.facts("s", "T", Band.LIKELY, 60, "sha", "1", rulesSha256, "engine", "owner"), "{}");
    }

    /** A batch that is begun again after a change of the rules must not answer with an assessment by the former ones. */
    @Test
    void assessmentIsStoredOnceForEachIndexAndRuleBook() {
        try (Database database = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            TestClock clock = new TestClock();
            Archive archive = new Archive(database, clock);
            IdempotentResponses responses = new IdempotentResponses(database, clock);
            UUID first = BATCH.storeOnce(assessment("a"), 0, archive, responses);
            assertThat(BATCH.storeOnce(assessment("a"), 0, archive, responses)).isEqualTo(first);
            assertThat(BATCH.storeOnce(assessment("a"), 1, archive, responses)).isNotEqualTo(first);
            assertThat(BATCH.storeOnce(assessment("b"), 0, archive, responses)).isNotEqualTo(first);
        }
    }
}

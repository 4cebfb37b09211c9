package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Job;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceDocumentsTest {

    @Test
    void endedJobHasAProblemOrAResultAsItWasStored() {
        assertThat(ServiceDocuments.JOB.pretty(job(Job.State.FAILED))).isEqualTo("""
                        {
                          "id": "00000000-0000-0000-0000-000000000001",
                          "kind": "batch",
                          "state": "FAILED",
                          "at": "1970-01-01T00:00:00Z",
                          "done": 1,
                          "total": 2,
                          "problem": {"a": 1}
                        }
                        """);
        assertThat(ServiceDocuments.JOB.pretty(job(Job.State.DONE)))
                .contains("\"result\": {\"a\": 1}\n")
                .doesNotContain("problem", "ada");
    }

    private static Job job(Job.State state) {
        return new Job(new UUID(0, 1), "ada", "batch", state, Instant.EPOCH, 1, 2, Optional.of("{\"a\": 1}\n"));
    }
}

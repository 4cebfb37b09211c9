package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.assessment.Provenance;
import java.time.Instant;
import java.util.Optional;

/** A briefing that was issued. */
public record Edition(
        @JsonUnwrapped EditionId id,
        @Described("Title of the scenario.") String title,
        Statement statement,

        @Described(value = "Digest of scenario.json, the resolved scenario.", kind = Kind.DIGEST)
        String scenarioSha256,

        @JsonUnwrapped Provenance provenance,

        @Described(value = "Digest of the rival rule book.", kind = Kind.DIGEST)
        Optional<String> rivalSha256,

        Instant issued,

        @Described(value = "Number of the edition before.", kind = Kind.FROM_ONE)
        Optional<Integer> previous,

        @Described("Against the statement of the edition before; absent in the first.")
        Optional<StatementChange> change) {
    /** What is new in the statement of an edition against that of the edition before, as published. */
    public record StatementChange(
            @Described("From which figure to which.") String brief,

            @Described("The same in one sentence with the reason.")
            String text) {}
}

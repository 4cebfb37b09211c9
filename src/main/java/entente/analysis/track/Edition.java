package entente.analysis.track;

import entente.model.assessment.Provenance;
import java.time.Instant;
import java.util.Optional;

/**
 * A briefing that was issued.
 *
 * @param title title of the scenario
 * @param scenarioSha256 digest of the resolved scenario
 * @param provenance the engine and the rules
 * @param rivalSha256 digest of the rival rule book; empty without one
 * @param previous number of the edition before; empty for the first
 * @param change against the edition before; empty for the first, and for editions of before this was kept
 */
public record Edition(
        EditionId id,
        String title,
        Statement statement,
        String scenarioSha256,
        Provenance provenance,
        Optional<String> rivalSha256,
        Instant issued,
        Optional<Integer> previous,
        Optional<StatementChange> change) {}

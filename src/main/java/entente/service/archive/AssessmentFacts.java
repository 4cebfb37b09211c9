package entente.service.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Provenance.RuleBookVersion;
import java.util.Optional;
import lombok.With;

/** What the archive lists of an assessment. An earlier version stored neither interval nor confidence. */
@With
public record AssessmentFacts(
        @JsonProperty("scenario") @Described(kind = Kind.ID) String scenarioId,
        String title,
        @Described(kind = Kind.DIGEST) String scenarioSha256,
        @Described(kind = Kind.PERCENT) double percent,
        Band band,

        @Described(
                value = "Lowest likelihood that the open readings allow; absent if an earlier version stored it.",
                kind = Kind.PERCENT)
        Optional<Double> lowPercent,

        @Described(
                value = "Highest likelihood that the open readings allow; absent if an earlier version stored it.",
                kind = Kind.PERCENT)
        Optional<Double> highPercent,

        @Described("Absent if an earlier version stored it.")
        Optional<ConfidenceLevel> confidence,

        String engine,
        RuleBookVersion rules,

        @Described("The caller; local without accounts.") String owner) {

    public String rulesSha256() {
        return rules.sha256();
    }
}

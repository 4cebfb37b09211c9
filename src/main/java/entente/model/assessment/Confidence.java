package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import java.util.List;

/**
 * The parts of the confidence formula, each from 0 to 1, weighted by how much each indicator can move the likelihood.
 *
 * @param known readings that are known or assumed
 * @param assumed readings that are assumed
 * @param total readings of the catalogue
 */
@JsonPropertyOrder({"level", "coverage", "sourceGrade", "age", "robustness", "atMost"})
public record Confidence(
        ConfidenceLevel level,

        @JsonProperty("atMost") @Described("The highest level for a horizon of this length.")
        ConfidenceLevel maximumLevel,

        @Described(value = "Share of the readings that are rated; assumed readings count in part.", kind = Kind.SHARE)
        double coverage,

        @Described(value = "Quality of the sources; unknown readings count 0.", kind = Kind.SHARE)
        double sourceGrade,

        @Described(
                value = "Freshness of the readings at the scenario's date; unknown readings count 0.",
                kind = Kind.SHARE)
        double age,

        @Described(
                value = "Stability of the verdict: the share of changes of one reading by one or two grades that keep"
                        + " the band.",
                kind = Kind.SHARE)
        double robustness,

        @JsonIgnore int known,
        @JsonIgnore int assumed,
        @JsonIgnore int total,

        @Described(
                value =
                        "Indicators that raise the level by a step, if read at the scenario's date from a reliable source;"
                                + " the most important first.",
                kind = Kind.ID)
        List<String> raisedBy) {
    /** How well founded a judgement is, independent of the likelihood. */
    public enum ConfidenceLevel {
        LOW,
        MODERATE,
        HIGH
    }
}

package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.CeilingKind;
import java.util.List;
import java.util.Optional;

/**
 * How the likelihood comes about, and what it would be under other circumstances.
 *
 * @param counterfactuals one for each group with points in the balance, in the order of the catalogue
 * @param up the least single changes that lead to a higher band, at most {@link #MOST_CHANGES}; empty if none does
 * @param down the same for a lower band
 */
public record Outlook(
        LikelihoodPath path, List<Counterfactual> counterfactuals, List<SingleChange> up, List<SingleChange> down) {

    public static final int MOST_CHANGES = 3;

    /** The likelihood without this group; empty if the group has no points in the balance. */
    public Optional<Percent> without(String group) {
        return counterfactuals.stream()
                .filter(one -> one.group().equals(group))
                .map(Counterfactual::likelihood)
                .findFirst();
    }

    /**
     * The likelihood step by step.
     *
     * @param ceiling the last ceiling that holds the drivers back; empty if none does
     */
    public record LikelihoodPath(
            @Described(value = "The base rate, as the book or an assumption gives it.", kind = Kind.PERCENT)
            double basePercent,

            @JsonProperty("driversOnlyPercent") @Described("With every barrier disabled, before the ceilings.")
            Percent driversOnly,

            @JsonProperty("driversUnderCeilingPercent")
            @Described("The same under the ceilings, as --without barriers gives it.")
            Percent driversUnderCeiling,

            @JsonProperty("percent") @Described("With the barriers: the verdict.")
            Percent likelihood,

            @Described("What the drivers add to the base rate.")
            Points driverPoints,

            @Described("What the barriers add to both, before the ceilings.")
            Points barrierPoints,

            @JsonIgnore Optional<CeilingKind> ceiling) {}

    /** The likelihood without a barrier, a driver or a commitment. */
    public record Counterfactual(
            @Described(kind = Kind.ID) String group,

            @JsonProperty("withoutPercent") @Described("The likelihood without the group, as --without gives it.")
            Percent likelihood) {

        @Described
        public Band band() {
            return likelihood.band();
        }
    }

    /** The likelihood after the change of one reading. */
    @JsonPropertyOrder({"move", "percent", "band"})
    public record SingleChange(
            ReadingMove move,

            @JsonProperty("percent") @Described("The likelihood with the nearest value.")
            Percent likelihood,

            @JsonProperty("lowestPercent") @Described("The lowest likelihood over the range.")
            Percent lowest,

            @JsonProperty("highestPercent") @Described("The highest likelihood over the range.")
            Percent highest) {

        @Described("The band with any value in the range.")
        public Band band() {
            return likelihood.band();
        }
    }
}

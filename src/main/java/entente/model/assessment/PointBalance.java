package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.rule.Ceiling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The computation of the likelihood from points. */
@Described("base + sum = raw; raw less what the ceilings take back = final; percent = 100 / (1 + 10^(-final/10)).")
public record PointBalance(
        @Described("Points of the base rate.") Points base,
        @Described("Sum of the rules that fired.") Points sum,
        Points raw,
        List<CeilingEffect> ceilings,
        @JsonProperty("final") Points result,

        @JsonInclude
        @Described(
                value = "The percentage before it was held between 0.1 and 99.9; null where it lay there.",
                kind = Kind.PERCENT)
        OptionalDouble clampedFrom,

        @Described("Depth of the partnership.") Points partnership,

        @Described("The relationship that these points alone mean.")
        Relationship floor,

        @JsonInclude @Described("The points from which it begins; null for the lowest.")
        Optional<Points> floorFrom,

        @JsonInclude @Described("The points from which the next begins; null for the highest that points reach.")
        Optional<Points> nextFrom) {

    /** The ceilings that take something back. */
    public List<CeilingEffect> acting() {
        return ceilings.stream()
                .filter(effect -> effect.reduction().hundredths() != 0)
                .toList();
    }

    /** The points that an applied ceiling removed, whatever the number of rules that apply it. */
    public record CeilingEffect(
            @JsonUnwrapped Ceiling ceiling,

            @Described(value = "All rules that apply it.", kind = Kind.ID)
            List<String> rules,

            @JsonProperty("takenBack") Points reduction) {}
}

package entente.analysis.attribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * The share of one part in a difference. A tree: the shares of the parts add up to the share, exactly and rounded.
 *
 * @param exact exact value in the unit of the output
 * @param rounded rounded up or down so that the output adds up
 */
@JsonPropertyOrder({"of", "percentagePoints", "exactTenths", "within"})
public record Share(
        @JsonProperty("of") @Described("Ids of what it is the share of; several if they were too many to separate.")
        List<String> ids,

        @JsonIgnore Fraction exact,
        @JsonIgnore int rounded,

        @JsonProperty("within")
        @Described("The shares of its parts, which add up to it; empty if it has none or they were not separated.")
        List<Share> parts) {

    /** Of a difference between likelihoods, whose unit of output is a tenth. */
    @Described(value = "Rounded up or down so that shares add up.", kind = Kind.PERCENTAGE_POINTS)
    public double percentagePoints() {
        return rounded / 10.0;
    }

    @Described(value = "The exact share, in tenths of the unit.", kind = Kind.FRACTION)
    public String exactTenths() {
        return exact.toString();
    }

    /** A share that is not rounded yet. */
    public static Share exact(List<String> of, Fraction exact, List<Share> within) {
        return new Share(of, exact, 0, within);
    }

    public static Share sum(List<String> of, List<Share> within) {
        return exact(of, within.stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus), within);
    }

    public Optional<Share> part(String id) {
        return parts.stream().filter(share -> share.ids().contains(id)).findFirst();
    }

    public boolean isCombined() {
        return ids.size() > 1;
    }
}

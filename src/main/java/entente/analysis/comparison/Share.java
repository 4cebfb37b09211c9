package entente.analysis.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Fraction;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    public static final Comparator<Share> LARGEST_FIRST =
            Comparator.comparing((Share share) -> share.exact().abs()).reversed();

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

    /** Rounds the exact shares from the top down, so that every level adds up to what is printed. */
    public Share rounded(int printed) {
        int[] within = round(parts.stream().map(Share::exact).toList(), parts.isEmpty() ? 0 : printed);
        return new Share(
                ids,
                exact,
                printed,
                IntStream.range(0, within.length)
                        .mapToObj(i -> parts.get(i).rounded(within[i]))
                        .toList());
    }

    /**
     * Rounds each share up or down by the largest remainder: all are rounded down, and the missing units go to the
     * largest remainders; among equal remainders the first is rounded up first.
     *
     * @param total the required sum of the rounded shares: the exact sum, itself rounded up or down
     */
    public static int[] round(List<Fraction> exact, int total) {
        int[] rounded = exact.stream()
                .map(Fraction::floor)
                .mapToInt(BigInteger::intValueExact)
                .toArray();
        int left = total - IntStream.of(rounded).sum();
        List<Integer> cut = IntStream.range(0, rounded.length)
                .boxed()
                .filter(i -> exact.get(i).fractionalPart().signum() > 0)
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).fractionalPart())
                        .reversed())
                .toList();
        if (left < 0 || left > cut.size()) {
            throw new IllegalArgumentException("shares do not sum to " + total);
        }
        cut.subList(0, left).forEach(i -> rounded[i]++);
        return rounded;
    }
}

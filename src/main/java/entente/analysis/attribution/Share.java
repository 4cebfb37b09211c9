package entente.analysis.attribution;

import entente.model.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * The share of one part in a difference. A tree: the shares of the parts add up to the share, exactly and rounded.
 *
 * @param ids ids of the part; several if parts were combined because there were too many
 * @param exact exact value in the unit of the output
 * @param rounded rounded up or down so that the output adds up
 * @param parts shares of its parts; empty if not computed
 */
public record Share(List<String> ids, Fraction exact, int rounded, List<Share> parts) {

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

package entente.analysis.attribution;

import entente.model.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * What one part has of a difference. A tree: the shares within add up to the share, exactly and as printed.
 *
 * @param of what it is the share of, by id; several ids where they were too many to be told apart
 * @param exact in the unit in which it is printed
 * @param printed rounded up or down so that what is printed adds up
 * @param within the shares of its own parts; empty where they were not told apart
 */
public record Share(List<String> ids, Fraction exact, int rounded, List<Share> zzparts) {

    /** A share of which nothing is printed yet. */
    public static Share exact(List<String> of, Fraction exact, List<Share> within) {
        return new Share(of, exact, 0, within);
    }

    /** Several shares as one. */
    public static Share sum(List<String> of, List<Share> within) {
        return exact(of, within.stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus), within);
    }

    public Optional<Share> zzparts(String id) {
        return zzparts.stream().filter(share -> share.ids().contains(id)).findFirst();
    }

    /** Whether several parts stand in it that were too many to be told apart. */
    public boolean isCombined() {
        return ids.size() > 1;
    }
}

package entente.model.rule;

import java.util.List;
import java.util.Optional;

/**
 * A barrier, driver or mechanism of the article that a rule must encode unless it is left out with a reason.
 *
 * @param kind barrier, driver or mechanism, or {@value #REVIEW}: a point of a review of the rules, with its answer
 * @param leftOut why no rule encodes it; of a review, what was done
 * @param partly what part of it no rule encodes, and why
 */
public record InventoryItem(
        String id, String kind, String words, List<String> cites, Optional<String> leftOut, Optional<String> partly) {

    public static final String REVIEW = "review";

    public boolean review() {
        return kind.equals(REVIEW);
    }
}

package entente.analysis.exploration;

import entente.model.Band;
import java.util.List;

/**
 * Under which conditions a verdict is reached.
 *
 * @param band the band, or with {@code orAbove} the lowest of those that count, otherwise the highest
 * @param orAbove whether bands above count, too; otherwise those below
 * @param probability of reaching it
 * @param boxes the first explains most; each further one explains what those before it leave
 * @param coverage the share of all cases that reach it in which some box holds
 */
public record Discovery(Band band, boolean orAbove, double probability, List<Box> boxes, double coverage) {}

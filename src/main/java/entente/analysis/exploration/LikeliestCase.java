package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Grade;
import java.util.Map;

/**
 * The most probable combination of readings that leads to a band.
 *
 * @param probability of exactly these readings
 * @param grades of the uncertain readings, in the order of the catalogue
 */
public record LikeliestCase(Band band, double probability, Map<String, Grade> grades) {}

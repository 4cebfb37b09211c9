package entente.analysis.comparison;

import entente.model.assessment.Assessment;
import java.util.List;

/**
 * One scenario under two rule books.
 *
 * @param discriminators indicators that discriminate between the two, best first
 */
public record RuleBookContrast(Assessment first, Assessment second, List<Discriminator> discriminators) {}

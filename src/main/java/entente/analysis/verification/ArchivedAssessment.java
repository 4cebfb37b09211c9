package entente.analysis.verification;

import entente.document.Node;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Provenance;

/**
 * An assessment read back from a file.
 *
 * @param resolved the scenario inside, in the form over which its digest runs: a scenario file itself
 * @param root the whole file
 */
public record ArchivedAssessment(
        String id,
        String title,
        String resolved,
        Provenance provenance,
        Percent percent,
        LikelihoodScale scale,
        Node root) {}

package entente.analysis.verification;

import entente.document.Node;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Provenance;

/**
 * An archived assessment read from a file.
 *
 * @param resolved the included scenario in its canonical form, from which its digest is computed; a valid scenario file
 * @param root the whole document
 */
public record ArchivedAssessment(
        String id,
        String title,
        String resolved,
        Provenance provenance,
        Percent percent,
        LikelihoodScale scale,
        Node root) {}

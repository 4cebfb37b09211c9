package entente.json;

import entente.document.Node;
import entente.domain.Percent;
import entente.domain.Provenance;
import entente.domain.ScaleOfWords;

/**
 * An assessment read back from a file.
 *
 * @param resolved the scenario inside, in the form over which its digest runs: a scenario file itself
 * @param root the whole file
 */
public record KeptAssessment(
        String id,
        String title,
        String resolved,
        Provenance provenance,
        Percent percent,
        ScaleOfWords scale,
        Node root) {}

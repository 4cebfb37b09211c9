package entente.analysis.verification;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of an archived assessment with a new assessment of the same scenario.
 *
 * @param archived engine and rule book named in the file
 * @param current the current engine and rule book
 * @param currentPercent empty if the current rule book rejects the scenario
 * @param scale likelihood scale of the file
 * @param drifts differences except in provenance, most important first, then in rule book order
 * @param problems why the current rule book rejects the scenario; empty if it accepts it
 */
public record Verification(
        String id,
        String title,
        Provenance archived,
        Provenance current,
        Percent archivedPercent,
        Optional<Percent> currentPercent,
        LikelihoodScale scale,
        List<Drift> drifts,
        List<Problem> problems) {

    public enum Outcome {
        /** All fields are equal. */
        IDENTICAL,
        /** All fields are equal except the engine or rule book. */
        SAME_VERDICT,
        DRIFTED
    }

    public Outcome outcome() {
        if (!drifts.isEmpty() || !problems.isEmpty()) {
            return Outcome.DRIFTED;
        }
        return archived.equals(current) ? Outcome.IDENTICAL : Outcome.SAME_VERDICT;
    }

    /** Whether engine and rule book are those named in the file. */
    public boolean sameProvenance() {
        return archived.equals(current);
    }

    /** The first possible cause of the drift; empty if the file does not show one. */
    public Optional<Drift> firstCause() {
        return drifts.stream().filter(drift -> drift.kind().isCause()).findFirst();
    }
}

package entente.analysis.verification;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * An assessment on file beside the same scenario assessed anew.
 *
 * @param then the engine and the book that the file names
 * @param now the present ones
 * @param percentNow empty where the present book refuses the scenario
 * @param scale whose words the file uses
 * @param drifts what differs but for {@code then} and {@code now}, the weightiest first, in the order of the book
 * @param refused why the present book does not take the scenario; empty where it does
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

    /** What came of it. */
    public enum Outcome {
        /** Every field is the same. */
        IDENTICAL,
        /** Every field is the same but the engine or the book that it names. */
        SAME_VERDICT,
        DRIFTED
    }

    public Outcome outcome() {
        if (!drifts.isEmpty() || !problems.isEmpty()) {
            return Outcome.DRIFTED;
        }
        return archived.equals(current) ? Outcome.IDENTICAL : Outcome.SAME_VERDICT;
    }

    /** Whether the engine and the book are those that the file names. */
    public boolean sameProvenance() {
        return archived.equals(current);
    }

    /** The first thing that can have brought about the rest; empty where nothing on file shows it. */
    public Optional<Drift> firstCause() {
        return drifts.stream().filter(drift -> drift.kind().isCause()).findFirst();
    }
}

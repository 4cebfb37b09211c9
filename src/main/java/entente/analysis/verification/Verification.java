package entente.analysis.verification;

import entente.analysis.verification.AssessmentReader.ArchivedAssessment;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The comparison of an archived assessment with a new assessment of the same scenario.
 *
 * @param current the current engine and rule book
 * @param currentPercent empty if the current rule book rejects the scenario
 * @param differences all of them: the rows of the ledger, whose paths name their rules, before the rest; otherwise in the
 *     order of an assessment
 * @param problems why the current rule book rejects the scenario; empty if it accepts it
 */
public record Verification(
        ArchivedAssessment archived,
        Provenance current,
        Optional<Percent> currentPercent,
        List<Difference> differences,
        List<Problem> problems) {

    public enum Outcome {
        /** All fields are equal. */
        IDENTICAL,
        /** The verdict is equal, and something else differs. */
        SAME_VERDICT,
        /** The verdict differs, or the current rule book rejects the scenario. */
        DRIFTED
    }

    /** Fields of a row of the ledger that follow from readings and weights; the others say what the rule is. */
    private static final Set<String> RESULTS =
            Set.of("status", "alliancePoints", "partnershipPoints", "held", "distance", "actual", "actualGrade");

    /** Sentences of the verdict, which have words of the rule book and say what other fields say. */
    private static final Set<String> SENTENCES =
            Set.of("#/verdict/statement", "#/verdict/supposition", "#/verdict/relationshipStatement");

    /** @param json the new assessment in the form of the archived one */
    public static Verification of(ArchivedAssessment archived, Assessment current, String json) {
        Node recomputed = Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.ASSESSMENT)
                .root()
                .orElseThrow();
        return new Verification(
                archived,
                current.provenance(),
                Optional.of(current.verdict().likelihood()),
                TreeComparison.differences(archived.root(), recomputed).stream()
                        .sorted(Comparator.comparing(difference -> rank(difference.path())))
                        .toList(),
                List.of());
    }

    /** What the rule book says comes before what followed from it, and the rows of the ledger before their sums. */
    private static int rank(String path) {
        boolean ofRule = path.startsWith("#/ledger/");
        if (path.equals("#/points/base") || (ofRule && !RESULTS.contains(path.substring(path.lastIndexOf('/') + 1)))) {
            return 0;
        }
        return ofRule ? 1 : 2;
    }

    /** The result if the current rule book rejects the included scenario. */
    public static Verification rejected(ArchivedAssessment archived, Provenance now, List<Problem> problems) {
        return new Verification(archived, now, Optional.empty(), List.of(), problems);
    }

    /** Whether it is the name of the engine, the rule book or the form. */
    public static boolean isProvenance(Difference difference) {
        return difference.path().startsWith("#/provenance/rules/")
                || difference.path().equals("#/provenance/engine")
                || difference.path().equals("#/provenance/schema");
    }

    public Outcome outcome() {
        boolean sameVerdict = problems.isEmpty()
                && differences.stream()
                        .map(Difference::path)
                        .noneMatch(path -> path.startsWith("#/verdict") && !SENTENCES.contains(path));
        return !sameVerdict ? Outcome.DRIFTED : differences.isEmpty() ? Outcome.IDENTICAL : Outcome.SAME_VERDICT;
    }

    /** Whether engine and rule book are those named in the file. */
    public boolean sameProvenance() {
        return archived.provenance().equals(current) && differences.stream().noneMatch(Verification::isProvenance);
    }
}

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
import java.util.stream.Collectors;

/**
 * The comparison of an archived assessment with a new assessment of the same scenario.
 *
 * @param current the current engine and rule book
 * @param currentPercent empty if the current rule book rejects the scenario
 * @param differences all of them: provenance, verdict, what can cause another verdict, the ledger, and the rest in the order
 *     of an assessment
 * @param problems why the current rule book rejects the scenario; empty if it accepts it
 */
public record Verification(
        ArchivedAssessment archived,
        Provenance current,
        Optional<Percent> currentPercent,
        List<Difference> differences,
        List<Problem> problems) {

    private static final String LEDGER = "ledger";

    /** Fields of the ledger and of the points that state what scenario and rule book say, not what follows from it. */
    private static final Set<String> CAUSES = Set.of(
            "actual",
            "comparison",
            "grade",
            "threshold",
            "allianceWeight",
            "partnershipWeight",
            "base",
            "kneePercent",
            "share",
            "limitPercent");

    public enum Outcome {
        /** All fields are equal. */
        IDENTICAL,
        /**
         * All fields are equal except the engine or rule book, texts of the rule book, and fields that an earlier version did
         * not write.
         */
        SAME_VERDICT,
        DRIFTED
    }

    /** @param json the new assessment in the form of the archived one */
    public static Verification of(ArchivedAssessment archived, Assessment current, String json) {
        Node recomputed = Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.ASSESSMENT)
                .root()
                .orElseThrow();
        List<Difference> found = TreeComparison.differences(archived.root(), recomputed);
        Verification unsorted = new Verification(
                archived, current.provenance(), Optional.of(current.verdict().likelihood()), found, List.of());
        Set<String> paths = unsorted.changed();
        return new Verification(
                archived,
                current.provenance(),
                unsorted.currentPercent(),
                found.stream()
                        .sorted(Comparator.comparingInt(difference -> rank(difference, paths)))
                        .toList(),
                List.of());
    }

    /** The result if the current rule book rejects the included scenario. */
    public static Verification rejected(ArchivedAssessment archived, Provenance now, List<Problem> problems) {
        return new Verification(archived, now, Optional.empty(), List.of(), problems);
    }

    private static int rank(Difference difference, Set<String> paths) {
        return isProvenance(difference)
                ? 0
                : difference.path().startsWith("#/verdict")
                        ? 1
                        : isCause(difference, paths) ? 2 : difference.path().startsWith("#/" + LEDGER) ? 3 : 4;
    }

    /** Whether it is the name of the engine, the rule book or the form. */
    public static boolean isProvenance(Difference difference) {
        return difference.path().startsWith("#/provenance/rules/")
                || difference.path().equals("#/provenance/engine")
                || difference.path().equals("#/provenance/schema");
    }

    /** Whether a reading, a rule, a condition, a cut point or a weight differs, rather than what follows from it. */
    private static boolean isCause(Difference difference, Set<String> paths) {
        String[] steps = difference.path().split("/", -1);
        String last = steps[steps.length - 1];
        if (!paths.contains(difference.path())
                || steps.length < 3
                || !(steps[1].equals(LEDGER) || steps[1].equals("points"))) {
            return false;
        }
        // The points of a rule that counts as before are those of its weight.
        boolean weighsOtherwise = steps.length == 4
                && last.endsWith("Points")
                && !paths.contains(row(steps) + "/status")
                && !paths.contains(difference.path().replace("Points", "Weight"));
        return CAUSES.contains(last)
                || (steps[1].equals(LEDGER) && (steps.length == 3 || weighsOtherwise))
                || (steps.length == 5 && steps[3].equals("conditions"));
    }

    private static String row(String[] steps) {
        return String.join("/", steps[0], steps[1], steps[2]);
    }

    /** The reading, rule, condition, cut point or weight that differs first; empty if the file does not show one. */
    public Optional<Difference> firstCause() {
        Set<String> paths = changed();
        return differences.stream()
                .filter(difference -> isCause(difference, paths))
                .findFirst();
    }

    /** The paths of all differences but the fields that the file lacks because another version wrote it. */
    private Set<String> changed() {
        return differences.stream()
                .filter(difference -> !isLaterField(difference))
                .map(Difference::path)
                .collect(Collectors.toSet());
    }

    /** Whether the file lacks the field because it was written by another version. */
    public boolean isLaterField(Difference difference) {
        return isOtherForm() && difference.isField() && difference.before().isEmpty();
    }

    private boolean isOtherForm() {
        return !archived.provenance().engine().equals(current.engine())
                || !archived.provenance().schema().equals(current.schema());
    }

    public Outcome outcome() {
        if (!problems.isEmpty()
                || differences.stream()
                        .anyMatch(difference ->
                                !isProvenance(difference) && !isLaterField(difference) && !isWording(difference))) {
            return Outcome.DRIFTED;
        }
        return differences.isEmpty() ? Outcome.IDENTICAL : Outcome.SAME_VERDICT;
    }

    /** Whether engine and rule book are those named in the file. */
    public boolean sameProvenance() {
        return archived.provenance().equals(current) && differences.stream().noneMatch(Verification::isProvenance);
    }

    /** Whether the rule book is the one that the file names, in other words. */
    public boolean isReworded() {
        Provenance then = archived.provenance();
        return then.rulesSha256().equals(current.rulesSha256())
                && then.rulesTextsSha256().isPresent()
                && !then.rulesTextsSha256().equals(current.rulesTextsSha256());
    }

    /** Whether it is another wording, which is expected of a book that has been reworded. */
    private boolean isWording(Difference difference) {
        return isReworded()
                && difference.before().filter(Verification::isWords).isPresent()
                && difference.after().filter(Verification::isWords).isPresent();
    }

    /** Words have lowercase letters; constants have none. */
    private static boolean isWords(Node node) {
        return node instanceof Node.TextNode text
                ? text.text().chars().anyMatch(Character::isLowerCase)
                : node instanceof Node.ListNode list && list.items().stream().allMatch(Verification::isWords);
    }
}

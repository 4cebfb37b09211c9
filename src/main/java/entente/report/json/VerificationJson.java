package entente.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.verification.AssessmentReader.ArchivedAssessment;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import entente.analysis.verification.Verification;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.report.json.ProblemJson.InputProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repeats archived assessments with the present engine and rule book; the results as JSON. */
public final class VerificationJson {

    /**
     * The result for one assessment.
     *
     * @param verification empty if it could not be read
     * @param problems why it could not be read; also empty for a missing file
     */
    public record Report(String name, Optional<Verification> verification, List<Problem> problems) {

        private String outcome() {
            return verification
                    .map(result -> result.outcome().name())
                    .orElse(problems.isEmpty() ? "MISSING" : "INVALID");
        }
    }

    /** The present engine and book over a scenario. */
    public interface Anew {
        /**
         * @param resolved a scenario file
         * @param refused receives the problems when the present book refuses it
         * @return empty when it is refused
         */
        Optional<Assessment> assess(String resolved, List<Problem> refused);
    }

    enum VerificationOutcome {
        IDENTICAL,
        SAME_VERDICT,
        DRIFTED,
        INVALID,
        MISSING
    }

    record VerifiedAssessment(
            @Described("The file, and the location in it if it holds several assessments.")
            String input,

            @Described("SAME_VERDICT: something differs, but not the verdict.")
            VerificationOutcome outcome,

            @JsonUnwrapped InputProblems problems,
            @Described(presentIf = VERIFIED) Optional<String> scenario,

            @Described(value = "As archived.", presentIf = VERIFIED)
            Optional<AssessmentVersion> then,

            @Described(value = "As assessed now.", presentIf = VERIFIED)
            Optional<AssessmentVersion> now,

            @Described(
                    value = "All: the rows of the ledger, and the rest in the order of an assessment.",
                    presentIf = VERIFIED)
            Optional<List<FieldDifference>> differences) {

        private static final String VERIFIED = "outcome IDENTICAL SAME_VERDICT DRIFTED";

        private static VerifiedAssessment of(Report report) {
            Optional<Verification> found = report.verification();
            return new VerifiedAssessment(
                    report.name(),
                    VerificationOutcome.valueOf(report.outcome()),
                    InputProblems.of(found.map(Verification::problems).orElse(report.problems())),
                    found.map(verification -> verification.archived().id()),
                    found.map(Verification::archived)
                            .map(kept -> new AssessmentVersion(kept.provenance(), Optional.of(kept.percent()))),
                    found.map(verification ->
                            new AssessmentVersion(verification.current(), verification.currentPercent())),
                    found.map(verification -> verification.differences().stream()
                            .map(FieldDifference::of)
                            .toList()));
        }
    }

    record AssessmentVersion(
            @JsonUnwrapped Provenance provenance,

            @Described("Absent if the current book rejects the scenario.")
            Optional<Percent> percent) {}

    record FieldDifference(
            @Described(
                    value = "JSON pointer, in which an item of a list that begins with a name, such as a rule, has that"
                            + " name.",
                    kind = Kind.POINTER)
            String path,

            @Described(value = "The archived value: text, or JSON; absent if there is none.", kind = Kind.ANY_TEXT)
            Optional<String> then,

            @Described(value = "The present value; absent if there is none.", kind = Kind.ANY_TEXT)
            Optional<String> now) {

        private static FieldDifference of(Difference one) {
            return new FieldDifference(
                    one.path(),
                    one.before().map(TreeComparison::text),
                    one.after().map(TreeComparison::text));
        }
    }

    public static final ResultDocument<List<Report>> DOCUMENT = new ResultDocument<>(
            "verification",
            "verification",
            "What entente editions verify --format json writes: archived assessments compared with new assessments of the same scenarios.",
            RecordType.of(VerifiedAssessment.class, VerifiedAssessment::of).list());

    private VerificationJson() {}

    /**
     * The result for one archived assessment.
     *
     * @param name its name in the report
     * @param now the present engine and book
     */
    public static Report report(String name, ArchivedPart part, Provenance now, Anew anew) {
        if (part.assessment().isEmpty()) {
            return new Report(name, Optional.empty(), part.problems());
        }
        ArchivedAssessment kept = part.assessment().get();
        List<Problem> found = new ArrayList<>();
        Optional<Assessment> assessment = anew.assess(kept.resolved(), found);
        if (assessment.isPresent()) {
            return new Report(
                    name,
                    Optional.of(Verification.of(
                            kept,
                            assessment.get(),
                            AssessmentJson.document(kept.scale()).line(assessment.get()))),
                    List.of());
        }
        List<Problem> problems = found.stream().map(VerificationJson::inside).toList();
        Verification refused = Verification.rejected(kept, now, problems);
        // The named book accepted this scenario once, so the same book cannot refuse it.
        return refused.sameProvenance()
                ? new Report(name, Optional.empty(), problems)
                : new Report(name, Optional.of(refused), List.of());
    }

    /** A problem of the scenario inside, whose lines and columns are not those of the file. */
    private static Problem inside(Problem problem) {
        return new Problem(
                "#/scenario/resolved" + problem.pointer().substring(1),
                problem.code(),
                problem.detail(),
                problem.allowed(),
                problem.suggestion(),
                0,
                0);
    }
}

package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.verification.AssessmentReader.ArchivedAssessment;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import entente.analysis.verification.Verification;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    private record Version(Provenance provenance, Optional<Percent> percent) {}

    private static final List<String> OUTCOMES = Stream.concat(
                    Arrays.stream(Verification.Outcome.values()).map(Enum::name), Stream.of("INVALID", "MISSING"))
            .toList();

    private static final Form<Version> VERSION = Form.<Version>named("assessmentVersion")
            .including(CommonForms.PROVENANCE, Version::provenance)
            .optional("percent", LIKELIHOOD, "Absent if the current book rejects the scenario.", Version::percent);

    private static final Form<Difference> DIFFERENCE = Form.<Difference>named("difference")
            .required("path", POINTER, Difference::path)
            .described(
                    "JSON pointer, in which an item of a list that begins with a name, such as a rule, has that name.")
            .optional("then", POSSIBLY_EMPTY_TEXT, one -> one.before().map(TreeComparison::text))
            .described("The archived value: text, or JSON; absent if there is none.")
            .optional("now", POSSIBLY_EMPTY_TEXT, one -> one.after().map(TreeComparison::text))
            .described("The present value; absent if there is none.");

    private static final Form<Report> REPORT = Form.<Report>named("verifiedAssessment")
            .required("input", TEXT, "The file, and the location in it if it holds several assessments.", Report::name)
            .required("outcome", choice(OUTCOMES), Report::outcome)
            .described("SAME_VERDICT: something differs, but not the verdict.")
            .required(
                    "errors",
                    list(CommonForms.PROBLEM),
                    report -> problems(report).stream()
                            .limit(Problem.MAX_REPORTED)
                            .toList())
            .optional(
                    "errorsOmitted",
                    JsonTypes.POSITIVE,
                    report -> CommonForms.positive(problems(report).size() - Problem.MAX_REPORTED))
            .described("Further problems, beyond those listed.")
            .optional(
                    "scenario",
                    TEXT,
                    report -> report.verification().map(v -> v.archived().id()))
            .optional(
                    "then",
                    VERSION,
                    report -> report.verification()
                            .map(Verification::archived)
                            .map(kept -> new Version(kept.provenance(), Optional.of(kept.percent()))))
            .described("As archived.")
            .optional(
                    "now",
                    VERSION,
                    report -> report.verification().map(v -> new Version(v.current(), v.currentPercent())))
            .described("As assessed now.")
            .optional(
                    "differences",
                    list(DIFFERENCE),
                    report -> report.verification().map(Verification::differences))
            .described("All: the rows of the ledger, and the rest in the order of an assessment.")
            .present(
                    List.of("scenario", "then", "now", "differences"),
                    "outcome",
                    CommonForms.names(Verification.Outcome.values()));

    public static final ResultDocument<List<Report>> DOCUMENT = new ResultDocument<>(
            "verification",
            "verification",
            "What entente editions verify --format json writes: archived assessments compared with new assessments of the same scenarios.",
            list(REPORT));

    private VerificationJson() {}

    private static List<Problem> problems(Report report) {
        return report.verification().map(Verification::problems).orElse(report.problems());
    }

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

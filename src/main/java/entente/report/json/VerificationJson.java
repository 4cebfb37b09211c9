package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.verification.Verification;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifications as JSON. */
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

    private record Version(Provenance provenance, Optional<Percent> percent) {}

    private static final List<String> OUTCOMES = Stream.concat(
                    Arrays.stream(Verification.Outcome.values()).map(Enum::name), Stream.of("INVALID", "MISSING"))
            .toList();

    private static final Form<Version> VERSION = Form.<Version>named("assessmentVersion")
            .including(CommonForms.PROVENANCE, Version::provenance)
            .optional("percent", LIKELIHOOD, "Absent if the current book rejects the scenario.", Version::percent);

    private record VerifiedDifference(Difference difference, boolean laterField) {}

    private static final Form<VerifiedDifference> DIFFERENCE = Form.<VerifiedDifference>named("difference")
            .required("path", POINTER, one -> one.difference().path())
            .described(
                    "JSON pointer, in which an item of a list that begins with a name, such as a rule, has that name.")
            .optional(
                    "then",
                    POSSIBLY_EMPTY_TEXT,
                    one -> one.difference().before().map(TreeComparison::text))
            .described("The archived value: text, or JSON; absent if there is none.")
            .optional(
                    "now", POSSIBLY_EMPTY_TEXT, one -> one.difference().after().map(TreeComparison::text))
            .described("The present value; absent if there is none.")
            .required("laterField", BOOLEAN, VerifiedDifference::laterField)
            .described("Whether the file lacks the field because another version of the program wrote it.");

    private static final Form<Report> REPORT = Form.<Report>named("verifiedAssessment")
            .required("input", TEXT, "The file, and the location in it if it holds several assessments.", Report::name)
            .required("outcome", choice(OUTCOMES), Report::outcome)
            .described(
                    "SAME_VERDICT: only the versions of engine or book differ, texts of the book, and fields that an earlier"
                            + " version did not write.")
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
                    report -> report.verification()
                            .map(v -> v.differences().stream()
                                    .map(one -> new VerifiedDifference(one, v.isLaterField(one)))
                                    .toList()))
            .described("All: provenance, verdict, what can cause another verdict, the ledger, and the rest.")
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
}

package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.verification.Drift;
import entente.analysis.verification.Verification;
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

    private static final Form<Drift> DRIFT = Form.<Drift>named("drift")
            .required("kind", choice(Drift.Kind.values()), Drift::kind)
            .required("cause", BOOLEAN, drift -> drift.kind().isCause())
            .described("Whether it can cause another verdict, or only result from a cause.")
            .optional("rule", TEXT, "The first rule in whose row of the ledger it shows.", Drift::rule)
            .required("subject", TEXT, Drift::subject)
            .described(
                    "An indicator with a grade, a question with a strength, a relationship, a field, or a JSON pointer.")
            .optional("then", TEXT, "The archived value; absent if there was none.", Drift::archived)
            .optional("now", TEXT, "The current value; absent if there is none.", Drift::current);

    private static final Form<Report> REPORT = Form.<Report>named("verifiedAssessment")
            .required("input", TEXT, "The file, and the location in it if it holds several assessments.", Report::name)
            .required("outcome", choice(OUTCOMES), Report::outcome)
            .described("SAME_VERDICT: only the versions of engine or book differ.")
            .including(
                    ProblemJson.PROBLEMS,
                    report -> report.verification().map(Verification::problems).orElse(report.problems()))
            .optional("scenario", TEXT, report -> report.verification().map(Verification::id))
            .optional(
                    "then",
                    VERSION,
                    report ->
                            report.verification().map(v -> new Version(v.archived(), Optional.of(v.archivedPercent()))))
            .described("As archived.")
            .optional(
                    "now",
                    VERSION,
                    report -> report.verification().map(v -> new Version(v.current(), v.currentPercent())))
            .described("As assessed now.")
            .optional("drifts", list(DRIFT), report -> report.verification().map(Verification::drifts))
            .described("Possible causes first, in rule book order.")
            .present(
                    List.of("scenario", "then", "now", "drifts"),
                    "outcome",
                    CommonForms.names(Verification.Outcome.values()));

    public static final ResultDocument<List<Report>> DOCUMENT = new ResultDocument<>(
            "verification",
            "verification",
            "What entente verify --format json writes: archived assessments compared with new assessments of the same scenarios.",
            list(REPORT));

    private VerificationJson() {}
}

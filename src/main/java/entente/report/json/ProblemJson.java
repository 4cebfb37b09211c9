package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;

/** Problems of scenarios as JSON. */
public final class ProblemJson {

    /**
     * The problems of one input; none when it is valid.
     *
     * @param warnings about a valid input
     */
    public record Report(String name, List<Problem> problems, List<Problem> warnings) {

        public Report(String name, List<Problem> problems) {
            this(name, problems, List.of());
        }
    }

    public static final Form<List<Problem>> PROBLEMS = Form.<List<Problem>>named("inputProblems")
            .required(
                    "errors",
                    list(CommonForms.PROBLEM),
                    problems -> problems.stream().limit(Problem.MAX_REPORTED).toList())
            .optional(
                    "errorsOmitted",
                    JsonTypes.POSITIVE,
                    problems ->
                            Optional.of(problems.size() - Problem.MAX_REPORTED).filter(omitted -> omitted > 0))
            .described("Further problems, beyond those listed.");

    public static final ResultDocument<List<Report>> DOCUMENT = new ResultDocument<>(
            "validation",
            "validation",
            "What entente validate --format json writes: one entry for each input, in the order given.",
            list(Form.<Report>named("inputReport")
                    .required("input", TEXT, Report::name)
                    .required("valid", BOOLEAN, report -> report.problems().isEmpty())
                    .including(PROBLEMS, Report::problems)
                    .optional(
                            "warnings",
                            list(CommonForms.PROBLEM, "minItems", 1),
                            report -> Optional.of(report.warnings()).filter(warnings -> !warnings.isEmpty()))
                    .described("What changes no result and deserves a look, likely slips first.")));

    private ProblemJson() {}
}

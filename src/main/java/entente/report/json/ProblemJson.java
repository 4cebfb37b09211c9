package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import java.util.List;

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

    public record InputProblems(
            List<Problem> errors,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            @Described(value = "Further problems, beyond those listed.", kind = Kind.FROM_ONE)
            int errorsOmitted) {

        public static InputProblems of(List<Problem> problems) {
            return new InputProblems(
                    problems.stream().limit(Problem.MAX_REPORTED).toList(),
                    Math.max(0, problems.size() - Problem.MAX_REPORTED));
        }
    }

    record InputReport(
            String input,
            boolean valid,
            @JsonUnwrapped InputProblems problems,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Described("What changes no result and deserves a look, likely slips first.")
            List<Problem> warnings) {

        private static InputReport of(Report report) {
            return new InputReport(
                    report.name(), report.problems().isEmpty(), InputProblems.of(report.problems()), report.warnings());
        }
    }

    public static final RecordType<List<Problem>> PROBLEMS = RecordType.of(InputProblems.class, InputProblems::of);

    public static final ResultDocument<List<Report>> DOCUMENT = new ResultDocument<>(
            "validation",
            "validation",
            "What entente validate --format json writes: one entry for each input, in the order given.",
            RecordType.of(InputReport.class, InputReport::of).list());

    private ProblemJson() {}
}

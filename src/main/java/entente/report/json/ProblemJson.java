package entente.report.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import java.util.List;

/** Problems of scenarios as JSON. */
public final class ProblemJson {

    /** The problems of one input; none when it is valid. */
    @JsonPropertyOrder({"input", "valid", "listed"})
    public record InputReport(
            @JsonProperty("input") String name,
            @JsonIgnore List<Problem> problems,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Described("What changes no result and deserves a look, likely slips first.")
            List<Problem> warnings) {

        public InputReport(String name, List<Problem> problems) {
            this(name, problems, List.of());
        }

        @Described
        public boolean valid() {
            return problems.isEmpty();
        }

        @JsonUnwrapped
        public InputProblems listed() {
            return InputProblems.of(problems);
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

    public static final RecordType<List<Problem>> PROBLEMS = RecordType.of(InputProblems.class, InputProblems::of);

    public static final ResultDocument<List<InputReport>> DOCUMENT = new ResultDocument<>(
            "validation",
            "validation",
            "What entente validate --format json writes: one entry for each input, in the order given.",
            RecordType.of(InputReport.class).list());

    private ProblemJson() {}
}

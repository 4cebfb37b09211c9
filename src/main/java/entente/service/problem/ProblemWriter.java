package entente.service.problem;

import static entente.report.json.JsonTypes.*;

import entente.model.Problem;
import entente.report.json.CommonForms;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import java.util.List;
import java.util.Optional;

/** Problem details (RFC 9457) as JSON. */
public final class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One occurrence of a problem.
     *
     * @param instance address of this occurrence, as logged
     * @param most maximum number of errors included, at least 1; the others are counted
     */
    public record Occurrence(ProblemException refusal, String instance, int most) {}

    private static final Form<ProblemType> TYPE = Form.<ProblemType>named("problemSummary")
            .required("type", text("path", "pattern", "^/problems/[a-z-]+$"), ProblemType::address)
            .described("Address of its description.")
            .required("title", TEXT, "The same for every problem of the type.", ProblemType::title)
            .required("status", integer("HTTP status", "minimum", 400, "maximum", 599), ProblemType::status);

    public static final Form<Occurrence> PROBLEM = Form.<Occurrence>named("problem", "Problem details (RFC 9457).")
            .including(TYPE, occurrence -> occurrence.refusal().type())
            .required("detail", TEXT, occurrence -> occurrence.refusal().detail())
            .required(
                    "instance", text("path", "pattern", "^/problems/occurrences/[0-9a-f-]{36}$"), Occurrence::instance)
            .described("Identifies this occurrence in the log of the service.")
            .optional("errors", list(CommonForms.PROBLEM), "Problems of the input.", ProblemWriter::reported)
            .optional(
                    "errorsOmitted",
                    POSITIVE,
                    occurrence ->
                            CommonForms.positive(occurrence.refusal().errors().size() - occurrence.most()))
            .described("Further problems, beyond those listed.")
            .constrained("additionalProperties", false);

    static final Form<ProblemType> DESCRIPTION = Form.<ProblemType>named("problem-type")
            .including(TYPE, type -> type)
            .required("explanation", TEXT, ProblemType::explanation)
            .constrained("additionalProperties", false);

    public static final ResultDocument<Occurrence> DOCUMENT = new ResultDocument<>("problem", "problem", "", PROBLEM);

    public static final ResultDocument<ProblemType> TYPE_DOCUMENT =
            new ResultDocument<>("problem-type", "problem type", "", DESCRIPTION);

    public static final ResultDocument<List<ProblemType>> TYPES_DOCUMENT =
            new ResultDocument<>("problem-types", "problem types", "", list(DESCRIPTION, "minItems", 1));

    private ProblemWriter() {}

    public static String write(ProblemException refusal, String instance) {
        return DOCUMENT.pretty(new Occurrence(refusal, instance, Problem.MAX_REPORTED));
    }

    private static Optional<List<Problem>> reported(Occurrence occurrence) {
        List<Problem> errors = occurrence.refusal().errors();
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(errors.subList(0, Math.min(errors.size(), occurrence.most())));
    }
}

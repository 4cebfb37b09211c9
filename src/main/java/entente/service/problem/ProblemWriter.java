package entente.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Problem details (RFC 9457) as JSON. */
public final class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    record ProblemSummary(
            @Described(value = "Address of its description.", kind = Kind.PATH)
            String type,

            @Described("The same for every problem of the type.")
            String title,

            @Described(kind = Kind.HTTP_STATUS) int status) {

        private static ProblemSummary of(ProblemType type) {
            return new ProblemSummary(type.address(), type.title(), type.status());
        }
    }

    @Described("Problem details (RFC 9457).")
    public record ProblemDetails(
            @JsonUnwrapped ProblemSummary summary,
            String detail,

            @Described(value = "Identifies this occurrence in the log of the service.", kind = Kind.PATH)
            String instance,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Problems of the input.")
            List<Problem> errors,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            @Described(value = "Further problems, beyond those listed.", kind = Kind.FROM_ONE)
            int errorsOmitted) {

        /**
         * @param instance address of this occurrence, as logged
         * @param most maximum number of errors included, at least 1; the others are counted
         */
        public static ProblemDetails of(ProblemException refusal, String instance, int most) {
            List<Problem> errors = refusal.errors();
            int shown = Math.min(errors.size(), most);
            return new ProblemDetails(
                    ProblemSummary.of(refusal.type()),
                    refusal.detail(),
                    instance,
                    errors.subList(0, shown),
                    errors.size() - shown);
        }
    }

    record ProblemExplanation(@JsonUnwrapped ProblemSummary summary, String explanation) {

        private static ProblemExplanation of(ProblemType type) {
            return new ProblemExplanation(ProblemSummary.of(type), type.explanation());
        }
    }

    public static final ResultDocument<ProblemDetails> DOCUMENT =
            new ResultDocument<>("problem", "problem", "", RecordType.of(ProblemDetails.class));

    public static final ResultDocument<ProblemType> TYPE_DOCUMENT = new ResultDocument<>(
            "problem-type", "problem type", "", RecordType.of(ProblemExplanation.class, ProblemExplanation::of));

    public static final ResultDocument<List<ProblemType>> TYPES_DOCUMENT = new ResultDocument<>(
            "problem-types", "problem types", "", TYPE_DOCUMENT.type().list());

    /** Refusals under overload by their detail, of which there are a few. */
    private static final Map<String, String> OVERLOADED = new ConcurrentHashMap<>();

    private static final String ANY_INSTANCE = ProblemResponses.OCCURRENCES + "0";

    private ProblemWriter() {}

    public static String write(ProblemException refusal, String instance) {
        if (refusal.type() == ProblemType.OVERLOADED && !instance.equals(ANY_INSTANCE)) {
            // What a refusal costs is lost to the requests that are answered.
            return OVERLOADED
                    .computeIfAbsent(refusal.detail(), detail -> write(refusal, ANY_INSTANCE))
                    .replace(ANY_INSTANCE, instance);
        }
        return DOCUMENT.pretty(ProblemDetails.of(refusal, instance, Problem.MAX_REPORTED));
    }
}

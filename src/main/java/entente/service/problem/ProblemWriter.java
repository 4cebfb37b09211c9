package entente.service.problem;

import entente.model.Problem;
import entente.report.json.JsonWriter;
import entente.report.json.ProblemJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problem details (RFC 9457). */
public final class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemWriter() {}

    /**
     * @param instance address of this occurrence, as logged
     */
    public static String write(ProblemException refusal, String instance) {
        return JsonWriter.write(members(refusal, instance));
    }

    /** The members, for a larger document such as the response to a batch. */
    public static Map<String, Object> members(ProblemException refusal, String instance) {
        return members(refusal, instance, Problem.MAX_REPORTED);
    }

    /**
     * @param most maximum number of errors included, at least 1; the others are counted
     */
    public static Map<String, Object> members(ProblemException refusal, String instance, int most) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", refusal.type().address());
        problem.put("title", refusal.type().title());
        problem.put("status", refusal.type().status());
        problem.put("detail", refusal.detail());
        problem.put("instance", instance);
        if (!refusal.errors().isEmpty()) {
            problem.put(
                    "errors",
                    refusal.errors().stream()
                            .limit(most)
                            .map(ProblemJson::problem)
                            .toList());
            if (refusal.errors().size() > most) {
                problem.put("errorsOmitted", refusal.errors().size() - most);
            }
        }
        return problem;
    }
}

package entente.report.json;

import entente.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems of scenarios as JSON. */
public final class ProblemJson {

    /** The problems of one input; none when it is valid. */
    public record Report(String name, List<Problem> problems) {}

    private ProblemJson() {}

    public static String write(List<Report> reports) {
        List<Object> all = new ArrayList<>();
        for (Report report : reports) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("input", report.name());
            entry.put("valid", report.problems().isEmpty());
            entry.put(
                    "errors",
                    report.problems().stream()
                            .limit(Problem.MAX_REPORTED)
                            .map(ProblemJson::problem)
                            .toList());
            if (report.problems().size() > Problem.MAX_REPORTED) {
                entry.put("errorsOmitted", report.problems().size() - Problem.MAX_REPORTED);
            }
            all.add(entry);
        }
        return JsonWriter.write(all);
    }

    /** One problem, as a member of {@code errors}. */
    public static Map<String, Object> problem(Problem problem) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("pointer", problem.pointer());
        entry.put("code", problem.code());
        entry.put("detail", problem.detail());
        if (!problem.allowed().isEmpty()) {
            entry.put("allowed", problem.allowed());
        }
        problem.suggestion().ifPresent(s -> entry.put("suggestion", s));
        if (problem.line() > 0) {
            entry.put("line", problem.line());
            entry.put("column", problem.column());
        }
        return entry;
    }
}

package entente.report.json;

import entente.analysis.verification.Drift;
import entente.analysis.verification.Verification;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifications as JSON. */
public final class VerificationJson {

    /**
     * The result for one assessment.
     *
     * @param verification empty where it could not be read
     * @param problems why it could not be read; empty also for a missing file
     */
    public record Report(String name, Optional<Verification> verification, List<Problem> problems) {}

    private VerificationJson() {}

    public static String write(List<Report> reports) {
        List<Object> all = new ArrayList<>();
        reports.forEach(report -> all.add(report(report)));
        return JsonWriter.write(all);
    }

    private static Map<String, Object> report(Report report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("input", report.name());
        if (report.verification().isEmpty()) {
            entry.put("outcome", report.problems().isEmpty() ? "MISSING" : "INVALID");
            errors(entry, report.problems());
            return entry;
        }
        Verification verification = report.verification().get();
        entry.put("outcome", verification.outcome().name());
        errors(entry, verification.problems());
        entry.put("scenario", verification.id());
        entry.put(
                "then",
                made(
                        verification.archived(),
                        Optional.of(verification.archivedPercent().value())));
        entry.put(
                "now",
                made(verification.current(), verification.currentPercent().map(p -> p.value())));
        entry.put(
                "drifts",
                verification.drifts().stream().map(VerificationJson::drift).toList());
        return entry;
    }

    private static void errors(Map<String, Object> entry, List<Problem> problems) {
        entry.put(
                "errors",
                problems.stream()
                        .limit(Problem.MAX_REPORTED)
                        .map(ProblemJson::problem)
                        .toList());
        if (problems.size() > Problem.MAX_REPORTED) {
            entry.put("errorsOmitted", problems.size() - Problem.MAX_REPORTED);
        }
    }

    private static Map<String, Object> made(Provenance provenance, Optional<Double> percent) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("version", provenance.rulesVersion());
        rules.put("sha256", provenance.rulesSha256());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("engine", provenance.engine());
        entry.put("rules", rules);
        percent.ifPresent(value -> entry.put("percent", value));
        return entry;
    }

    private static Map<String, Object> drift(Drift drift) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", drift.kind().name());
        entry.put("cause", drift.kind().isCause());
        drift.rule().ifPresent(rule -> entry.put("rule", rule));
        entry.put("subject", drift.subject());
        drift.archived().ifPresent(then -> entry.put("then", then));
        drift.current().ifPresent(now -> entry.put("now", now));
        return entry;
    }
}

package entente.report.json;

import entente.quality.cases.CaseReport;
import entente.quality.cases.CaseResult;
import entente.quality.cases.FailedExpectation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results of the worked cases as JSON. */
public final class CaseJson {

    private CaseJson() {}

    public static String write(CaseReport report) {
        int failed = report.failed().size();
        Map<String, Object> root = new LinkedHashMap<>();
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("version", report.rulesVersion());
        rules.put("sha256", report.rulesSha256());
        root.put("rules", rules);
        root.put("cases", report.results().size());
        root.put("held", report.results().size() - failed);
        root.put("failed", failed);
        root.put("results", report.results().stream().map(CaseJson::result).toList());
        root.put("refused", report.refused().stream().map(CaseJson::refused).toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> result(CaseResult result) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("case", result.id());
        entry.put("sentence", result.sentence());
        entry.put("holds", result.passed());
        entry.put("failures", result.failures().stream().map(CaseJson::miss).toList());
        return entry;
    }

    private static Map<String, Object> miss(FailedExpectation miss) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("pointer", miss.pointer());
        miss.given().ifPresent(given -> entry.put("given", given));
        entry.put("expectation", miss.expectation());
        miss.rule().ifPresent(rule -> entry.put("rule", rule));
        entry.put("expected", miss.expected());
        entry.put("got", miss.actual());
        return entry;
    }

    private static Map<String, Object> refused(CaseReport.RefusedFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.name());
        entry.put("errors", file.problems().stream().map(ProblemJson::problem).toList());
        return entry;
    }
}

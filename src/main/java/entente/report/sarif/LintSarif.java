package entente.report.sarif;

import entente.model.Engine;
import entente.model.rule.RuleBookLocation;
import entente.quality.lint.LintCode;
import entente.quality.lint.LintFault;
import entente.quality.lint.LintFinding;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintSeverity;
import entente.report.json.JsonWriter;
import entente.report.wording.LintAdvice;
import entente.report.wording.LintSentences;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lint findings as SARIF 2.1.0, which code hosts and editors show beside the line. A finding that the book
 * allows is a suppressed result; the faults of a book that does not load are results like the others.
 */
public final class LintSarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final String folder;

    private LintSarif(String folder) {
        this.folder = folder;
    }

    /** @param folder the folder of the book, as the files of the report are to be found from where it is read */
    public static String write(LintReport report, String folder) {
        return new LintSarif(folder).write(report);
    }

    private String write(LintReport report) {
        List<Object> rules = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (LintCode code : LintCode.values()) {
            ids.add(code.name());
            rules.add(rule(code));
        }
        for (String code :
                new TreeSet<>(report.faults().stream().map(LintFault::code).toList())) {
            ids.add("BOOK_" + code);
            rules.add(Map.of("id", "BOOK_" + code));
        }
        List<Object> results = new ArrayList<>();
        report.faults()
                .forEach(fault -> results.add(
                        result("BOOK_" + fault.code(), ids, LintSeverity.ERROR, fault.detail(), fault.location())));
        report.findings().forEach(finding -> results.add(result(finding, ids)));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Entente rules lint");
        driver.put("version", Engine.VERSION);
        driver.put("rules", rules);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JsonWriter.write(log);
    }

    private static Map<String, Object> rule(LintCode code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code.name());
        rule.put("shortDescription", text(sentence(LintAdvice.name(code))));
        rule.put("fullDescription", text(LintAdvice.why(code)));
        rule.put("help", text(LintAdvice.remedy(code)));
        rule.put("defaultConfiguration", Map.of("level", level(code.severity())));
        return rule;
    }

    private Map<String, Object> result(LintFinding finding, List<String> ids) {
        LintCode code = finding.code();
        String message = finding.subject() + ": " + LintSentences.of(finding) + " " + LintAdvice.remedy(code);
        Map<String, Object> result = result(code.name(), ids, code.severity(), message, finding.location());
        result.put("partialFingerprints", Map.of("finding/v1", code + "/" + finding.subject() + "/" + finding.facts()));
        finding.allowed().ifPresent(reason -> {
            Map<String, Object> suppression = new LinkedHashMap<>();
            suppression.put("kind", "inSource");
            suppression.put("justification", reason);
            result.put("suppressions", List.of(suppression));
        });
        return result;
    }

    private Map<String, Object> result(
            String id, List<String> ids, LintSeverity severity, String message, RuleBookLocation place) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", id);
        result.put("ruleIndex", ids.indexOf(id));
        result.put("level", level(severity));
        result.put("message", text(message));
        result.put("locations", List.of(Map.of("physicalLocation", location(place))));
        return result;
    }

    private Map<String, Object> location(RuleBookLocation place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", uri(place)));
        if (place.line() > 0) {
            location.put("region", Map.of("startLine", place.line()));
        }
        return location;
    }

    /** A relative path stays one; a slash parts its names on every machine. */
    private String uri(RuleBookLocation place) {
        String path = folder.replace('\\', '/') + (place.file().isEmpty() ? "" : "/" + place.file());
        boolean drive = path.matches("[A-Za-z]:/.*");
        try {
            return path.startsWith("/") || drive
                    ? new URI("file", "", drive ? "/" + path : path, null).toASCIIString()
                    : new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException odd) {
            return place.file();
        }
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String level(LintSeverity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}

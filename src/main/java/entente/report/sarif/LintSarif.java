package entente.report.sarif;

import static entente.report.json.JsonTypes.keywords;

import entente.model.Engine;
import entente.model.rule.RuleBookLocation;
import entente.quality.lint.LintCode;
import entente.quality.lint.LintFinding;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintSeverity;
import entente.report.json.JsonWriter;
import entente.report.wording.LintSentences;
import entente.report.wording.Wording;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lint findings as SARIF 2.1.0, which code hosts and editors show beside the line. A finding that the book
 * allows is a suppressed result; the faults of a book that does not load are results like the others.
 *
 * @param folder the folder of the book, as the files of the report are to be found from where it is read
 */
public record LintSarif(String folder) {

    public String write(LintReport report) {
        List<Object> rules = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (LintCode code : LintCode.values()) {
            ids.add(code.name());
            rules.add(rule(code));
        }
        for (String code : new TreeSet<>(
                report.faults().stream().map(LintReport.Fault::code).toList())) {
            ids.add("BOOK_" + code);
            rules.add(Map.of("id", "BOOK_" + code));
        }
        List<Object> results = new ArrayList<>();
        report.faults()
                .forEach(fault -> results.add(
                        result("BOOK_" + fault.code(), ids, LintSeverity.ERROR, fault.detail(), fault.location())));
        report.findings().forEach(finding -> results.add(result(finding, ids)));
        Map<String, Object> driver = keywords("name", "Entente rules lint", "version", Engine.VERSION, "rules", rules);
        Map<String, Object> run =
                keywords("tool", Map.of("driver", driver), "columnKind", "unicodeCodePoints", "results", results);
        return JsonWriter.write(keywords(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", List.of(run)));
    }

    private static Map<String, Object> rule(LintCode code) {
        return keywords(
                "id", code.name(),
                "shortDescription", text(Wording.capitalized(LintSentences.name(code)) + "."),
                "fullDescription", text(LintSentences.why(code)),
                "help", text(LintSentences.remedy(code)),
                "defaultConfiguration", Map.of("level", Wording.word(code.severity())));
    }

    private Map<String, Object> result(LintFinding finding, List<String> ids) {
        LintCode code = finding.code();
        String message = finding.subject() + ": " + LintSentences.of(finding) + " " + LintSentences.remedy(code);
        Map<String, Object> result = result(code.name(), ids, code.severity(), message, finding.location());
        result.put("partialFingerprints", Map.of("finding/v1", code + "/" + finding.subject() + "/" + finding.facts()));
        finding.allowed()
                .ifPresent(reason ->
                        result.put("suppressions", List.of(keywords("kind", "inSource", "justification", reason))));
        return result;
    }

    private Map<String, Object> result(
            String id, List<String> ids, LintSeverity severity, String message, RuleBookLocation source) {
        return keywords(
                "ruleId", id,
                "ruleIndex", ids.indexOf(id),
                "level", Wording.word(severity),
                "message", text(message),
                "locations", List.of(Map.of("physicalLocation", location(source))));
    }

    private Map<String, Object> location(RuleBookLocation source) {
        Map<String, Object> location = keywords("artifactLocation", Map.of("uri", uri(source)));
        if (source.line() > 0) {
            location.put("region", Map.of("startLine", source.line()));
        }
        return location;
    }

    /** A relative path stays one; a slash parts its names on every machine. */
    private String uri(RuleBookLocation source) {
        String path = folder.replace('\\', '/') + (source.file().isEmpty() ? "" : "/" + source.file());
        boolean drive = path.matches("[A-Za-z]:/.*");
        try {
            return path.startsWith("/") || drive
                    ? new URI("file", "", drive ? "/" + path : path, null).toASCIIString()
                    : new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException odd) {
            return source.file();
        }
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}

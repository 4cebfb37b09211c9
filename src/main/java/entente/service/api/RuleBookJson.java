package entente.service.api;

import entente.model.rule.RuleBook;
import entente.report.json.JsonWriter;
import entente.report.json.RulesJson;
import entente.rulebook.RuleBookFault;
import entente.service.rulebook.RuleBookState;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON of the active rule book with its state. */
final class RuleBookJson {

    private RuleBookJson() {}

    static String write(RuleBook book, RuleBookState state) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", book.version());
        root.put("sha256", book.sha256());
        root.put("stale", state.stale());
        root.put("faults", state.faults().stream().map(RuleBookJson::fault).toList());
        root.put("rules", book.rules().stream().map(RulesJson::rule).toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> fault(RuleBookFault fault) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (!fault.file().isEmpty()) {
            entry.put("file", fault.file());
        }
        if (fault.line() > 0) {
            entry.put("line", fault.line());
        }
        entry.put("code", fault.code());
        entry.put("detail", fault.detail());
        return entry;
    }
}

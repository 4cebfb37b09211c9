package entente.web;

import entente.domain.RuleBook;
import entente.json.RulesJson;
import entente.json.Tree;
import entente.rules.BookFault;
import entente.service.BookState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rule book in force with its state. */
final class BookJson {

    private BookJson() {}

    static String write(RuleBook book, BookState state) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", book.version());
        root.put("sha256", book.sha256());
        root.put("stale", state.stale());
        root.put("faults", state.faults().stream().map(BookJson::fault).toList());
        root.put("rules", book.rules().stream().map(RulesJson::rule).toList());
        return Tree.write(root);
    }

    private static Map<String, Object> fault(BookFault fault) {
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

package entente.report.json;

import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.diff.ParameterChange;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The difference between two rule books as JSON. */
public final class RuleBookDiffJson {

    private RuleBookDiffJson() {}

    public static String write(RuleBookDiff diff) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("first", book(diff.first()));
        root.put("second", book(diff.second()));
        root.put("added", rules(diff.added()));
        root.put("removed", rules(diff.removed()));
        root.put("changed", diff.changed().stream().map(RuleBookDiffJson::edit).toList());
        root.put(
                "figures",
                diff.parameters().stream().map(RuleBookDiffJson::figure).toList());
        root.put(
                "scenarios", diff.shifts().stream().map(RuleBookDiffJson::shift).toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> book(RuleBook book) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("version", book.version());
        entry.put("sha256", book.sha256());
        return entry;
    }

    private static List<Map<String, Object>> rules(List<Rule> rules) {
        return rules.stream().map(RulesJson::rule).toList();
    }

    private static Map<String, Object> edit(RuleEdit edit) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", edit.after().id());
        entry.put("fields", VerdictJson.names(edit.fields()));
        entry.put("before", RulesJson.rule(edit.before()));
        entry.put("after", RulesJson.rule(edit.after()));
        return entry;
    }

    private static Map<String, Object> figure(ParameterChange change) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", change.path());
        entry.put("before", change.before());
        entry.put("after", change.after());
        return entry;
    }

    private static Map<String, Object> shift(RuleBookDiff.Shift shift) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scenario", shift.first().scenario().id());
        entry.put("sha256", shift.first().scenario().sha256());
        entry.put("flips", shift.flipsVerdict());
        entry.put("before", VerdictJson.verdict(shift.first()));
        entry.put("after", VerdictJson.verdict(shift.second()));
        entry.put("interval", shift.intervalChange().name());
        entry.put("sharesOf", shift.byGroup() ? "GROUPS" : "RULES");
        entry.put("likelihood", ShareJson.percent(shift.likelihood()));
        entry.put("partnership", ShareJson.points(shift.depth()));
        return entry;
    }
}

package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Indicator;
import entente.model.rule.RuleBook.Parameter;
import entente.rulebook.InventoryReader.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Field types shared by the YAML files of a book. */
final class YamlFields {

    private YamlFields() {}

    static List<Double> numbers(Fields fields, String name) {
        if (fields.get(name).orElse(null) instanceof Node.ListNode) {
            return fields.numbers(name);
        }
        return fields.number(name).stream().toList();
    }

    /** Cited paragraphs, each of which must exist in the article. */
    static List<String> cites(Fields fields, Predicate<String> citable) {
        List<String> cites = new ArrayList<>();
        fields.texts("cites", (text, at) -> {
            cites.add(text);
            if (!Article.isCitation(text)) {
                at.reject("BAD_CITATION", "\"" + Text.excerpt(text) + "\" is not a citation such as §3 ¶4.");
            } else if (!citable.test(text)) {
                at.reject("BAD_CITATION", "The article has no paragraph " + text + ".");
            }
        });
        return cites;
    }

    /** The label for tables and charts, from {@code short}, otherwise the label itself if that is short enough. */
    static String shortLabel(Fields fields) {
        String label = fields.text("short").or(() -> fields.text("label")).orElse("");
        if (label.length() > Indicator.SHORT_LABEL) {
            String detail =
                    "A label of more than " + Indicator.SHORT_LABEL + " characters needs a \"short\" one within that.";
            fields.reject(fields.has("short") ? "short" : "label", "LONG_LABEL", detail);
        }
        return label;
    }

    /** A required object; {@link #absent} without one. */
    static Fields part(Fields fields, String name) {
        return fields.requiredObject(name).orElseGet(YamlFields::absent);
    }

    /** In place of an object that was reported as missing: without members, and nothing more is reported of it. */
    static Fields absent() {
        return Fields.of(RuleBookReader.EMPTY, "#", new ProblemCollector()).orElseThrow();
    }

    /** The same with no other members than these. */
    static Fields part(Fields fields, String name, String... members) {
        return part(fields, name).allowOnly(members);
    }

    /** The entries of a table that has exactly these keys; those that are missing or no objects are left out. */
    static <K> Map<K, Fields> entries(Fields table, Collection<K> keys, String... members) {
        keys.stream().map(Object::toString).forEach(table::require);
        return someEntries(table, keys, members);
    }

    /** The entries of a table that has no other than these keys; those that are no objects are left out. */
    static <K> Map<K, Fields> someEntries(Fields table, Collection<K> keys, String... members) {
        Map<K, Fields> entries = new LinkedHashMap<>();
        table.allowOnly(keys.stream().map(Object::toString).toList());
        keys.forEach(
                key -> table.object(key.toString()).ifPresent(entry -> entries.put(key, entry.allowOnly(members))));
        return entries;
    }

    /** A number with its reason; zero, with problems, if it is missing. */
    static Parameter parameter(Fields fields, String name) {
        return new Parameter(
                fields.requiredNumber(name).orElse(0.0),
                fields.requiredText("reason").orElse(""));
    }
}

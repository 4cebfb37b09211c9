package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.rule.Parameter;
import entente.rulebook.InventoryReader.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Field types shared by the YAML files of a book. */
final class YamlFields {

    private YamlFields() {}

    /** A number or a list of numbers. */
    static List<Double> numbers(Fields fields, String name) {
        boolean list = fields.get(name).filter(v -> v instanceof Node.ListNode).isPresent();
        if (list) {
            return new ArrayList<>(fields.numbers(name).values());
        }
        OptionalDouble one = fields.number(name);
        return one.isPresent() ? List.of(one.getAsDouble()) : List.of();
    }

    /** Cited paragraphs, each of which must exist in the article. */
    static List<String> cites(Fields fields, Predicate<String> citable, ProblemCollector problems) {
        List<String> cites = new ArrayList<>();
        fields.texts("cites", (text, pointer, location) -> {
            cites.add(text);
            if (!Article.isCitation(text)) {
                problems.add(
                        pointer,
                        location,
                        "BAD_CITATION",
                        "\"" + Text.excerpt(text) + "\" is not a citation such as §3 ¶4.");
            } else if (!citable.test(text)) {
                problems.add(pointer, location, "BAD_CITATION", "The article has no paragraph " + text + ".");
            }
        });
        return cites;
    }

    /** A number with its reason. */
    static Parameter parameter(Fields fields, String name) {
        return new Parameter(
                fields.requiredNumber(name).orElse(0),
                fields.requiredText("reason").orElse(""));
    }
}

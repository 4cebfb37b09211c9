package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.rule.Parameter;
import entente.rulebook.InventoryReader.Article;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/** Field types shared by the YAML files of a book. */
final class YamlFields {

    private YamlFields() {}

    /** One of a list of constants. */
    static <E> Optional<E> constant(
            Fields fields, String name, E[] values, Function<E, String> written, ProblemCollector problems) {
        return fields.text(name).flatMap(text -> {
            for (E value : values) {
                if (written.apply(value).equals(text)) {
                    return Optional.of(value);
                }
            }
            List<String> known = Arrays.stream(values).map(written).toList();
            problems.add(
                    fields.pointer(name),
                    fields.location(name),
                    "UNKNOWN_WORD",
                    "\"" + Text.excerpt(text) + "\" is none of " + String.join(", ", known) + ".",
                    known,
                    Suggestion.closest(text, known));
            return Optional.empty();
        });
    }

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

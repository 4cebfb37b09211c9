package entente.rules;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Problems;
import entente.domain.InventoryItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code inventory.yaml}: what the article says, item by item, and how many paragraphs it has. */
final class InventoryReader {

    /**
     * The article as far as a rule may point at it.
     *
     * @param paragraphs number of paragraphs by section
     */
    record Article(List<InventoryItem> items, Map<String, Integer> paragraphs) {

        boolean has(String citation) {
            String section = citation.substring(1, citation.indexOf(' '));
            int paragraph = Integer.parseInt(citation.substring(citation.indexOf('¶') + 1));
            return paragraph >= 1 && paragraph <= paragraphs.getOrDefault(section, 0);
        }
    }

    private final Problems problems;

    InventoryReader(Problems problems) {
        this.problems = problems;
    }

    Article read(Node root) {
        List<InventoryItem> items = new ArrayList<>();
        Map<String, Integer> paragraphs = new TreeMap<>();
        Optional<Fields> file = Fields.of(root, "#", problems);
        file.ifPresent(fields -> {
            fields.only(List.of("article", "items"));
            fields.require("article");
            fields.require("items");
            fields.fields("article").ifPresent(article -> paragraphs(article, paragraphs));
            Set<String> seen = new HashSet<>();
            for (Fields item : fields.objects("items")) {
                item.only(List.of("id", "kind", "words", "cites", "leftOut", "partly"));
                InventoryItem read = new InventoryItem(
                        item.requiredText("id").orElse(""),
                        item.requiredText("kind").orElse(""),
                        item.requiredText("words").orElse(""),
                        item.texts("cites"),
                        item.text("leftOut"),
                        item.text("partly"));
                if (!seen.add(read.id())) {
                    problems.add(
                            item.pointer("id"),
                            item.place("id"),
                            "DUPLICATE_ID",
                            "Two items are called " + read.id() + ".");
                }
                items.add(read);
            }
        });
        return new Article(items, paragraphs);
    }

    private void paragraphs(Fields article, Map<String, Integer> paragraphs) {
        article.only(List.of("title", "author", "year", "paragraphs"));
        article.require("paragraphs");
        article.fields("paragraphs")
                .ifPresent(given -> given.members().keySet().forEach(section -> {
                    OptionalDouble count = given.number(section);
                    count.ifPresent(n -> paragraphs.put(section, (int) n));
                }));
    }
}

package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.rule.InventoryItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code inventory.yaml}: the items of the article and the number of its paragraphs. */
final class InventoryReader {

    /**
     * The items and paragraphs of the article that rules can refer to.
     *
     * @param lines line of each item in the file, by id
     * @param paragraphs number of paragraphs by section
     */
    record Article(List<InventoryItem> items, Map<String, Integer> lines, Map<String, Integer> paragraphs) {

        private static final Pattern CITATION = Pattern.compile("§(\\d) ¶(\\d+)");
        private static final int MAX_DIGITS = 4;

        static boolean isCitation(String text) {
            return CITATION.matcher(text).matches();
        }

        /** Whether the article has the cited paragraph; false for malformed citations. */
        boolean has(String citation) {
            Matcher parts = CITATION.matcher(citation);
            if (!parts.matches() || parts.group(2).length() > MAX_DIGITS) {
                return false;
            }
            int paragraph = Integer.parseInt(parts.group(2));
            return paragraph >= 1 && paragraph <= paragraphs.getOrDefault(parts.group(1), 0);
        }
    }

    private InventoryReader() {}

    static Article read(Node root, ProblemCollector problems) {
        Article article = new Article(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        Fields.of(root, "#", problems).ifPresent(fields -> {
            fields.allowOnly("article", "items").require("article", "items");
            fields.object("article").ifPresent(about -> paragraphs(about, article.paragraphs()));
            fields.objects("items").forEach(item -> item(item, article));
        });
        return article;
    }

    private static void item(Fields item, Article article) {
        item.allowOnly("id", "kind", "words", "cites", "leftOut", "partly", "answer");
        InventoryItem read = new InventoryItem(
                item.requiredText("id").orElse(""),
                item.requiredText("kind").orElse(""),
                item.requiredText("words").orElse(""),
                YamlFields.cites(item, article::has),
                item.text("leftOut").or(() -> item.text("answer")),
                item.text("partly"));
        if (article.lines().putIfAbsent(read.id(), item.location("id").line()) != null) {
            item.reject("id", "DUPLICATE_ID", "Two items are called " + read.id() + ".");
        }
        article.items().add(read);
    }

    private static void paragraphs(Fields article, Map<String, Integer> paragraphs) {
        article.allowOnly("title", "author", "year", "paragraphs");
        article.requiredObject("paragraphs")
                .ifPresent(given -> given.members()
                        .keySet()
                        .forEach(section ->
                                given.number(section).ifPresent(n -> paragraphs.put(section, n.intValue()))));
    }
}

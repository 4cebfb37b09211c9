package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.rule.InventoryItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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

    private final ProblemCollector problems;

    InventoryReader(ProblemCollector problems) {
        this.problems = problems;
    }

    Article read(Node root) {
        List<InventoryItem> items = new ArrayList<>();
        Map<String, Integer> lines = new TreeMap<>();
        Map<String, Integer> paragraphs = new TreeMap<>();
        Article article = new Article(items, lines, paragraphs);
        Optional<Fields> file = Fields.of(root, "#", problems);
        file.ifPresent(fields -> {
            fields.allowOnly(List.of("article", "items"));
            fields.require("article");
            fields.require("items");
            fields.object("article").ifPresent(about -> paragraphs(about, paragraphs));
            Set<String> seen = new HashSet<>();
            for (Fields item : fields.objects("items")) {
                item.allowOnly(List.of("id", "kind", "words", "cites", "leftOut", "partly"));
                InventoryItem read = new InventoryItem(
                        item.requiredText("id").orElse(""),
                        item.requiredText("kind").orElse(""),
                        item.requiredText("words").orElse(""),
                        YamlFields.cites(item, article::has, problems),
                        item.text("leftOut"),
                        item.text("partly"));
                if (!seen.add(read.id())) {
                    problems.add(
                            item.pointer("id"),
                            item.location("id"),
                            "DUPLICATE_ID",
                            "Two items are called " + read.id() + ".");
                }
                items.add(read);
                lines.putIfAbsent(read.id(), item.location("id").line());
            }
        });
        return article;
    }

    private void paragraphs(Fields article, Map<String, Integer> paragraphs) {
        article.allowOnly(List.of("title", "author", "year", "paragraphs"));
        article.require("paragraphs");
        article.object("paragraphs")
                .ifPresent(given -> given.members().keySet().forEach(section -> {
                    OptionalDouble count = given.number(section);
                    count.ifPresent(n -> paragraphs.put(section, (int) n));
                }));
    }
}

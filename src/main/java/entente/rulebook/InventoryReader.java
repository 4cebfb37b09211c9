package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.ArticleReference;
import entente.model.rule.InventoryItem;
import entente.model.rule.KeyAssumption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
     * @param assumptionLines line of each key assumption in the file, in their order
     */
    record Article(
            Inventory inventory,
            Map<String, Integer> lines,
            Map<String, Integer> paragraphs,
            List<Integer> assumptionLines) {

        private static final Pattern CITATION = Pattern.compile("§(\\d) ¶(\\d+)");
        private static final int MAX_DIGITS = 4;

        List<InventoryItem> items() {
            return inventory.items();
        }

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
        Map<String, Integer> paragraphs = new TreeMap<>();
        Map<String, Integer> lines = new TreeMap<>();
        List<InventoryItem> items = new ArrayList<>();
        List<KeyAssumption> assumptions = new ArrayList<>();
        List<Integer> assumptionLines = new ArrayList<>();
        Optional<Fields> book = Fields.of(root, "#", problems);
        book.ifPresent(
                fields -> fields.allowOnly("article", "items", "keyAssumptions").require("article", "items"));
        Optional<Fields> about = book.flatMap(fields -> fields.object("article"));
        about.ifPresent(article -> paragraphs(article, paragraphs));
        Article article = new Article(
                new Inventory(reference(about, paragraphs), List.of(), List.of()), lines, paragraphs, assumptionLines);
        book.ifPresent(fields -> {
            fields.objects("items").forEach(item -> items.add(item(item, article)));
            fields.objects("keyAssumptions").forEach(item -> {
                assumptions.add(assumption(item, article));
                assumptionLines.add(item.location("words").line());
            });
        });
        return new Article(
                new Inventory(article.inventory().article(), items, assumptions), lines, paragraphs, assumptionLines);
    }

    private static ArticleReference reference(Optional<Fields> about, Map<String, Integer> paragraphs) {
        return new ArticleReference(
                about.flatMap(article -> article.text("title")).orElse(""),
                about.flatMap(article -> article.text("author")).orElse(""),
                about.flatMap(article -> article.number("year")).orElse(0.0).intValue(),
                texts(about, paragraphs));
    }

    /** All sections or none: a list with gaps would pass for the whole. */
    private static SortedMap<String, String> texts(Optional<Fields> about, Map<String, Integer> paragraphs) {
        SortedMap<String, String> texts = new TreeMap<>();
        about.flatMap(article -> article.object("texts")).ifPresent(given -> {
            given.allowOnly(paragraphs.keySet());
            paragraphs
                    .keySet()
                    .forEach(section -> given.requiredText(section).ifPresent(text -> texts.put(section, text)));
        });
        return texts;
    }

    private static KeyAssumption assumption(Fields item, Article article) {
        item.allowOnly("words", "cites", "indicator", "holds");
        String indicator = item.requiredText("indicator").orElse("");
        return new KeyAssumption(
                item.requiredText("words").orElse(""),
                YamlFields.cites(item, article::has),
                indicator,
                item.text("holds").flatMap(text -> HoldsCondition.parse(text, indicator, item.at("holds"))));
    }

    private static InventoryItem item(Fields item, Article article) {
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
        return read;
    }

    private static void paragraphs(Fields article, Map<String, Integer> paragraphs) {
        article.allowOnly("title", "author", "year", "paragraphs", "texts");
        article.requiredObject("paragraphs")
                .ifPresent(given -> given.members()
                        .keySet()
                        .forEach(section ->
                                given.number(section).ifPresent(n -> paragraphs.put(section, n.intValue()))));
    }

    /** Reads when a key assumption holds, such as {@code >= MODERATE}: a comparison and a grade, as rules write them. */
    private static final class HoldsCondition {

        private HoldsCondition() {}

        static Optional<RuleCondition> parse(String text, String indicator, Position at) {
            String[] parts = text.strip().split("\\s+", -1);
            Optional<ComparisonOperator> comparison =
                    parts.length == 2 ? ComparisonOperator.ofSymbol(parts[0]) : Optional.empty();
            if (comparison.isEmpty()) {
                at.reject(
                        "UNKNOWN_COMPARISON",
                        "\"" + Text.excerpt(text) + "\" is not a comparison and a grade such as >= MODERATE.");
                return Optional.empty();
            }
            // Every known reading meets the others, so that nothing would contradict the assumption.
            Grade trivial = comparison.get() == ComparisonOperator.AT_LEAST ? Grade.VERY_LOW : Grade.VERY_HIGH;
            Set<Grade> grades = EnumSet.complementOf(EnumSet.of(Grade.UNKNOWN, trivial));
            Optional<Grade> grade = grades.stream()
                    .filter(known -> known.name().equals(parts[1]))
                    .findFirst();
            if (grade.isEmpty()) {
                at.rejectUnknown(
                        "BAD_LITERAL",
                        "grade for " + parts[0],
                        parts[1],
                        grades.stream().map(Grade::name).toList());
            }
            return grade.map(known -> new RuleCondition(indicator, comparison.get(), known));
        }
    }
}

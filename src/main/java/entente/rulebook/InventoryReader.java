package entente.rulebook;

import static entente.rulebook.YamlFields.part;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.Inventory;
import entente.model.rule.Inventory.ArticleReference;
import entente.model.rule.Inventory.InventoryItem;
import entente.model.rule.Inventory.KeyAssumption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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

        static boolean isCitation(String text) {
            return CITATION.matcher(text).matches();
        }

        boolean has(String citation) {
            return has(citation, paragraphs);
        }

        /** Whether the article has the cited paragraph; false for malformed citations. */
        private static boolean has(String citation, Map<String, Integer> paragraphs) {
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
        Fields book = Fields.of(root, "#", problems).orElseGet(YamlFields::absent);
        book.allowOnly("article", "items", "keyAssumptions").require("items");
        Fields about = part(book, "article", "title", "author", "year", "paragraphs", "texts");
        Fields counted = part(about, "paragraphs");
        Map<String, Integer> paragraphs = new TreeMap<>();
        counted.members()
                .keySet()
                .forEach(section -> counted.number(section).ifPresent(n -> paragraphs.put(section, n.intValue())));
        Map<String, Integer> lines = new TreeMap<>();
        Predicate<String> citable = citation -> Article.has(citation, paragraphs);
        List<Fields> assumptions = book.objects("keyAssumptions");
        Inventory inventory = new Inventory(
                reference(about, paragraphs.keySet()),
                book.objects("items").stream()
                        .map(item -> item(item, citable, lines))
                        .toList(),
                assumptions.stream().map(item -> assumption(item, citable)).toList());
        return new Article(
                inventory,
                lines,
                paragraphs,
                assumptions.stream().map(item -> item.location("words").line()).toList());
    }

    private static ArticleReference reference(Fields about, Set<String> sections) {
        SortedMap<String, String> texts = new TreeMap<>();
        // All sections or none: a list with gaps would pass for the whole.
        about.object("texts").ifPresent(given -> {
            given.allowOnly(sections);
            sections.forEach(section -> given.requiredText(section).ifPresent(text -> texts.put(section, text)));
        });
        return new ArticleReference(
                about.text("title").orElse(""),
                about.text("author").orElse(""),
                about.number("year").orElse(0.0).intValue(),
                texts);
    }

    private static KeyAssumption assumption(Fields item, Predicate<String> citable) {
        item.allowOnly("words", "cites", "indicator", "holds");
        String indicator = item.requiredText("indicator").orElse("");
        return new KeyAssumption(
                item.requiredText("words").orElse(""),
                YamlFields.cites(item, citable),
                indicator,
                item.text("holds").flatMap(text -> condition(text, indicator, item.at("holds"))));
    }

    private static InventoryItem item(Fields item, Predicate<String> citable, Map<String, Integer> lines) {
        item.allowOnly("id", "kind", "words", "cites", "leftOut", "partly", "answer");
        InventoryItem read = new InventoryItem(
                item.requiredText("id").orElse(""),
                item.requiredText("kind").orElse(""),
                item.requiredText("words").orElse(""),
                YamlFields.cites(item, citable),
                item.text("leftOut").or(() -> item.text("answer")),
                item.text("partly"));
        if (lines.putIfAbsent(read.id(), item.location("id").line()) != null) {
            item.reject("id", "DUPLICATE_ID", "Two items are called " + read.id() + ".");
        }
        return read;
    }

    /** When a key assumption holds, such as {@code >= MODERATE}: a comparison and a grade, as rules write them. */
    private static Optional<RuleCondition> condition(String text, String indicator, Position at) {
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
        Set<Grade> grades =
                EnumSet.complementOf(EnumSet.of(Grade.UNKNOWN, comparison.get().trivialGrade()));
        Optional<Grade> grade =
                grades.stream().filter(known -> known.name().equals(parts[1])).findFirst();
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

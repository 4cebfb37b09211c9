package entente.rules;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.Document;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Limits;
import entente.document.Node;
import entente.document.Problems;
import entente.domain.CeilingKind;
import entente.domain.Comparison;
import entente.domain.Condition;
import entente.domain.Grade;
import entente.domain.Rule;
import entente.domain.RuleBook;
import entente.domain.Weight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A book as one JSON text: catalogue, weights, inventory and rules without comments, layout or file names, rules in
 * the book's order. The digest of the book is the digest of this text, and a compiled book is read back from it.
 */
final class NormalForm {

    private NormalForm() {}

    static String write(Node catalogue, Node weights, Node inventory, List<Rule> rules) {
        Map<String, Object> book = new TreeMap<>();
        book.put("catalogue", Trees.plain(catalogue));
        book.put("weights", Trees.plain(weights));
        book.put("inventory", Trees.plain(inventory));
        List<Object> cards = new ArrayList<>();
        rules.forEach(rule -> cards.add(card(rule)));
        book.put("rules", cards);
        return CanonicalJson.write(book);
    }

    private static Map<String, Object> card(Rule rule) {
        Map<String, Object> card = new TreeMap<>();
        card.put("id", rule.id());
        card.put("group", rule.group());
        card.put("claim", rule.claim());
        rule.alliance().ifPresent(w -> card.put("alliance", w.name()));
        rule.partnership().ifPresent(w -> card.put("partnership", w.name()));
        rule.ours().ifPresent(o -> card.put("ours", o));
        rule.ceiling().ifPresent(c -> card.put("ceiling", c.name()));
        card.put("cites", rule.cites());
        card.put("tags", rule.tags());
        card.put("encodes", rule.encodes());
        card.put("overrides", rule.overrides());
        List<Object> conditions = new ArrayList<>();
        rule.conditions()
                .forEach(c -> conditions.add(List.of(
                        c.indicator(), c.comparison().name(), c.threshold().name())));
        card.put("when", conditions);
        return card;
    }

    /** The book of a normal form that {@link #write} wrote from checked files. */
    static RuleBook read(String text) {
        Document document = Documents.json(text.getBytes(StandardCharsets.UTF_8), Limits.BOOK);
        Problems problems = new Problems();
        problems.addAll(document.problems());
        Fields fields = document.root()
                .flatMap(root -> Fields.of(root, "#", problems))
                .orElseThrow(() -> new IllegalStateException("a compiled book is broken"));
        WeightsReader.Numbers numbers =
                new WeightsReader(problems).read(part(fields, "weights")).orElseThrow();
        List<Rule> rules = new ArrayList<>();
        fields.objects("rules").forEach(card -> rules.add(rule(card)));
        if (!problems.none()) {
            throw new IllegalStateException(
                    "a compiled book is broken: " + problems.all().get(0).detail());
        }
        return new RuleBook(
                numbers.version(),
                Digest.sha256(text),
                new CatalogueReader(problems).read(part(fields, "catalogue")),
                rules,
                numbers.weights(),
                numbers.ceilings(),
                numbers.relationship(),
                numbers.baseRates(),
                numbers.outsideView(),
                numbers.confidence(),
                new InventoryReader(problems).read(part(fields, "inventory")).items());
    }

    private static Node part(Fields fields, String name) {
        return fields.get(name).orElseThrow(() -> new IllegalStateException("a compiled book lacks its " + name));
    }

    private static Rule rule(Fields card) {
        List<Condition> conditions = new ArrayList<>();
        card.get("when")
                .ifPresent(when -> ((Node.ListNode) when).items().forEach(line -> {
                    List<Node> words = ((Node.ListNode) line).items();
                    conditions.add(new Condition(
                            word(words.get(0)),
                            Comparison.valueOf(word(words.get(1))),
                            Grade.valueOf(word(words.get(2)))));
                }));
        return new Rule(
                card.requiredText("id").orElseThrow(),
                card.requiredText("group").orElseThrow(),
                card.requiredText("claim").orElseThrow(),
                card.text("alliance").map(Weight::valueOf),
                card.text("partnership").map(Weight::valueOf),
                card.texts("cites"),
                card.text("ours"),
                card.texts("tags"),
                card.texts("encodes"),
                List.copyOf(conditions),
                card.texts("overrides"),
                card.text("ceiling").map(CeilingKind::valueOf));
    }

    private static String word(Node node) {
        return ((Node.TextNode) node).text();
    }
}

package entente.rulebook;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The normal form of a book as JSON: catalogue, weights and rules without comments, layout or file names, rules in the
 * order of the book. The inventory, which no verdict needs, is separate. A compiled book is loaded from both.
 *
 * @param digests of both: {@link Digests}
 */
record NormalForm(String book, String inventory, Digests digests) {

    /** The fields that contain texts, on which no result depends, in the three files and on the cards of rules. */
    static final Set<String> TEXTS = Set.of(
            // indicators.yaml
            "label",
            "short",
            "anchors",
            "source",
            "note",
            SubjectReader.FIELD,
            // reasons of cut points, and weights.yaml
            "reason",
            "otherReading",
            // inventory.yaml
            "title",
            "author",
            "year",
            "texts",
            "words",
            "leftOut",
            "partly",
            "answer",
            // cards
            "claim",
            "assumption");

    /**
     * Two digests, so that a reworded book is known to give the same results.
     *
     * @param sha256 of everything but the texts
     * @param textsSha256 of the texts with their places
     */
    record Digests(String sha256, String textsSha256) {

        static Digests of(Object book) {
            return new Digests(
                    Digest.sha256(CanonicalJson.write(part(book, false))),
                    Digest.sha256(CanonicalJson.write(part(book, true))));
        }

        static Digests parse(String lines) {
            List<String> both = lines.lines().toList();
            return new Digests(both.get(0), both.get(1));
        }

        String lines() {
            return sha256 + "\n" + textsSha256 + "\n";
        }
    }

    static NormalForm of(Node catalogue, Node weights, Node inventory, List<Rule> rules) {
        Map<String, Object> book = new TreeMap<>();
        book.put("catalogue", plain(catalogue));
        book.put("weights", plain(weights));
        book.put("rules", rules.stream().map(NormalForm::card).toList());
        Object about = plain(inventory);
        return new NormalForm(
                CanonicalJson.write(book),
                CanonicalJson.write(about),
                Digests.of(Map.of("book", book, "inventory", about)));
    }

    /** The texts in a value with their places, or everything else. */
    private static Object part(Object value, boolean texts) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> part = new TreeMap<>();
            fields.forEach((name, field) -> {
                if (!TEXTS.contains(name)) {
                    part.put((String) name, part(field, texts));
                } else if (texts) {
                    part.put((String) name, field);
                }
            });
            return part;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> part(item, texts)).toList();
        }
        return texts ? "" : value;
    }

    private static Object plain(Node file) {
        return file.toJava().orElseThrow();
    }

    private static Map<String, Object> card(Rule rule) {
        Map<String, Object> card = new TreeMap<>();
        card.put("id", rule.id());
        card.put("group", rule.group());
        card.put("claim", rule.claim());
        rule.alliance().ifPresent(w -> card.put("alliance", w.name()));
        rule.partnership().ifPresent(w -> card.put("partnership", w.name()));
        rule.projectAssumption().ifPresent(o -> card.put("assumption", o));
        rule.ceiling().ifPresent(c -> card.put("ceiling", c.name()));
        rule.card().ifPresent(id -> card.put("card", id));
        rule.step().ifPresent(grade -> card.put("step", grade.name()));
        rule.allianceBefore().ifPresent(w -> card.put("allianceBefore", w.name()));
        rule.partnershipBefore().ifPresent(w -> card.put("partnershipBefore", w.name()));
        card.put("cites", rule.cites());
        card.put("tags", rule.tags());
        card.put("encodes", rule.encodes());
        card.put("overrides", rule.overrides());
        card.put(
                "when",
                rule.conditions().stream()
                        .map(c -> List.of(
                                c.indicator(),
                                c.comparison().name(),
                                c.threshold().name()))
                        .toList());
        return card;
    }

    /** The book of a normal form created from validated files, with its digests. */
    static RuleBook read(byte[] book, Digests digests) {
        ProblemCollector problems = new ProblemCollector();
        Fields fields = Fields.of(tree(book), "#", problems).orElseThrow();
        RuleBook weights =
                new WeightsReader(problems).read(part(fields, "weights")).orElseThrow();
        List<Rule> rules =
                fields.objects("rules").stream().map(NormalForm::rule).toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "a compiled book is broken: " + problems.all().get(0).detail());
        }
        return weights.withSha256(digests.sha256())
                .withTextsSha256(digests.textsSha256())
                .withCatalogue(new CatalogueReader(problems, cite -> true).read(part(fields, "catalogue")))
                .withRules(rules);
    }

    static Inventory inventory(byte[] inventory) {
        return InventoryReader.read(tree(inventory), new ProblemCollector()).inventory();
    }

    private static Node tree(byte[] json) {
        Document document = Documents.json(json, DocumentLimits.BOOK);
        return document.root()
                .filter(root -> document.problems().isEmpty())
                .orElseThrow(() -> new IllegalStateException("a compiled book is broken"));
    }

    private static Node part(Fields fields, String name) {
        return fields.get(name).orElseThrow(() -> new IllegalStateException("a compiled book lacks its " + name));
    }

    private static Rule rule(Fields card) {
        List<RuleCondition> conditions = new ArrayList<>();
        card.get("when")
                .ifPresent(when -> ((Node.ListNode) when).items().forEach(condition -> {
                    List<Node> parts = ((Node.ListNode) condition).items();
                    conditions.add(new RuleCondition(
                            text(parts.get(0)),
                            ComparisonOperator.valueOf(text(parts.get(1))),
                            Grade.valueOf(text(parts.get(2)))));
                }));
        return new Rule(
                card.requiredText("id").orElseThrow(),
                card.requiredText("group").orElseThrow(),
                card.requiredText("claim").orElseThrow(),
                card.text("alliance").map(Weight::valueOf),
                card.text("partnership").map(Weight::valueOf),
                card.texts("cites"),
                card.text("assumption"),
                card.texts("tags"),
                card.texts("encodes"),
                List.copyOf(conditions),
                card.texts("overrides"),
                card.text("ceiling").map(CeilingKind::valueOf),
                card.text("card"),
                card.text("step").map(Grade::valueOf),
                card.text("allianceBefore").map(Weight::valueOf),
                card.text("partnershipBefore").map(Weight::valueOf));
    }

    private static String text(Node node) {
        return ((Node.TextNode) node).text();
    }
}

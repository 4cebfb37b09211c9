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
import entente.model.rule.RuleBook;
import entente.model.rule.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The normal form of a book as JSON: catalogue, weights and rules without comments, layout or file names, rules in the
 * order of the book. The inventory, which no verdict needs, is separate. A compiled book is loaded from both.
 *
 * @param sha256 digest of both, without the names of the two powers, on which no result depends
 */
record NormalForm(String book, String inventory, String sha256) {

    static NormalForm of(Node catalogue, Node weights, Node inventory, List<Rule> rules) {
        Map<String, Object> book = new TreeMap<>();
        book.put("catalogue", plain(catalogue));
        book.put("weights", plain(weights));
        book.put("rules", rules.stream().map(NormalForm::card).toList());
        String whole = CanonicalJson.write(book);
        String about = CanonicalJson.write(plain(inventory));
        if (catalogue instanceof Node.ObjectNode fields) {
            book.put("catalogue", plain(without(fields, SubjectReader.FIELD)));
        }
        return new NormalForm(whole, about, Digest.sha256(CanonicalJson.write(book) + "\n" + about));
    }

    private static Node without(Node.ObjectNode fields, String name) {
        Map<String, Node> members = new LinkedHashMap<>(fields.members());
        members.remove(name);
        return new Node.ObjectNode(members, fields.location());
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

    /** The book of a normal form created from validated files, with its digest. */
    static RuleBook read(byte[] book, String sha256) {
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
        return weights.withSha256(sha256)
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
                card.text("ceiling").map(CeilingKind::valueOf));
    }

    private static String text(Node node) {
        return ((Node.TextNode) node).text();
    }
}

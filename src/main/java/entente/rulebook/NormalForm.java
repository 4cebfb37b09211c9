package entente.rulebook;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.Node;
import entente.model.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The content of a book without comments, layout or file names, rules in the order of the book: what its digests are of. */
final class NormalForm {

    /** The fields that contain texts, on which no result depends, in the three files and on the cards of rules. */
    static final Set<String> TEXTS = Set.of(
            // indicators.yaml
            "label",
            "short",
            "anchors",
            "source",
            "note",
            CatalogueReader.SUBJECT,
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

    private NormalForm() {}

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
    }

    static Map<String, Object> of(Node catalogue, Node weights, Node inventory, List<Rule> rules) {
        Map<String, Object> book = new TreeMap<>();
        book.put("catalogue", plain(catalogue));
        book.put("weights", plain(weights));
        book.put("rules", rules.stream().map(NormalForm::card).toList());
        return Map.of("book", book, "inventory", plain(inventory));
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

    /** A value without the texts in it. */
    static Node withoutTexts(Node value) {
        if (value instanceof Node.ObjectNode object) {
            Map<String, Node> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                if (!TEXTS.contains(name)) {
                    members.put(name, withoutTexts(member));
                }
            });
            return new Node.ObjectNode(members, object.location());
        }
        return value instanceof Node.ListNode list
                ? new Node.ListNode(
                        list.items().stream().map(NormalForm::withoutTexts).toList(), list.location())
                : value;
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
}

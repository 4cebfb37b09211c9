package entente.service.api.openapi;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses JSON into maps and lists for inclusion in a larger document. */
final class JsonTree {

    private JsonTree() {}

    static Map<String, Object> object(String json) {
        Document document = Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.BOOK);
        Map<String, Object> object = new LinkedHashMap<>();
        if (document.root().orElse(null) instanceof Node.ObjectNode root) {
            root.members().forEach((name, member) -> object.put(name, value(member)));
        }
        return object;
    }

    private static Object value(Node node) {
        if (node instanceof Node.ObjectNode object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, value(member)));
            return members;
        }
        if (node instanceof Node.ListNode list) {
            return list.items().stream().map(JsonTree::value).toList();
        }
        if (node instanceof Node.NumberNode number) {
            return number.raw().matches("-?\\d{1,9}")
                    ? (Object) Integer.valueOf(number.raw())
                    : Double.valueOf(number.raw());
        }
        if (node instanceof Node.BooleanNode truth) {
            return truth.value();
        }
        return node instanceof Node.TextNode text ? text.text() : "";
    }
}

package entente.rulebook;

import entente.document.Node;
import entente.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Converts a document tree to Java maps, lists, strings and numbers. */
final class PlainTrees {

    private PlainTrees() {}

    static Object plain(Node node) {
        if (node instanceof Node.ObjectNode object) {
            Map<String, Object> members = new TreeMap<>();
            object.members().forEach((name, value) -> members.put(name, plain(value)));
            return members;
        }
        if (node instanceof Node.ListNode list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node instanceof Node.NumberNode number) {
            return Numbers.finite(number.raw()).orElseThrow();
        }
        if (node instanceof Node.BooleanNode truth) {
            return truth.value();
        }
        return node instanceof Node.TextNode text ? text.text() : "";
    }
}

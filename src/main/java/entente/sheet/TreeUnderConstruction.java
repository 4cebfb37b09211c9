package entente.sheet;

import entente.document.Node;
import entente.document.Node.ListNode;
import entente.document.Node.ObjectNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document that the cells of a scenario make up, and the cell of each of its values. */
final class TreeUnderConstruction {

    static final String ROOT = "#";

    private final ProblemCollector problems;
    private final ObjectNode root = new ObjectNode(new LinkedHashMap<>(), SourceLocation.NONE);
    private final Map<String, SourceLocation> cells = new HashMap<>();

    TreeUnderConstruction(ProblemCollector problems) {
        this.problems = problems;
    }

    Node root() {
        return root;
    }

    /** Records the cell of a value, also of an empty one. */
    void locate(String pointer, SourceLocation cell) {
        cells.putIfAbsent(pointer, cell);
    }

    /** The cell of each value, by its pointer. */
    Map<String, SourceLocation> cells() {
        return cells;
    }

    /** The cell of a value, or of the nearest value that contains it. */
    Optional<SourceLocation> cell(String pointer) {
        for (String at = pointer; at.startsWith(ROOT + "/"); at = at.substring(0, at.lastIndexOf('/'))) {
            SourceLocation cell = cells.get(at);
            if (cell != null) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    static String pointer(List<String> path) {
        String pointer = ROOT;
        for (String step : path) {
            pointer = Position.below(pointer, step);
        }
        return pointer;
    }

    /** Adds a value; a second one with the same path is a problem. */
    void put(List<String> path, Node value) {
        Optional<ObjectNode> parent = parent(path, value.location());
        String name = path.get(path.size() - 1);
        if (parent.isEmpty() || parent.get().members().putIfAbsent(name, value) != null) {
            twice(name, value.location());
        }
    }

    /** Adds an item to the list with this path. */
    void add(List<String> path, Node item) {
        Optional<ObjectNode> parent = parent(path, item.location());
        String name = path.get(path.size() - 1);
        if (parent.isPresent()
                && parent.get().members().computeIfAbsent(name, key -> new ListNode(new ArrayList<>(), item.location()))
                        instanceof ListNode list) {
            locate(Position.below(pointer(path), String.valueOf(list.items().size())), item.location());
            list.items().add(item);
        } else {
            twice(name, item.location());
        }
    }

    /** The object that contains the last step of a path; empty if a value stands in its place. */
    private Optional<ObjectNode> parent(List<String> path, SourceLocation location) {
        ObjectNode parent = root;
        for (String step : path.subList(0, path.size() - 1)) {
            Node next = parent.members().computeIfAbsent(step, name -> new ObjectNode(new LinkedHashMap<>(), location));
            if (!(next instanceof ObjectNode object)) {
                return Optional.empty();
            }
            parent = object;
        }
        return Optional.of(parent);
    }

    void twice(String name, SourceLocation location) {
        new Position(ROOT, location, problems).reject("DUPLICATE_KEY", "\"" + Text.excerpt(name) + "\" appears twice.");
    }
}

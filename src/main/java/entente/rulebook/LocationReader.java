package entente.rulebook;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.model.Question;
import entente.model.rule.RuleBookLocation;
import entente.rulebook.DrlReader.LocatedRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Reads the locations of the parts of a valid book from its files; parts that are not found are skipped. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class LocationReader {

    private final RuleBookFolder folder;
    private final Map<String, RuleBookLocation> locations = new TreeMap<>();

    static RuleBookLocations read(RuleBookFolder folder) {
        LocationReader reader = new LocationReader(folder);
        reader.catalogue();
        reader.weights();
        list(reader.root(RuleBookFolder.INVENTORY), "items")
                .forEach(item -> reader.named(RuleBookFolder.INVENTORY, "item", item));
        folder.ruleFiles().forEach(reader::rules);
        return new RuleBookLocations(reader.locations);
    }

    private void rules(String file) {
        byte[] bytes = folder.files().getOrDefault(file, new byte[0]);
        for (LocatedRule located : DrlReader.read(file, bytes).rules()) {
            String id = located.rule().id();
            locations.put(RuleBookLocations.key("rule", id), new RuleBookLocation(file, located.line()));
            for (int n = 0; n < located.conditionLines().size(); n++) {
                locations.put(
                        RuleBookLocations.key("rule", id, n),
                        new RuleBookLocation(file, located.conditionLines().get(n)));
            }
        }
    }

    private void catalogue() {
        String file = folder.catalogue();
        Node root = root(file);
        list(root, "groups").forEach(group -> named(file, "group", group));
        for (Node indicator : list(root, "indicators")) {
            Optional<String> id = named(file, "indicator", indicator);
            if (id.isEmpty()) {
                continue;
            }
            Map<String, Node> anchors = members(member(indicator, "anchors"));
            anchors.forEach((value, anchor) -> put(file, anchor, "indicator", id.get(), "anchor", value));
            List<Node> cuts = list(indicator, "cutPoints");
            for (int n = 0; n < 4; n++) {
                // Without cut points, the anchors 1 to 4 are the lowest values of the four grades.
                Node cut = n < cuts.size() ? cuts.get(n) : anchors.getOrDefault(String.valueOf(n + 1), indicator);
                put(file, cut, "indicator", id.get(), "cut", n);
            }
        }
    }

    private void weights() {
        String file = RuleBookFolder.WEIGHTS;
        Node root = root(file);
        for (Question question : Question.values()) {
            String name = question.name().toLowerCase(Locale.ROOT);
            members(member(member(root, "weights"), name))
                    .forEach((strength, entry) -> put(file, entry, "weight", question, strength));
        }
        members(member(root, "ceilings")).forEach((kind, entry) -> put(file, entry, "ceiling", kind));
        members(member(member(root, "relationship"), "floors"))
                .forEach((state, entry) -> put(file, entry, "floor", state));
    }

    private Optional<String> named(String file, String what, Node object) {
        if (member(object, "id") instanceof Node.TextNode id) {
            put(file, id, what, id.text());
            return Optional.of(id.text());
        }
        return Optional.empty();
    }

    private void put(String file, Node node, Object... path) {
        locations.putIfAbsent(
                RuleBookLocations.key(path),
                new RuleBookLocation(file, node.location().line()));
    }

    private Node root(String file) {
        byte[] bytes = folder.files().getOrDefault(file, new byte[0]);
        return Documents.yaml(bytes, DocumentLimits.BOOK).root().orElse(RuleBookReader.EMPTY);
    }

    private static Node member(Node object, String name) {
        return members(object).getOrDefault(name, RuleBookReader.EMPTY);
    }

    private static Map<String, Node> members(Node node) {
        return node instanceof Node.ObjectNode object ? object.members() : Map.of();
    }

    private static List<Node> list(Node object, String name) {
        return member(object, name) instanceof Node.ListNode list ? list.items() : List.of();
    }
}

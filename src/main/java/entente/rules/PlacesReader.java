package entente.rules;

import entente.document.Documents;
import entente.document.Limits;
import entente.document.Node;
import entente.domain.BookPlace;
import entente.domain.LintPermission;
import entente.domain.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the files of a sound book for where things stand, and passes over whatever it does not find. */
final class PlacesReader {

    private final RulesFolder folder;
    private final Map<String, BookPlace> places = new TreeMap<>();
    private final List<LintPermission> permissions = new ArrayList<>();

    private PlacesReader(RulesFolder folder) {
        this.folder = folder;
    }

    static BookPlaces read(RulesFolder folder) {
        PlacesReader reader = new PlacesReader(folder);
        reader.catalogue();
        reader.weights();
        list(reader.root(RulesFolder.INVENTORY), "items")
                .forEach(item -> reader.named(RulesFolder.INVENTORY, "item", item));
        folder.ruleFiles().forEach(reader::rules);
        folder.files()
                .forEach((file, bytes) ->
                        reader.permissions.addAll(Permissions.in(file, new String(bytes, StandardCharsets.UTF_8))));
        return new BookPlaces(reader.places, reader.permissions);
    }

    private void rules(String file) {
        byte[] bytes = folder.files().getOrDefault(file, new byte[0]);
        for (PlacedRule placed : new DrlReader(file, new Faults()).read(bytes).rules()) {
            String id = placed.rule().id();
            places.put(BookPlaces.key("rule", id), new BookPlace(file, placed.line()));
            for (int n = 0; n < placed.conditionLines().size(); n++) {
                places.put(
                        BookPlaces.key("rule", id, n),
                        new BookPlace(file, placed.conditionLines().get(n)));
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
                // Where there are no cut points, the anchors 1 to 4 are the first values of the four grades.
                Node cut = n < cuts.size() ? cuts.get(n) : anchors.getOrDefault(String.valueOf(n + 1), indicator);
                put(file, cut, "indicator", id.get(), "cut", n);
            }
        }
    }

    private void weights() {
        String file = RulesFolder.WEIGHTS;
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

    private void put(String file, Node node, Object... words) {
        places.putIfAbsent(
                BookPlaces.key(words), new BookPlace(file, node.place().line()));
    }

    private Node root(String file) {
        byte[] bytes = folder.files().getOrDefault(file, new byte[0]);
        return Documents.yaml(bytes, Limits.BOOK).root().orElse(BookReader.NOTHING);
    }

    private static Node member(Node object, String name) {
        return members(object).getOrDefault(name, BookReader.NOTHING);
    }

    private static Map<String, Node> members(Node node) {
        return node instanceof Node.ObjectNode object ? object.members() : Map.of();
    }

    private static List<Node> list(Node object, String name) {
        return member(object, name) instanceof Node.ListNode list ? list.items() : List.of();
    }
}

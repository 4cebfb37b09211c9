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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locations of the parts of a valid book in its files, by id; parts that are not found are skipped. They are read from
 * the files each time, as a compiled book has no line numbers.
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations) {

    /**
     * A rule, indicator, group or item of the inventory ({@code "rule", id}), a condition ({@code "rule", id, index}), a
     * cut point ({@code "indicator", id, "cut", index}; that of the anchor if an anchor defines it), a weight
     * ({@code "weight", question, strength}) or a ceiling ({@code "ceiling", kind}). Indexes are from 0.
     */
    public RuleBookLocation at(Object... path) {
        return locations.getOrDefault(key(path), RuleBookLocation.NONE);
    }

    /** Whether the location is in the shared catalogue of the parent book. */
    public boolean inSharedCatalogue(RuleBookLocation location) {
        return location.file().equals(RuleBookFolder.SHARED_INDICATORS);
    }

    private static String key(Object... path) {
        return Stream.of(path).map(part -> part + "/").collect(Collectors.joining());
    }

    static RuleBookLocations of(RuleBookFolder folder) {
        RuleBookLocations read = new RuleBookLocations(new TreeMap<>());
        read.addCatalogue(folder.catalogue(), root(folder, folder.catalogue()));
        read.addWeights(root(folder, RuleBookFolder.WEIGHTS));
        list(root(folder, RuleBookFolder.INVENTORY), "items")
                .forEach(item -> read.putNamed(RuleBookFolder.INVENTORY, "item", item));
        folder.rules().forEach(read::addRules);
        return read;
    }

    private static Node root(RuleBookFolder folder, String file) {
        return Documents.yaml(folder.bytes(file), DocumentLimits.BOOK).root().orElse(RuleBookReader.EMPTY);
    }

    private void addRules(String file, byte[] bytes) {
        for (LocatedRule located : DrlReader.read(file, bytes).rules()) {
            String id = located.rule().id();
            put(file, located.line(), "rule", id);
            for (int n = 0; n < located.conditionLines().size(); n++) {
                put(file, located.conditionLines().get(n), "rule", id, n);
            }
        }
    }

    private void addCatalogue(String file, Node root) {
        list(root, "groups").forEach(group -> putNamed(file, "group", group));
        for (Node indicator : list(root, "indicators")) {
            Optional<String> id = putNamed(file, "indicator", indicator);
            List<Node> cuts = list(indicator, "cutPoints");
            Map<String, Node> anchors = members(member(indicator, "anchors"));
            for (int n = 0; id.isPresent() && n < 4; n++) {
                // Without cut points, the anchors 1 to 4 are the lowest values of the four grades.
                Node cut = n < cuts.size() ? cuts.get(n) : anchors.getOrDefault(String.valueOf(n + 1), indicator);
                put(file, cut.location().line(), "indicator", id.get(), "cut", n);
            }
        }
    }

    private void addWeights(Node root) {
        String file = RuleBookFolder.WEIGHTS;
        for (Question question : Question.values()) {
            String name = question.name().toLowerCase(Locale.ROOT);
            members(member(member(root, "weights"), name))
                    .forEach((strength, entry) -> put(file, entry.location().line(), "weight", question, strength));
        }
        members(member(root, "ceilings"))
                .forEach((kind, entry) -> put(file, entry.location().line(), "ceiling", kind));
    }

    private Optional<String> putNamed(String file, String what, Node object) {
        if (member(object, "id") instanceof Node.TextNode id) {
            put(file, id.location().line(), what, id.text());
            return Optional.of(id.text());
        }
        return Optional.empty();
    }

    private void put(String file, int line, Object... path) {
        locations.putIfAbsent(key(path), new RuleBookLocation(file, line));
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

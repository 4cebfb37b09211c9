package entente.rulebook;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.model.Question;
import entente.model.rule.RuleBookLocation;
import entente.rulebook.DrlReader.LocatedRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locations of the parts of a valid book in its files, by id; parts that are not found are skipped. They are read from
 * the files each time, as a compiled book has no line numbers.
 *
 * @param suppressions lint suppressions in comments of the book
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations, List<LintSuppression> suppressions) {

    private static final Pattern ALLOWS =
            Pattern.compile("\\s*(?://|#)\\s*lint allows\\s+(\\S+?)(?:\\s+with\\s+(\\w+))?(?::(.*))?");
    private static final Pattern CONTINUATION = Pattern.compile("\\s*(?://|#) {2,}(\\S.*)");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?://.*|#.*)?");
    private static final Pattern RULE = Pattern.compile("\\s*rule\\s+\".*");
    private static final Pattern RULE_ID = Pattern.compile(".*@id\\(\\s*\"?(\\w+)\"?\\s*\\).*");
    private static final Pattern ENTRY = Pattern.compile("\\s*- id: *\"?([\\w-]+)\"?.*");
    private static final Pattern BELOW = Pattern.compile("\\s*- \\{?\\s*id: *\"?([\\w-]+)\"?.*");

    /**
     * A comment in a book that suppresses a lint finding: {@code // lint allows CODE: reason}, in YAML with {@code #}; for
     * a finding on a pair of rules {@code CODE with RULE}. Indented comment lines continue the reason. The comment is
     * placed above or inside the rule or entry.
     *
     * @param code as written, possibly unknown
     * @param other the other rule of the pair; empty if it is not named
     * @param subject id of the rule, indicator, group or item that the comment belongs to; empty if there is none
     */
    public record LintSuppression(
            String code, Optional<String> other, String subject, String reason, RuleBookLocation location) {}

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
        RuleBookLocations read = new RuleBookLocations(new TreeMap<>(), new ArrayList<>());
        read.addCatalogue(folder.catalogue(), root(folder, folder.catalogue()));
        read.addWeights(root(folder, RuleBookFolder.WEIGHTS));
        list(root(folder, RuleBookFolder.INVENTORY), "items")
                .forEach(item -> read.putNamed(RuleBookFolder.INVENTORY, "item", item));
        folder.rules().forEach(read::addRules);
        folder.files()
                .forEach((file, bytes) -> read.addSuppressions(
                        file, new String(bytes, StandardCharsets.UTF_8).lines().toList()));
        return read;
    }

    private static Node root(RuleBookFolder folder, String file) {
        byte[] bytes = folder.files().getOrDefault(file, new byte[0]);
        return Documents.yaml(bytes, DocumentLimits.BOOK).root().orElse(RuleBookReader.EMPTY);
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

    private void addSuppressions(String file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher allows = ALLOWS.matcher(lines.get(i));
            if (allows.matches()) {
                Stream<String> continued =
                        firstGroups(CONTINUATION, lines, i + 1).takeWhile(line -> !line.isEmpty());
                String reason = Stream.concat(Stream.ofNullable(allows.group(3)), continued)
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
                suppressions.add(new LintSuppression(
                        allows.group(1),
                        Optional.ofNullable(allows.group(2)),
                        subject(file, lines, i),
                        reason.strip(),
                        new RuleBookLocation(file, i + 1)));
            }
        }
    }

    /** The id of the rule or entry that begins directly below the comment or contains it. */
    private static String subject(String file, List<String> lines, int comment) {
        int below = comment;
        while (below < lines.size() && COMMENT.matcher(lines.get(below)).matches()) {
            below++;
        }
        for (int i = Math.min(below, lines.size() - 1); i >= 0; i--) {
            // Notes within an entry are written on one line and are not subjects.
            Matcher entry = (i == below ? BELOW : ENTRY).matcher(lines.get(i));
            if (file.endsWith(".yaml") && entry.matches()) {
                return entry.group(1);
            }
            if (file.endsWith(".drl") && RULE.matcher(lines.get(i)).matches()) {
                return firstGroups(RULE_ID, lines, i)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }

    /** What the first group of a pattern matches in each line from one on; empty for a line that does not match. */
    private static Stream<String> firstGroups(Pattern pattern, List<String> lines, int from) {
        return lines.stream().skip(from).map(pattern::matcher).map(line -> line.matches() ? line.group(1) : "");
    }
}

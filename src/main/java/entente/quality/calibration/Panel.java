package entente.quality.calibration;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.ListNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Problem;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * Worlds that readers judged.
 *
 * @param provenance what the files say of their readers
 * @param sanity ids of the worlds of the sanity table, in its order
 */
public record Panel(List<String> provenance, List<JudgedWorld> worlds, List<String> sanity) {

    private static final DocumentLimits LIMITS = new DocumentLimits(1 << 20, 64, 400_000, 100_000, 256, 100);
    private static final String ARTICLE = "article";
    private static final String READINGS = "readings";
    private static final List<String> FIELDS = List.of(
            "id", "group", "text", "base", READINGS, "scenario", "shipped", ARTICLE, "own", "relationship", "why");

    /**
     * A scenario with what readers expect of it.
     *
     * @param group worlds of one kind, left out together when a fit is tested
     * @param text what holds; empty for a scenario as it is
     * @param judgements by reader
     */
    public record JudgedWorld(
            String id, String group, Optional<String> text, Scenario scenario, List<Judgement> judgements) {}

    /** What a reader expects by the argument of the article: the likelihood in percent, and the relationship. */
    public record Judgement(double low, double best, double high, Relationship relationship) {}

    /** Only the worlds of the sanity table, in its order. */
    public Panel onlySanity() {
        return new Panel(
                provenance,
                sanity.stream()
                        .flatMap(
                                id -> worlds.stream().filter(world -> world.id().equals(id)))
                        .toList(),
                sanity);
    }

    /** Reads files of judged worlds: a list of them, or an object with the list and its provenance. */
    @RequiredArgsConstructor
    public static final class Reader {

        private final RuleBook book;
        private final List<String> provenance = new ArrayList<>();
        private final List<JudgedWorld> worlds = new ArrayList<>();
        private final Set<String> sanity = new LinkedHashSet<>();
        private final Set<String> ids = new HashSet<>();

        /** The worlds of all files; valid only if none has a problem. */
        public Panel panel() {
            return new Panel(List.copyOf(provenance), List.copyOf(worlds), List.copyOf(sanity));
        }

        /**
         * Adds a file.
         *
         * @param source of the scenarios that its worlds start from
         * @return all its problems
         */
        public List<Problem> read(byte[] bytes, ScenarioSource source) {
            ProblemCollector problems = ProblemCollector.bounded();
            Document document = Documents.json(bytes, LIMITS);
            problems.addAll(document.problems());
            Optional<Node> root = document.root();
            if (root.orElse(null) instanceof ListNode list) {
                worlds(list, "#", source, problems);
            } else {
                root.flatMap(node -> Fields.of(node, "#", problems)).ifPresent(file -> {
                    file.allowOnly("$schema", "provenance", "worlds", "sanity");
                    file.text("$schema");
                    file.requiredText("provenance").ifPresent(provenance::add);
                    file.require("worlds");
                    file.get("worlds").ifPresent(given -> {
                        if (given instanceof ListNode list) {
                            worlds(list, file.pointer("worlds"), source, problems);
                        } else {
                            Fields.wrongType(given, file.pointer("worlds"), "a list", problems);
                        }
                    });
                    file.texts("sanity", (id, at) -> {
                        if (!ids.contains(id)) {
                            at.rejectUnknown("UNKNOWN_WORLD", "world", id, ids);
                        } else if (!sanity.add(id)) {
                            at.reject("DUPLICATE_WORLD", "The world " + id + " is listed twice.");
                        }
                    });
                });
            }
            return problems.all();
        }

        private void worlds(ListNode list, String pointer, ScenarioSource source, ProblemCollector problems) {
            if (list.items().isEmpty()) {
                new Position(pointer, list.location(), problems).reject("EMPTY", "There is no world in the list.");
            }
            for (int i = 0; i < list.items().size(); i++) {
                Fields.of(list.items().get(i), pointer + "/" + i, problems)
                        .ifPresent(world -> world(world, source, problems));
            }
        }

        private void world(Fields world, ScenarioSource source, ProblemCollector problems) {
            world.allowOnly(FIELDS);
            world.booleanValue("shipped");
            Optional<String> id = world.at("id")
                    .check(
                            world.requiredText("id"),
                            FolderScenarioSource::isId,
                            "BAD_ID",
                            "An id is 1 to 64 lower-case letters, digits and hyphens, and does not begin with a hyphen.");
            id.filter(given -> !ids.add(given))
                    .ifPresent(given ->
                            world.reject("id", "DUPLICATE_WORLD", "There is more than one world " + given + "."));
            Optional<String> group = world.requiredText("group");
            Optional<String> text = world.text("text");
            world.require(ARTICLE, "relationship");
            List<double[]> article = estimates(world, ARTICLE, problems);
            estimates(world, "own", problems);
            List<Relationship> states = new ArrayList<>();
            Map<String, Relationship> known = new LinkedHashMap<>();
            Stream.of(Relationship.values()).forEach(state -> known.put(state.name(), state));
            world.texts("relationship", (name, at) -> {
                if (known.containsKey(name)) {
                    states.add(known.get(name));
                } else {
                    at.rejectUnknown("UNKNOWN_WORD", "relationship", name, known.keySet());
                }
            });
            world.texts("why");
            int readers = length(world, ARTICLE);
            if (readers == 0 && world.has(ARTICLE)) {
                world.reject(ARTICLE, "EMPTY", "A world is judged by at least one reader.");
            }
            for (String list : List.of("own", "relationship", "why")) {
                if (world.has(list) && readers > 0 && length(world, list) != readers) {
                    world.reject(
                            list,
                            "WRONG_NUMBER",
                            "There are " + readers + " readers by \"article\", and " + length(world, list) + " here.");
                }
            }
            Optional<Scenario> scenario = scenario(world, source, problems);
            if (problems.isEmpty() && id.isPresent() && group.isPresent() && scenario.isPresent()) {
                List<Judgement> judgements = new ArrayList<>();
                for (int reader = 0; reader < readers; reader++) {
                    double[] estimate = article.get(reader);
                    judgements.add(new Judgement(estimate[0], estimate[1], estimate[2], states.get(reader)));
                }
                worlds.add(new JudgedWorld(id.get(), group.get(), text, scenario.get(), judgements));
            }
        }

        private static int length(Fields world, String list) {
            return world.get(list).orElse(null) instanceof ListNode readers
                    ? readers.items().size()
                    : 0;
        }

        /** By reader the lowest, the best and the highest likelihood in percent. */
        private static List<double[]> estimates(Fields world, String name, ProblemCollector problems) {
            return world.items(name, (item, at) -> {
                if (!(item instanceof ListNode list)) {
                    Fields.wrongType(item, at, "a list", problems);
                    return Optional.empty();
                }
                double[] parts = list.items().stream()
                        .map(part -> Fields.number(part, at, problems))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                boolean ordered = parts.length == 3
                        && 0 < parts[0]
                        && parts[0] <= parts[1]
                        && parts[1] <= parts[2]
                        && parts[2] < 100;
                return new Position(at, item.location(), problems)
                        .check(
                                Optional.of(parts),
                                given -> ordered || given.length < list.items().size(),
                                "BAD_ESTIMATE",
                                "A reader gives three likelihoods in percent: the lowest, the best and the highest, not descending, above 0 and below 100.");
            });
        }

        /** The scenario of a world extends its base by the readings that differ. */
        private Optional<Scenario> scenario(Fields world, ScenarioSource source, ProblemCollector problems) {
            String base = world.has("scenario") ? "scenario" : "base";
            if (!world.has(base) || world.has("scenario") && (world.has("base") || world.has(READINGS))) {
                world.at()
                        .reject(
                                "BAD_BASE",
                                "A world has either \"scenario\", the id of a scenario as it is, or \"base\", the id of one, and \"readings\" that differ.");
                return Optional.empty();
            }
            Map<String, Node> members = new LinkedHashMap<>();
            members.put("id", new TextNode("judged-world", SourceLocation.NONE));
            members.put("title", new TextNode("A judged world", SourceLocation.NONE));
            world.get(base).ifPresent(id -> members.put("extends", id));
            members.put(READINGS, world.get(READINGS).orElse(new ObjectNode(Map.of(), world.location())));
            ScenarioResult result =
                    new ScenarioReader(Vocabulary.of(book)).read(new ObjectNode(members, world.location()), source);
            if (result instanceof ScenarioResult.Refused refused) {
                UnaryOperator<String> relocated = pointer ->
                        pointer.equals("#/extends") ? world.pointer(base) : world.pointer() + pointer.substring(1);
                problems.addAll(refused.problems(), relocated);
                return Optional.empty();
            }
            return Optional.of(((ScenarioResult.Accepted) result).scenario());
        }
    }
}

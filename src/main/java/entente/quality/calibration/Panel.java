package entente.quality.calibration;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * Worlds that readers judged.
 *
 * @param provenance what the files say of their readers
 * @param sanity ids of the worlds of the sanity table, in its order
 */
public record Panel(List<String> provenance, List<JudgedWorld> worlds, List<String> sanity) {

    /** A scenario with what readers expect of it by the argument of the article. */
    public record JudgedWorld(
            @Described(kind = Kind.ID) String id,

            @Described("Worlds of one kind.") String group,

            @Described("What holds: the title of the scenario, and what is different or its narrative.")
            String text,

            @JsonIgnore Scenario scenario,

            @Described(value = "The lowest likelihood, median of the readers.", kind = Kind.PERCENT)
            double low,

            @Described(value = "The best, median of the readers.", kind = Kind.PERCENT)
            double best,

            @Described(value = "The highest, median of the readers.", kind = Kind.PERCENT)
            double high,

            @Described(
                    value = "What the readers expect themselves, median; absent where they were not asked.",
                    kind = Kind.PERCENT)
            OptionalDouble own,

            @Described("Those that the readers expect, ascending.")
            List<Relationship> judgedRelationships) {}

    /** Only the worlds of the sanity table, in its order. */
    public Panel onlySanity() {
        Stream<JudgedWorld> listed = sanity.stream()
                .flatMap(id -> worlds.stream().filter(world -> world.id().equals(id)));
        return new Panel(provenance, listed.toList(), sanity);
    }

    /** Reads files of judged worlds and their provenance. */
    @RequiredArgsConstructor
    public static final class Reader {

        private static final DocumentLimits LIMITS = new DocumentLimits(1 << 20, 64, 400_000, 100_000, 256, 100);
        private static final String BASE = "base";
        private static final String READINGS = "readings";
        private static final String ARTICLE = "article";
        private static final List<String> STATES =
                Stream.of(Relationship.values()).map(Enum::name).toList();

        private final ScenarioReader scenarios;
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
            Fields.of(Documents.json(bytes, LIMITS), problems).ifPresent(file -> {
                file.allowOnly("$schema", "provenance", "worlds", "sanity").require("worlds");
                file.text("$schema");
                file.requiredText("provenance").ifPresent(provenance::add);
                rejectEmpty(file, "worlds");
                file.objects("worlds").forEach(world -> world(world, source, problems));
                file.texts("sanity", (id, at) -> {
                    if (!ids.contains(id) || !sanity.add(id)) {
                        at.rejectUnknown("UNKNOWN_WORLD", "further world", id, ids);
                    }
                });
            });
            return problems.all();
        }

        private void world(Fields world, ScenarioSource source, ProblemCollector problems) {
            world.allowOnly("id", "group", "text", BASE, READINGS, ARTICLE, "own", "relationship", "why");
            world.require(BASE, ARTICLE, "relationship");
            world.texts("why");
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
            List<double[]> article = estimates(world, ARTICLE, problems);
            List<double[]> own = estimates(world, "own", problems);
            Set<Relationship> states = new TreeSet<>();
            world.texts("relationship", (name, at) -> {
                if (STATES.contains(name)) {
                    states.add(Relationship.valueOf(name));
                } else {
                    at.rejectUnknown("UNKNOWN_WORD", "relationship", name, STATES);
                }
            });
            rejectEmpty(world, ARTICLE);
            int readers = length(world, ARTICLE);
            Stream.of("own", "relationship", "why")
                    .filter(list -> readers > 0 && world.has(list) && length(world, list) != readers)
                    .forEach(list -> world.reject(
                            list,
                            "WRONG_NUMBER",
                            "There are " + readers + " readers by \"article\", and " + length(world, list) + " here."));
            Optional<Scenario> scenario = scenario(world, source, problems);
            Optional<Scenario> base = scenario.flatMap(Scenario::base);
            if (problems.isEmpty()) {
                worlds.add(new JudgedWorld(
                        id.orElseThrow(),
                        group.orElseThrow(),
                        Stream.of(base.map(Scenario::title), text.or(() -> base.flatMap(Scenario::narrative)))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(": ")),
                        scenario.orElseThrow(),
                        median(article, 0),
                        median(article, 1),
                        median(article, 2),
                        own.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(own, 1)),
                        List.copyOf(states)));
            }
        }

        private static double median(List<double[]> estimates, int part) {
            return Calibration.median(estimates.stream().mapToDouble(given -> given[part]));
        }

        private static int length(Fields fields, String name) {
            return fields.get(name).orElse(null) instanceof ListNode list
                    ? list.items().size()
                    : 0;
        }

        private static void rejectEmpty(Fields fields, String name) {
            if (fields.get(name).orElse(null) instanceof ListNode && length(fields, name) == 0) {
                fields.reject(name, "EMPTY", "The list is empty.");
            }
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
            Map<String, Node> members = new LinkedHashMap<>();
            members.put("id", new TextNode("judged-world", SourceLocation.NONE));
            members.put("title", new TextNode("A judged world", SourceLocation.NONE));
            world.get(BASE).ifPresent(id -> members.put("extends", id));
            members.put(READINGS, world.get(READINGS).orElse(new ObjectNode(Map.of(), world.location())));
            ScenarioResult result = scenarios.read(new ObjectNode(members, world.location()), source);
            if (result instanceof ScenarioResult.Refused refused) {
                problems.addAll(
                        refused.problems(),
                        pointer -> world.pointer() + pointer.substring(1).replaceFirst("^/extends$", "/" + BASE));
            }
            return result instanceof ScenarioResult.Accepted accepted
                    ? Optional.of(accepted.scenario())
                    : Optional.empty();
        }
    }
}

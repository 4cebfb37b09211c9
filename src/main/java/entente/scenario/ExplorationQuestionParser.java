package entente.scenario;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Numbers;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Scenario;
import entente.model.exploration.DiscoveryTarget;
import entente.model.exploration.ExplorationQuestion;
import entente.model.exploration.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Parses what is asked of a scenario: conditions, the worlds on which readings depend, and what the indices explain. */
@RequiredArgsConstructor
public final class ExplorationQuestionParser {

    public static final String GIVEN = "given";
    public static final String WORLD = "world";
    public static final String UNRATED_ANY = "unratedAny";
    public static final String INDEX = "index";

    public static final String DISCOVER = "discover";
    private static final String LOCK = "lock";

    /** The fields of a question beside its scenario. */
    public static final List<String> FIELDS = List.of(GIVEN, WORLD, UNRATED_ANY, INDEX, DISCOVER, LOCK);

    private static final List<String> WORLD_FIELDS = List.of("name", "p", "grades");
    private static final List<String> GRADES =
            Stream.of(Grade.values()).map(Grade::name).toList();
    private static final String PERCENT = "percent";
    private static final List<String> INDICES =
            Stream.concat(Stream.of(PERCENT), Band.names().stream()).toList();
    private static final int MOST = 100;
    private static final double ROUNDING = 0.002;

    private final Vocabulary vocabulary;

    /** What is asked of a scenario; empty, with problems, if any part is invalid or the scenario is missing. */
    public Optional<ExplorationQuestion> question(Optional<Scenario> scenario, Fields fields) {
        int before = fields.at().problems().count();
        Map<String, Grade> given = given(fields);
        List<World> worlds = worlds(fields);
        boolean unratedAny = fields.booleanValue(UNRATED_ANY).orElse(false);
        Optional<Band> index = index(fields);
        Set<String> locked = Vocabulary.indicators(fields, LOCK, vocabulary.catalogue());
        Optional<DiscoveryTarget> discover =
                fields.named(DISCOVER, Band.names(), Band::named).map(band -> new DiscoveryTarget(band, locked));
        if (fields.has(LOCK) && !fields.has(DISCOVER)) {
            fields.reject(LOCK, "WITHOUT_DISCOVER", "Readings are locked for \"discover\", which is missing.");
        }
        if (scenario.isEmpty() || fields.at().problems().count() > before) {
            return Optional.empty();
        }
        return Optional.of(new ExplorationQuestion(scenario.get(), given, worlds, unratedAny, index, discover));
    }

    /** Reports that a reading is taken to have a grade without probability. */
    public static void rejectImpossible(Fields fields, String indicator) {
        fields.object(GIVEN)
                .ifPresent(conditions -> conditions.reject(
                        indicator,
                        "IMPOSSIBLE",
                        "The reading of " + indicator + " has this grade in no case: its probability is 0."));
    }

    /** The grades that readings are taken to have, by indicator. */
    private Map<String, Grade> given(Fields fields) {
        Map<String, Grade> given = new TreeMap<>();
        fields.object(GIVEN)
                .ifPresent(conditions -> conditions.members().keySet().forEach(id -> {
                    if (vocabulary.catalogue().find(id).isEmpty()) {
                        vocabulary.rejectIndicator(id, conditions.at(id));
                    } else {
                        conditions.named(id, GRADES, Grade::named).ifPresent(grade -> given.put(id, grade));
                    }
                }));
        return given;
    }

    /** The band that the indices explain; empty for the likelihood. */
    private Optional<Band> index(Fields fields) {
        return fields.named(INDEX, INDICES, text -> Optional.of(text).filter(ExplorationQuestionParser::isIndex))
                .flatMap(Band::named);
    }

    /** Whether indices can explain this: {@code percent}, the likelihood, or a band by its name. */
    public static boolean isIndex(String text) {
        return text.equals(PERCENT) || Band.named(text).isPresent();
    }

    /** The worlds, with problems for all that is wrong; empty if there are none. */
    public List<World> worlds(Fields fields) {
        List<Fields> items = fields.objects(WORLD);
        List<World> worlds = new ArrayList<>();
        double sum = 0;
        for (Fields item : items) {
            World world = world(item.allowOnly(WORLD_FIELDS), worlds.size() + 1);
            worlds.add(world);
            sum += world.probability();
        }
        Position at = fields.at(WORLD);
        if (items.size() > MOST) {
            at.reject("TOO_LONG", "There are more than " + MOST + " worlds.");
        } else if (fields.has(WORLD) && Math.abs(sum - 1) > ROUNDING) {
            at.reject(
                    "WEIGHTS_NOT_ONE",
                    "The probabilities of the worlds add up to " + Numbers.plain(Numbers.rounded(sum, 6))
                            + ", not to 1.");
        }
        double all = sum;
        return worlds.stream()
                .map(world -> new World(world.name(), world.probability() / all, world.grades()))
                .toList();
    }

    /** Weights, or {@code unknown} as in a scenario. */
    private static Optional<GradeWeights> grades(Node node, Position at) {
        return node instanceof TextNode text && text.text().equals(ReadingParser.UNKNOWN)
                ? Optional.of(new GradeWeights(Map.of(Grade.UNKNOWN, 1.0)))
                : DistributionParser.weights(node, at);
    }

    private World world(Fields item, int number) {
        String name = item.text("name").orElse("world " + number);
        Optional<Double> probability = item.requiredNumber("p");
        if (probability.filter(p -> p <= 0 || p > 1).isPresent()) {
            item.reject("p", "OUT_OF_RANGE", "The probability of a world lies above 0 and is at most 1.");
        }
        Map<String, GradeWeights> grades = new TreeMap<>();
        item.requiredObject("grades")
                .ifPresent(given -> given.members().forEach((id, node) -> {
                    Position at = given.at(id);
                    if (vocabulary.catalogue().find(id).isEmpty()) {
                        vocabulary.rejectIndicator(id, at);
                    } else {
                        grades(node, at).ifPresent(weights -> grades.put(id, weights));
                    }
                }));
        return new World(name, probability.orElse(0.0), grades);
    }
}

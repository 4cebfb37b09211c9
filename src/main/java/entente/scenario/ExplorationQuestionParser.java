package entente.scenario;

import entente.document.Fields;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Parses what is asked of a scenario: conditions, and a verdict whose conditions are sought. */
@RequiredArgsConstructor
public final class ExplorationQuestionParser {

    public static final String GIVEN = "given";
    public static final String UNRATED_ANY = "unratedAny";
    public static final String DISCOVER = "discover";
    private static final String LOCK = "lock";

    /** The fields of a question beside its scenario. */
    public static final List<String> FIELDS = List.of(GIVEN, UNRATED_ANY, DISCOVER, LOCK);

    private static final List<String> GRADES =
            Stream.of(Grade.values()).map(Grade::name).toList();

    private final Vocabulary vocabulary;

    /** What is asked of a scenario; empty, with problems, if any part is invalid or the scenario is missing. */
    public Optional<ExplorationQuestion> question(Optional<Scenario> scenario, Fields fields) {
        int before = fields.at().problems().count();
        Map<String, Grade> given = given(fields);
        boolean unratedAny = fields.booleanValue(UNRATED_ANY).orElse(false);
        Set<String> locked = Vocabulary.indicators(fields, LOCK, vocabulary.catalogue());
        Optional<Discover> discover =
                fields.named(DISCOVER, Band.names(), Band::named).map(band -> new Discover(band, locked));
        if (fields.has(LOCK) && !fields.has(DISCOVER)) {
            fields.reject(LOCK, "WITHOUT_DISCOVER", "Readings are locked for \"discover\", which is missing.");
        }
        if (scenario.isEmpty() || fields.at().problems().count() > before) {
            return Optional.empty();
        }
        return Optional.of(new ExplorationQuestion(scenario.get(), given, unratedAny, discover));
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
}

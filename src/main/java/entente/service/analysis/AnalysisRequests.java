package entente.service.analysis;

import static entente.report.json.InputSchemas.keywords;

import entente.analysis.exploration.Exploration;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.document.Fields;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.Scenario;
import entente.report.json.RecordType;
import entente.report.json.SchemaDefinitions;
import entente.scenario.Vocabulary;
import entente.service.api.RequestBody;
import entente.service.api.ScenarioBody;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What analyses are asked, over HTTP and by assistants. */
public final class AnalysisRequests {

    /** Maximum number of scenarios in a comparison or series. */
    public static final int MAX_SCENARIOS = 32;

    private static final String SCENARIO = "scenario";
    private static final String GIVEN = "given";
    private static final String DISCOVER = "discover";
    private static final String LOCK = "lock";

    private AnalysisRequests() {}

    /** A search for flips: one target, what stays as it is, and how many readings change together. */
    @Described(closed = true)
    public record FlipRequest(
            Scenario scenario,
            @Described(kind = Kind.BAND) Optional<Band> to,

            @Described("Any higher band; one of to, up and down is given.")
            Optional<Boolean> up,

            @Described("Any lower band.") Optional<Boolean> down,

            @Described("Indicators, or groups of them, that stay as they are.")
            Optional<List<String>> lock,

            @Described(value = "Readings that change together. Default: 3.", from = 1, to = FlipSearch.MAX_SIZE)
            Optional<Integer> maxSize) {

        public FlipTarget target() {
            return to.map(FlipTarget::to).orElse(up.orElse(false) ? FlipTarget.UP : FlipTarget.DOWN);
        }

        /** The ids of the indicators that stay as they are. */
        public Set<String> locked(Catalogue catalogue) {
            return lock.orElse(List.of()).stream()
                    .flatMap(id -> catalogue.indicatorIds(id).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        public int size() {
            return maxSize.orElse(3);
        }
    }

    /** @throws entente.service.problem.ProblemException with all problems */
    public static FlipRequest flip(RequestBody body, Catalogue catalogue) {
        FlipRequest request = body.read(FlipRequest.class);
        Fields fields = body.fields();
        Vocabulary.indicators(fields, LOCK, catalogue);
        List<Boolean> targets = List.of(
                fields.has("to"), request.up().orElse(false), request.down().orElse(false));
        if (Collections.frequency(targets, true) != 1) {
            String detail = "Specify exactly one target: \"to\" with a band, \"up\": true or \"down\": true.";
            fields.at().reject("ONE_TARGET", detail, List.of("to", "up", "down"));
        }
        body.check();
        return request;
    }

    @Described(closed = true)
    record TwoScenarios(Scenario before, Scenario after) {}

    @Described(closed = true)
    public record Scenarios(
            @Described(value = "The first is the reference.", from = 2, to = MAX_SCENARIOS)
            List<Scenario> scenarios) {}

    /**
     * The scenarios of a comparison, in one of two forms; the first is the reference.
     *
     * @return at least two
     * @throws entente.service.problem.ProblemException with all problems
     */
    public static List<Scenario> comparison(RequestBody body) {
        Fields fields = body.fields();
        if (!fields.has("scenarios")) {
            TwoScenarios two = body.read(TwoScenarios.class);
            body.check();
            return List.of(two.before(), two.after());
        }
        if (fields.has("before") || fields.has("after")) {
            fields.reject(
                    "scenarios", "ONE_FORM", "Specify either \"before\" and \"after\", or \"scenarios\", not both.");
        }
        List<Scenario> scenarios = body.read(Scenarios.class, "before", "after").scenarios();
        body.check();
        return scenarios;
    }

    /** @param all whether readings without effect are included */
    @Described(closed = true)
    public record SensitivityRequest(Scenario scenario, Optional<Boolean> all) {}

    /** @throws entente.service.problem.ProblemException with all problems */
    static SensitivityRequest sensitivity(RuleBookSnapshot snapshot, ScenarioBody body) {
        Optional<RequestBody> parameters = parameters(snapshot, body);
        if (parameters.isEmpty()) {
            return new SensitivityRequest(body.scenario(snapshot), Optional.empty());
        }
        SensitivityRequest request = parameters.get().read(SensitivityRequest.class);
        parameters.get().check();
        return request;
    }

    /** What {@link #exploration} reads. */
    @Described(closed = true)
    record ExplorationRequest(
            Scenario scenario,

            @Described("Grades that readings are taken to have, by indicator.")
            Optional<Map<String, String>> given,

            @Described("Take every grade of an unrated reading as equally probable.")
            Optional<Boolean> unratedAny,

            @Described(value = "Seek the conditions for this band and those beyond it.", kind = Kind.BAND)
            Optional<Band> discover,

            @Described("Indicators, or groups of them, on which no condition is sought.")
            Optional<List<String>> lock) {}

    /**
     * A scenario to explore, as it is or with conditions and what is asked of it.
     *
     * @throws entente.service.problem.ProblemException with all problems
     */
    static ExplorationQuestion exploration(RuleBookSnapshot snapshot, ScenarioBody body) {
        Optional<RequestBody> parameters = parameters(snapshot, body);
        if (parameters.isEmpty()) {
            return ExplorationQuestion.of(body.scenario(snapshot));
        }
        RequestBody asked = parameters.get();
        Fields fields = asked.allowOnly(SCENARIO, GIVEN, "unratedAny", DISCOVER, LOCK);
        Optional<Scenario> scenario = asked.scenario(SCENARIO);
        int before = fields.at().problems().count();
        Map<String, Grade> given = given(fields, snapshot.vocabulary());
        boolean unratedAny = fields.booleanValue("unratedAny").orElse(false);
        Set<String> locked = Vocabulary.indicators(fields, LOCK, snapshot.book().catalogue());
        Optional<Discover> discover =
                fields.named(DISCOVER, Band.names(), Band::named).map(band -> new Discover(band, locked));
        if (fields.has(LOCK) && !fields.has(DISCOVER)) {
            fields.reject(LOCK, "WITHOUT_DISCOVER", "Readings are locked for \"discover\", which is missing.");
        }
        Optional<ExplorationQuestion> question = scenario.filter(
                        read -> fields.at().problems().count() == before)
                .map(read -> new ExplorationQuestion(read, given, unratedAny, discover));
        question.stream()
                .flatMap(valid -> new Exploration(snapshot.assessor()).impossible(valid).stream())
                .forEach(id -> fields.object(GIVEN)
                        .ifPresent(conditions -> conditions.reject(
                                id,
                                "IMPOSSIBLE",
                                "The reading of " + id + " has this grade in no case: its probability is 0.")));
        asked.check();
        return question.orElseThrow();
    }

    /** The grades that readings are taken to have, by indicator. */
    private static Map<String, Grade> given(Fields fields, Vocabulary vocabulary) {
        Map<String, Grade> given = new TreeMap<>();
        List<String> grades = Stream.of(Grade.values()).map(Grade::name).toList();
        fields.object(GIVEN)
                .ifPresent(conditions -> conditions.members().keySet().forEach(id -> {
                    if (vocabulary.catalogue().find(id).isEmpty()) {
                        vocabulary.rejectIndicator(id, conditions.at(id));
                    } else {
                        conditions.named(id, grades, Grade::named).ifPresent(grade -> given.put(id, grade));
                    }
                }));
        return given;
    }

    /** The body if it holds a scenario beside parameters; empty if it is itself one. */
    private static Optional<RequestBody> parameters(RuleBookSnapshot snapshot, ScenarioBody body) {
        return body.isSheet()
                ? Optional.empty()
                : Optional.of(new RequestBody(snapshot, body.bytes()))
                        .filter(asked -> asked.fields().has(SCENARIO));
    }

    /** Adds the schemas by the names that operations use. */
    public static void addTo(SchemaDefinitions schemas) {
        Map<String, Object> scenario = schemas.reference(SCENARIO);
        schemas.add("flip-request", schema(FlipRequest.class, schemas));
        schemas.add(
                "comparison-request",
                keywords("oneOf", List.of(schema(TwoScenarios.class, schemas), schema(Scenarios.class, schemas))));
        schemas.add(
                "sensitivity-request", keywords("anyOf", List.of(scenario, schema(SensitivityRequest.class, schemas))));
        schemas.add(
                "exploration-request", keywords("anyOf", List.of(scenario, schema(ExplorationRequest.class, schemas))));
    }

    private static Map<String, Object> schema(Class<? extends Record> request, SchemaDefinitions schemas) {
        return RecordType.of(request).definition(schemas);
    }
}

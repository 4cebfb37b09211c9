package entente.quality.cases;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the scenarios of a case file with the scenario reader; problems refer to locations in the case file. */
final class SituationParser {

    private static final List<String> SCENARIO_FIELDS = List.of("extends", "horizonYears", "asOf", "assumptions");
    private static final String READINGS = "readings";

    private final ScenarioReader reader;
    private final ScenarioSource source;
    private final ProblemCollector problems;
    private final Fields file;
    private final String id;
    private final String title;

    SituationParser(
            RuleBook book,
            ScenarioSource source,
            ProblemCollector problems,
            Fields file,
            String name,
            String sentence) {
        this.reader = new ScenarioReader(Vocabulary.of(book));
        this.source = source;
        this.problems = problems;
        this.file = file;
        // Results name the case; the id only makes the scenario valid.
        this.id = name.matches("[a-z0-9][a-z0-9-]{0,63}") ? name : "case";
        this.title = sentence.isBlank() ? "A case" : sentence.replaceAll("\\p{Cntrl}", " ");
    }

    /**
     * The situation of the file with overrides.
     *
     * @param entry overrides parent, date, horizon and assumptions of the file
     * @param layers readings that override those of the file; the last one takes precedence
     */
    Optional<Scenario> scenario(Optional<Fields> entry, List<Fields> layers) {
        Map<String, Node> readings = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        Node own = file.get(READINGS).orElseGet(() -> new ObjectNode(Map.of(), file.location()));
        if (own instanceof ObjectNode object) {
            readings.putAll(object.members());
        }
        for (Fields layer : layers) {
            layer.members().forEach((indicator, reading) -> {
                readings.put(indicator, reading);
                origins.put(Position.below("#/" + READINGS, indicator), layer.pointer(indicator));
            });
        }
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("id", new TextNode(id, SourceLocation.NONE));
        members.put("title", new TextNode(title, file.location("sentence")));
        for (String name : SCENARIO_FIELDS) {
            file.get(name).ifPresent(value -> members.put(name, value));
            entry.ifPresent(given -> given.get(name).ifPresent(value -> {
                members.put(name, value);
                origins.put("#/" + name, given.pointer(name));
            }));
        }
        members.put(READINGS, own instanceof ObjectNode ? new ObjectNode(readings, own.location()) : own);
        ScenarioResult result = reader.read(new ObjectNode(members, file.location()), source);
        if (result instanceof ScenarioResult.Refused refused) {
            problems.addAll(refused.problems(), pointer -> relocated(pointer, origins));
            return Optional.empty();
        }
        return Optional.of(((ScenarioResult.Accepted) result).scenario());
    }

    /** The pointer into the case file of a pointer into the scenario. */
    private static String relocated(String pointer, Map<String, String> origins) {
        return origins.entrySet().stream()
                .filter(origin -> pointer.equals(origin.getKey()) || pointer.startsWith(origin.getKey() + "/"))
                .findFirst()
                .map(origin ->
                        origin.getValue() + pointer.substring(origin.getKey().length()))
                .orElse(pointer);
    }
}

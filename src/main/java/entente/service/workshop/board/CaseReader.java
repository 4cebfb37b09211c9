package entente.service.workshop.board;

import entente.document.CanonicalJson;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.model.Reading;
import entente.model.Scenario;
import entente.scenario.CanonicalScenario;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.GroupReadings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Makes the scenarios of groups from the baseline of a workshop, as files that every command reads. */
public final class CaseReader {

    private static final String READINGS = "readings";

    @Getter
    private final RuleBookSnapshot snapshot;

    private final Map<String, Object> file;

    @Getter
    private final Scenario baseline;

    /**
     * @param resolved the baseline with its parents applied
     * @throws ProblemException CONFLICT if the rule book has changed so that it is not valid any more
     */
    public CaseReader(RuleBookSnapshot snapshot, String resolved) {
        this.snapshot = snapshot;
        this.file = members(tree(resolved));
        try {
            this.baseline = snapshot.read(resolved.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException invalid) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "The rule book has changed since the workshop was created, and its baseline is not valid under it.");
        }
    }

    /** The scenario of a group with these readings. */
    public Scenario scenario(GroupReadings readings) {
        return readings.values().isEmpty() ? baseline : snapshot.read(bytes(changed(file, readings)));
    }

    /** The same with an id and a title of its own. */
    public Scenario scenario(String id, String title, GroupReadings readings) {
        return snapshot.read(scenarioFile(id, title, readings).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as a file. */
    public String scenarioFile(String id, String title, GroupReadings readings) {
        Map<String, Object> changed = changed(file, readings);
        changed.put("id", id);
        changed.put("title", title);
        return CanonicalScenario.write(
                Documents.json(bytes(changed), DocumentLimits.SCENARIO).root().orElseThrow());
    }

    /** Without readings that are as in the baseline. */
    public GroupReadings differing(GroupReadings readings) {
        Map<String, OptionalDouble> differing = new TreeMap<>(readings.values());
        differing.entrySet().removeIf(one -> isBaseline(baseline.reading(one.getKey()), one.getValue()));
        return new GroupReadings(differing);
    }

    private static boolean isBaseline(Reading reading, OptionalDouble value) {
        return reading.value().equals(value);
    }

    private static Map<String, Object> changed(Map<String, Object> file, GroupReadings changes) {
        Map<String, Object> changed = new LinkedHashMap<>(file);
        Map<String, Object> readings = members(file.get(READINGS));
        changes.values().forEach((indicator, value) -> readings.put(indicator, reading(value)));
        changed.put(READINGS, readings);
        return changed;
    }

    /** A reading as a group sets it: assumed, without the source of the value that it replaces. */
    static Map<String, Object> reading(OptionalDouble value) {
        return value.isPresent()
                ? Map.of("value", value.getAsDouble(), "status", "assumed")
                : Map.of("status", "unknown");
    }

    static byte[] bytes(Map<String, Object> file) {
        return CanonicalJson.write(file).getBytes(StandardCharsets.UTF_8);
    }

    private static Object tree(String json) {
        return Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO)
                .root()
                .flatMap(root -> root.toJava())
                .orElseThrow();
    }

    private static Map<String, Object> members(@Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put((String) name, member));
        }
        return members;
    }
}

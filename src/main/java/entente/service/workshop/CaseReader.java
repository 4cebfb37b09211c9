package entente.service.workshop;

import entente.document.CanonicalJson;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.model.Problem;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.scenario.CanonicalScenario;
import entente.scenario.ScenarioResult;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopBoard.CaseVerdict;
import entente.service.workshop.WorkshopGroup.Standing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Makes the scenarios of groups from the baseline of a workshop, as files that every command reads. */
final class CaseReader {

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
    CaseReader(RuleBookSnapshot snapshot, String resolved) {
        this.snapshot = snapshot;
        this.file = members(tree(resolved));
        try {
            this.baseline = snapshot.read(resolved.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException invalid) {
            throw ProblemType.CONFLICT.problem(
                    "The rule book has changed since the workshop was created, and its baseline is not valid under it.");
        }
    }

    /** The scenario of a group with these readings. */
    Scenario scenario(GroupReadings readings) {
        return readings.values().isEmpty() ? baseline : snapshot.read(bytes(changed(file, readings)));
    }

    /** The same with an id and a title of its own. */
    Scenario scenario(String id, String title, GroupReadings readings) {
        return snapshot.read(scenarioFile(id, title, readings).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as a file. */
    String scenarioFile(String id, String title, GroupReadings readings) {
        Map<String, Object> changed = changed(file, readings);
        changed.put("id", id);
        changed.put("title", title);
        return CanonicalScenario.write(
                Documents.json(bytes(changed), DocumentLimits.SCENARIO).root().orElseThrow());
    }

    /** The verdict that a move is answered with, which is cheaper. */
    Standing standing(GroupReadings readings) {
        var point = snapshot.assessor().pointAssessment(scenario(readings));
        return new Standing(point.likelihood(), point.relationship());
    }

    /** The verdict with the interval and what would narrow it. */
    CaseVerdict verdict(GroupReadings readings) {
        Scenario scenario = scenario(readings);
        return new CaseVerdict(
                readings,
                snapshot.assessor().rangeAssessment(scenario),
                scenario.readings().values().stream().anyMatch(reading -> reading.status() != ReadingStatus.UNKNOWN));
    }

    /** Without readings that are as in the baseline. */
    GroupReadings differing(GroupReadings readings) {
        Map<String, OptionalDouble> differing = new TreeMap<>(readings.values());
        differing
                .entrySet()
                .removeIf(one -> baseline.reading(one.getKey()).value().equals(one.getValue()));
        return new GroupReadings(differing);
    }

    private static Map<String, Object> changed(Map<String, Object> file, GroupReadings changes) {
        Map<String, Object> changed = new LinkedHashMap<>(file);
        Map<String, Object> readings = members(file.get(READINGS));
        changes.values().forEach((indicator, value) -> readings.put(indicator, reading(value)));
        changed.put(READINGS, readings);
        return changed;
    }

    /** A reading as a group sets it: assumed, without the source of the value that it replaces. */
    private static Map<String, Object> reading(OptionalDouble value) {
        return value.isPresent()
                ? Map.of("value", value.getAsDouble(), "status", "assumed")
                : Map.of("status", "unknown");
    }

    private static byte[] bytes(Map<String, Object> file) {
        return CanonicalJson.write(file).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Checks the readings of a move as those of a scenario are checked.
     *
     * @param pointer of the list of changes in the body; what names no indicator is a problem of the body already
     */
    static List<Problem> problems(RuleBookSnapshot snapshot, List<Change> changes, String pointer) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (change.indicator().isEmpty()) {
                continue;
            }
            // A reading that is taken back must exist as well.
            Map<String, Object> file = Map.of(
                    "schemaVersion",
                    "1",
                    "id",
                    "move",
                    "title",
                    "Move",
                    READINGS,
                    Map.of(change.indicator(), reading(change.value().orElse(OptionalDouble.empty()))));
            if (snapshot.reader().read(bytes(file), snapshot.scenarioSource())
                    instanceof ScenarioResult.Refused refused) {
                String at = pointer + "/" + i;
                refused.problems().stream()
                        .filter(problem -> problem.pointer().startsWith("#/" + READINGS + "/"))
                        .map(problem -> problem.withPointer(
                                        at + (problem.code().equals("UNKNOWN_INDICATOR") ? "/indicator" : "/value"))
                                .at(0, 0))
                        .forEach(problems::add);
            }
        }
        return problems;
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

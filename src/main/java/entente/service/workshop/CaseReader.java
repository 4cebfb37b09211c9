package entente.service.workshop;

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
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import lombok.Getter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the scenarios of groups from the baseline of a workshop, as files that every command reads. */
final class CaseReader {

    private static final String READINGS = "readings";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    @Getter
    private final RuleBookSnapshot snapshot;

    private final ObjectNode file;

    @Getter
    private final Scenario baseline;

    /**
     * @param resolved the baseline with its parents applied
     * @throws ProblemException CONFLICT if the rule book has changed so that it is not valid any more
     */
    CaseReader(RuleBookSnapshot snapshot, String resolved) {
        this.snapshot = snapshot;
        this.file = (ObjectNode) JSON.readTree(resolved);
        try {
            this.baseline = snapshot.read(resolved.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException invalid) {
            throw ProblemType.CONFLICT.problem(
                    "The rule book has changed since the workshop was created, and its baseline is not valid under it.");
        }
    }

    /** The scenario of a group with these readings. */
    Scenario scenario(GroupReadings readings) {
        return readings.values().isEmpty() ? baseline : snapshot.read(bytes(changed(readings)));
    }

    /** The same with an id and a title of its own. */
    Scenario scenario(String id, String title, GroupReadings readings) {
        return snapshot.read(scenarioFile(id, title, readings).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as a file. */
    String scenarioFile(String id, String title, GroupReadings readings) {
        ObjectNode changed = changed(readings).put("id", id).put("title", title);
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
        return CaseVerdict.of(
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

    private ObjectNode changed(GroupReadings changes) {
        ObjectNode changed = file.deepCopy();
        ObjectNode readings = changed.withObjectProperty(READINGS);
        changes.values().forEach((indicator, value) -> readings.set(indicator, reading(value)));
        return changed;
    }

    /** A reading as a group sets it: assumed, without the source of the value that it replaces. */
    private static ObjectNode reading(OptionalDouble value) {
        ObjectNode reading = JSON.createObjectNode();
        return value.isPresent()
                ? reading.put("value", value.getAsDouble()).put("status", "assumed")
                : reading.put("status", "unknown");
    }

    /** By way of text: unlike bytes, it may hold half a surrogate pair, which the reader of scenarios reports. */
    private static byte[] bytes(ObjectNode file) {
        return JSON.writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
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
            ObjectNode file = JSON.createObjectNode()
                    .put("schemaVersion", "1")
                    .put("id", "move")
                    .put("title", "Move");
            file.putObject(READINGS)
                    .set(change.indicator(), reading(change.value().orElse(OptionalDouble.empty())));
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
}

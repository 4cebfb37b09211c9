package entente.scenario;

import entente.model.Problem;
import entente.model.Scenario;
import java.util.List;
import java.util.Map;
import lombok.With;

/** A validated scenario or all problems of the file. */
public sealed interface ScenarioResult {

    /**
     * @param cells of a spreadsheet, by the pointer of the value that they hold; empty for another file
     */
    record Accepted(Scenario scenario, @With Map<String, String> cells) implements ScenarioResult {

        public Accepted(Scenario scenario) {
            this(scenario, Map.of());
        }
    }

    record Refused(List<Problem> problems) implements ScenarioResult {}
}

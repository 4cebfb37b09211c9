package entente.scenario;

import entente.model.Problem;
import entente.model.Scenario;
import java.util.List;

/** A validated scenario or all problems of the file. */
public sealed interface ScenarioResult {

    record Accepted(Scenario scenario) implements ScenarioResult {}

    record Refused(List<Problem> problems) implements ScenarioResult {}
}

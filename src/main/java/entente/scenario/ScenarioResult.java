package entente.scenario;

import entente.model.Problem;
import entente.model.Scenario;
import java.util.List;

/** A checked scenario or everything that is wrong with the file; never half of one. */
public sealed interface ScenarioResult {

    record Accepted(Scenario scenario) implements ScenarioResult {}

    record Refused(List<Problem> problems) implements ScenarioResult {}
}

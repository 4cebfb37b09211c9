package entente.scenario;

import entente.domain.Problem;
import entente.domain.Scenario;
import java.util.List;

/** A checked scenario or everything that is wrong with the file; never half of one. */
public sealed interface ScenarioResult {

    record Accepted(Scenario scenario) implements ScenarioResult {}

    record Refused(List<Problem> problems) implements ScenarioResult {}
}

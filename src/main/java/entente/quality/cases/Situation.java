package entente.quality.cases;

import entente.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * A scenario with its expectations.
 *
 * @param given its readings in short form; empty if the case has one situation
 */
public record Situation(Optional<String> given, Scenario scenario, List<Expectation> expectations) {}

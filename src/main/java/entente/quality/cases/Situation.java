package entente.quality.cases;

import entente.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * A scenario with what must follow from it.
 *
 * @param given its readings in short; empty where a case has but one situation
 */
public record Situation(Optional<String> given, Scenario scenario, List<Expectation> expectations) {}

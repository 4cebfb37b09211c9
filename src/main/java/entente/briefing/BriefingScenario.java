package entente.briefing;

import entente.model.Scenario;
import java.util.Optional;

/**
 * A scenario as the rule book reads it and as the rival one does.
 *
 * @param forRival empty without a rival rule book
 */
public record BriefingScenario(Scenario own, Optional<Scenario> forRival) {

    public static BriefingScenario of(Scenario own) {
        return new BriefingScenario(own, Optional.empty());
    }
}

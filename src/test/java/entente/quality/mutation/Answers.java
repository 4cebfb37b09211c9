package entente.quality.mutation;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import java.util.HashMap;
import java.util.Map;

/** Assessments under one rule book, cached because scenarios with many unknown readings are slow. Not thread-safe. */
final class Answers {

    private final Assessor assessor;
    private final Map<String, Assessment> given = new HashMap<>();

    Answers(Assessor assessor) {
        this.assessor = assessor;
    }

    Assessor assessor() {
        return assessor;
    }

    /** The assessment of a shipped scenario. */
    Assessment of(Scenario scenario) {
        return given.computeIfAbsent(scenario.id(), id -> assessor.assess(scenario));
    }
}

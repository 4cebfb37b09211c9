package entente.report.briefing;

import entente.model.Scenario;

/**
 * The tense of a briefing: a scenario of the past whose outcome is on record is told in the past. No clock decides it.
 *
 * @param past whether the outcome is on record
 */
record Tense(boolean past) {

    static Tense of(Scenario scenario) {
        return new Tense(scenario.observed().isPresent());
    }

    /** One of two forms of a verb. */
    String of(String present, String past) {
        return this.past ? past : present;
    }
}

package entente.report.briefing;

import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.report.wording.Wording;

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

    /** The claim of a rule as a sentence. A past one is quoted where it speaks of the present. */
    String claim(Rule rule) {
        String claim = Wording.sentence(Wording.claim(rule));
        return past && !claim.contains(" would ") ? "Rule: “" + claim + "”" : claim;
    }
}

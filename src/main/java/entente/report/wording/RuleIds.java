package entente.report.wording;

import entente.model.assessment.Assessment;
import entente.model.rule.Rule;

/** Adds the id of each rule to its claim, so that a reader can look it up. */
public final class RuleIds {

    private RuleIds() {}

    /** The assessment with claims such as "The threat deters [us_punishment_credible].", for texts only. */
    public static Assessment shown(Assessment assessment) {
        return assessment.withLedger(assessment.ledger().stream()
                .map(row -> row.withRule(row.rule().withClaim(claim(row.rule()))))
                .toList());
    }

    private static String claim(Rule rule) {
        return Wording.claim(rule) + " [" + rule.id() + "].";
    }
}

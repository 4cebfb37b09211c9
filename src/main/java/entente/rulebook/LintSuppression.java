package entente.rulebook;

import entente.model.rule.RuleBookLocation;

/**
 * A comment in a book that allows a finding: {@code // lint allows CODE: reason}.
 *
 * @param code as it is written, known or not
 * @param subject the rule, indicator, group or item that it stands at; empty when at none
 */
public record LintSuppression(String code, String subject, String reason, RuleBookLocation location) {}

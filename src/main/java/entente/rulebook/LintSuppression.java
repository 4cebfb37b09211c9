package entente.rulebook;

import entente.model.rule.RuleBookLocation;

/**
 * A comment in a book that suppresses a lint finding: {@code // lint allows CODE: reason}.
 *
 * @param code as written, possibly unknown
 * @param subject id of the rule, indicator, group or item that the comment belongs to; empty if there is none
 */
public record LintSuppression(String code, String subject, String reason, RuleBookLocation location) {}

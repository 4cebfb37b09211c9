package entente.quality.lint;

import entente.model.rule.RuleBookLocation;

/** Why a book does not load. */
public record LintFault(String code, RuleBookLocation location, String detail) {}

package entente.quality.lint;

import entente.model.rule.RuleBookLocation;

/** A fault because of which a rule book does not load. */
public record LintFault(String code, RuleBookLocation location, String detail) {}

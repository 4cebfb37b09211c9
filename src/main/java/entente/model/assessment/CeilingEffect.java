package entente.model.assessment;

import entente.model.Points;
import entente.model.rule.Ceiling;

/** What a ceiling in force took back. */
public record CeilingEffect(String rule, Ceiling ceiling, Points reduction) {}

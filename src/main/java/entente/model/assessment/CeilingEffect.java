package entente.model.assessment;

import entente.model.Points;
import entente.model.rule.Ceiling;

/** The points that an applied ceiling removed. */
public record CeilingEffect(String rule, Ceiling ceiling, Points reduction) {}

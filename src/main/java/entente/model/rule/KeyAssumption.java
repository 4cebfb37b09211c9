package entente.model.rule;

import entente.model.RuleCondition;
import java.util.List;
import java.util.Optional;

/**
 * An assumption on which the argument of the article rests.
 *
 * @param indicator id of the indicator whose reading supports it
 * @param holds what that reading must be for the assumption to hold; empty where no reading contradicts it
 */
public record KeyAssumption(String words, List<String> cites, String indicator, Optional<RuleCondition> holds) {}

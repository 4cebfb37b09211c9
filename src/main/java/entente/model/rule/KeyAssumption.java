package entente.model.rule;

import java.util.List;

/**
 * An assumption on which the argument of the article rests.
 *
 * @param indicator id of the indicator whose reading supports it
 */
public record KeyAssumption(String words, List<String> cites, String indicator) {}

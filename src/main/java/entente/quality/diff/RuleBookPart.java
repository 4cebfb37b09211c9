package entente.quality.diff;

import entente.model.rule.RuleBookTable;
import java.util.List;
import java.util.Set;

/**
 * What is taken from the second of two rule books as one.
 *
 * @param of ids by which shares name it
 */
public record RuleBookPart(List<String> ids, Set<String> rules, Set<RuleBookTable> tables) {}

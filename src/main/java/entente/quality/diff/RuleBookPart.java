package entente.quality.diff;

import entente.model.rule.RuleBookTable;
import java.util.List;
import java.util.Set;

/**
 * A unit of attribution between two rule books.
 *
 * @param ids ids in the shares
 */
record RuleBookPart(List<String> ids, Set<String> rules, Set<RuleBookTable> tables) {}

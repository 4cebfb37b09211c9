package entente.rulebook;

import entente.model.rule.ArticleReference;
import entente.model.rule.InventoryItem;
import entente.model.rule.KeyAssumption;
import java.util.List;

/** What a rule book says of the article that it encodes; no verdict needs it. */
public record Inventory(ArticleReference article, List<InventoryItem> items, List<KeyAssumption> keyAssumptions) {}

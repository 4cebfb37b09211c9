package entente.rulebook;

import entente.model.rule.InventoryItem;
import entente.model.rule.RuleBook;
import java.util.List;

/**
 * A compiled rule book ready for use.
 *
 * @param tables truth tables, filled by Drools when the book was compiled
 * @param classLoader loads the compiled rules and the other resources of the compiled book
 */
public record LoadedRuleBook(RuleBook book, TruthTables tables, ClassLoader classLoader) {

    /** What the article says, item by item. */
    public List<InventoryItem> inventory() {
        return about().items();
    }

    /** The article that the book encodes. */
    public Inventory about() {
        return RecordBytes.read(CompiledRuleBook.bytes(classLoader, CompiledRuleBook.INVENTORY), Inventory.class);
    }

    /** Inference by Drools with the compiled rules; loading takes about 250 ms. */
    public Inference drools() {
        return DroolsRules.load(classLoader, book);
    }
}

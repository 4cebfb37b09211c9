package entente.rulebook;

import entente.model.rule.InventoryItem;
import entente.model.rule.RuleBook;
import java.util.List;

/**
 * A rule book ready to be asked.
 *
 * @param tables Drools' answers, kept when the book was compiled
 * @param model loads the compiled rules and the rest of the compiled book
 */
public record LoadedRuleBook(RuleBook book, TruthTables tables, ClassLoader classLoader) {

    /** What the article says, item by item. */
    public List<InventoryItem> inventory() {
        return NormalForm.inventory(CompiledRuleBook.text(classLoader, CompiledRuleBook.INVENTORY));
    }

    /** Drools itself over the compiled rules; loading it takes a quarter of a second. */
    public Inference drools() {
        return DroolsInference.load(classLoader, book.rules().size());
    }
}

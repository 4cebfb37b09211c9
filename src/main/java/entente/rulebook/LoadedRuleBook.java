package entente.rulebook;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.SourceLocation;
import entente.model.rule.Inventory;
import entente.model.rule.Inventory.InventoryItem;
import entente.model.rule.RuleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The catalogue and the weights as their files give them, without the version and the texts, on which no result depends. */
    public Node figures() {
        Map<String, Node> figures = new LinkedHashMap<>();
        for (String file : List.of(CompiledRuleBook.WEIGHTS, CompiledRuleBook.CATALOGUE)) {
            Document read = Documents.yaml(CompiledRuleBook.bytes(classLoader, file), DocumentLimits.BOOK);
            if (read.root().map(NormalForm::withoutTexts).orElseThrow() instanceof Node.ObjectNode root) {
                figures.putAll(root.members());
            }
        }
        figures.remove("version");
        return new Node.ObjectNode(figures, SourceLocation.NONE);
    }

    /** Inference by Drools with the compiled rules; loading takes about 250 ms. */
    public Inference drools() {
        return DroolsRules.load(classLoader, book);
    }
}

package entente.rulebook;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * What scoring needs of a compiled rule book, to be sent to other processes: they neither compile nor start Drools.
 *
 * @param book normal form
 * @param digests of the rule book
 * @param tables truth tables, filled by Drools when the book was compiled
 */
public record PortableRuleBook(String book, String digests, String tables) implements Serializable {

    public static PortableRuleBook of(LoadedRuleBook loaded) {
        ClassLoader compiled = loaded.classLoader();
        return new PortableRuleBook(
                CompiledRuleBook.text(compiled, CompiledRuleBook.BOOK),
                CompiledRuleBook.text(compiled, CompiledRuleBook.DIGESTS),
                CompiledRuleBook.text(compiled, CompiledRuleBook.TABLES));
    }

    /** The book without the rules and the inventory: it cannot infer with Drools. */
    public LoadedRuleBook load() {
        return new LoadedRuleBook(
                NormalForm.read(book.getBytes(StandardCharsets.UTF_8), NormalForm.Digests.parse(digests)),
                TruthTables.of(tables),
                PortableRuleBook.class.getClassLoader());
    }
}

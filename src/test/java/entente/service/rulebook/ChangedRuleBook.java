package entente.service.rulebook;

import entente.model.rule.RuleBook;
import entente.rulebook.LoadedRuleBook;
import entente.testkit.Shipped;
import java.util.Optional;

/** Activates another rule book at once, for tests of work in progress. */
public final class ChangedRuleBook {

    private ChangedRuleBook() {}

    /** The shipped book under another version and digest. */
    public static RuleBookSnapshot of(String version, String sha256) {
        RuleBook book = Shipped.BOOK.book();
        RuleBook other = new RuleBook(
                version,
                sha256,
                book.textsSha256(),
                book.catalogue(),
                book.rules(),
                book.weights(),
                book.ceilings(),
                book.relationship(),
                book.referenceClasses(),
                book.confidence(),
                book.otherReading());
        return new RuleBookSnapshot(
                new LoadedRuleBook(other, Shipped.BOOK.tables(), Shipped.BOOK.classLoader()),
                Optional.empty(),
                Shipped.SHELF);
    }

    public static void putInForce(ActiveRuleBook activeRuleBook, RuleBookSnapshot snapshot) {
        activeRuleBook.accept(snapshot);
    }
}

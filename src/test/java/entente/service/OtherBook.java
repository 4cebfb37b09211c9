package entente.service;

import entente.Shipped;
import entente.domain.RuleBook;
import entente.rules.OpenBook;

/** Another book in force at once, for tests of what is under way meanwhile. */
public final class OtherBook {

    private OtherBook() {}

    /** The shipped book under another version and digest. */
    public static Edition of(String version, String sha256) {
        RuleBook book = Shipped.BOOK.book();
        RuleBook other = new RuleBook(
                version,
                sha256,
                book.catalogue(),
                book.rules(),
                book.weights(),
                book.ceilings(),
                book.relationship(),
                book.baseRates(),
                book.outsideView(),
                book.confidence(),
                book.otherReading());
        return new Edition(new OpenBook(other, Shipped.BOOK.tables(), Shipped.BOOK.model()), Shipped.SHELF);
    }

    public static void putInForce(InForce inForce, Edition edition) {
        inForce.accept(edition);
    }
}

package entente.book;

import entente.Shipped;
import entente.assessment.Assessor;
import entente.domain.Assessment;
import entente.rules.OpenBook;
import entente.rules.RuleBookException;
import entente.rules.RuleBooks;
import entente.upkeep.CaseFiles;
import java.nio.file.Path;

/** The rival book below the shipped one, opened once, with its worked cases. */
final class Rival {

    static final Path RULES = Shipped.RULES.resolve("rival");
    static final OpenBook BOOK = open();
    static final Assessor ASSESSOR = new Assessor(BOOK);
    static final CaseFiles CASES = CaseFiles.read(CaseFiles.of(RULES), BOOK.book(), Shipped.SHELF);

    private Rival() {}

    private static OpenBook open() {
        try {
            return RuleBooks.open(RULES, Shipped.CACHE);
        } catch (RuleBookException wrong) {
            throw new IllegalStateException(wrong.faults().toString(), wrong);
        }
    }

    /** A shipped scenario as the rival reads it. */
    static Assessment assess(String id) {
        return ASSESSOR.assess(Shipped.scenario(id));
    }
}

package entente.rulebook.shipped;

import entente.model.assessment.Assessment;
import entente.quality.cases.CaseFiles;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import java.nio.file.Path;

/** The rival book in the subfolder of the shipped one, loaded once, with its worked cases. */
final class RivalBook {

    static final Path RULES = Shipped.RULES.resolve("rival");
    static final LoadedRuleBook BOOK = Shipped.open(RULES);
    static final Assessor ASSESSOR = new Assessor(BOOK);
    static final CaseFiles CASES = CaseFiles.read(CaseFiles.folder(RULES), BOOK.book(), Shipped.SHELF);

    private RivalBook() {}

    /** A shipped scenario read with the rival book. */
    static Assessment assess(String id) {
        return ASSESSOR.assess(Shipped.scenario(id));
    }
}

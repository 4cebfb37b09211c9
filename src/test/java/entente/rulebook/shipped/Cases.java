package entente.rulebook.shipped;

import entente.model.Scenario;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.RuleCase;
import entente.quality.cases.RuleCase.Situation;
import entente.testkit.Shipped;
import java.util.List;

/** The worked cases {@code rules/cases/*.json}, read with the production code. */
final class Cases {

    static final CaseFiles FILES = CaseFiles.read(CaseFiles.folder(Shipped.RULES), Shipped.BOOK.book(), Shipped.SHELF);

    private Cases() {}

    static List<RuleCase> all() {
        return FILES.cases();
    }

    static List<Scenario> scenarios() {
        return all().stream()
                .flatMap(one -> one.situations().stream())
                .map(Situation::scenario)
                .toList();
    }
}

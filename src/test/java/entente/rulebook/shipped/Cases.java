package entente.rulebook.shipped;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.RuleCase;
import entente.quality.cases.RuleCase.Situation;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    static Map<String, LedgerRow> rows(Assessment assessment) {
        return assessment.ledger().stream()
                .collect(Collectors.toMap(row -> row.rule().id(), Function.identity(), (a, b) -> a, TreeMap::new));
    }
}

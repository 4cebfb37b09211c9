package entente.rulebook.shipped;

import entente.quality.cases.CaseFiles;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.FolderScenarioSource;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.List;

/** The book on the second pair of powers and its scenarios, loaded once. */
final class SecondPair {

    static final Path RULES = Shipped.RULES.resolve("us-india");
    static final Path SCENARIOS = Shipped.SCENARIOS.resolve("us-india");
    static final LoadedRuleBook BOOK = Shipped.open(RULES);
    static final FolderScenarioSource SHELF = new FolderScenarioSource(List.of(SCENARIOS));
    static final CaseFiles CASES = CaseFiles.read(CaseFiles.folder(RULES), BOOK.book(), SHELF);

    private SecondPair() {}
}

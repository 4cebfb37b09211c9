package entente.quality.lint;

import entente.model.rule.InventoryItem;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookLocation;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.TruthTables;
import java.util.List;
import java.util.Optional;

/**
 * The linter of rule books. It looks at books that load; what keeps a book from loading is reported as it is. Grades are
 * few, so most of what it says is proved over all worlds and not guessed from the text.
 */
public final class Linter {

    /** The tag that the engine itself speaks of: a claim that bears it says that a defence treaty is in force. */
    static final String PACT = "pact";

    private Linter() {}

    /** Looks at a whole book. */
    public static LintReport lint(LoadedRuleBook open, RuleBookLocations places) {
        return lint(open.book(), open.tables(), open.inventory(), places);
    }

    /** Looks at a book whose parts are at hand. */
    public static LintReport lint(
            RuleBook book, TruthTables tables, List<InventoryItem> inventory, RuleBookLocations places) {
        LintContext linting = new LintContext(book, inventory, places);
        new ConditionChecks(linting).check();
        new PairChecks(linting).check();
        new CardChecks(linting).check();
        new SignChecks(linting).check();
        new OverrideChecks(linting).check();
        new CatalogueChecks(linting).check();
        new SourceChecks(linting).check();
        new WeightChecks(linting).check();
        new EffectChecks(linting, tables).check();
        return new LintReport(
                Optional.of(book),
                List.of(),
                LintSuppressions.apply(linting.findings(), places.suppressions()).stream()
                        .filter(finding -> !places.inSharedCatalogue(finding.location()))
                        .sorted()
                        .toList());
    }

    /** The report on a book that does not load. */
    public static LintReport invalid(List<RuleBookFault> faults) {
        return new LintReport(
                Optional.empty(),
                faults.stream()
                        .map(f -> new LintFault(f.code(), new RuleBookLocation(f.file(), f.line()), f.detail()))
                        .toList(),
                List.of());
    }
}

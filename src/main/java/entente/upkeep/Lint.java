package entente.upkeep;

import entente.domain.BookPlace;
import entente.domain.InventoryItem;
import entente.domain.LintFault;
import entente.domain.LintReport;
import entente.domain.RuleBook;
import entente.rules.BookFault;
import entente.rules.BookPlaces;
import entente.rules.OpenBook;
import entente.rules.Tables;
import java.util.List;
import java.util.Optional;

/**
 * The linter of rule books. It looks at books that load; what keeps a book from loading is reported as it is. Grades are
 * few, so most of what it says is proved over all worlds and not guessed from the text.
 */
public final class Lint {

    /** The tag that the engine itself speaks of: a claim that bears it says that a defence treaty is in force. */
    static final String PACT = "pact";

    private Lint() {}

    /** Looks at a whole book. */
    public static LintReport of(OpenBook open, BookPlaces places) {
        return of(open.book(), open.tables(), open.inventory(), places);
    }

    /** Looks at a book whose parts are at hand. */
    public static LintReport of(RuleBook book, Tables tables, List<InventoryItem> inventory, BookPlaces places) {
        Linting linting = new Linting(book, inventory, places);
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
                Allowances.apply(linting.findings(), places.permissions()).stream()
                        .filter(finding -> !places.ofAnotherBook(finding.place()))
                        .sorted()
                        .toList());
    }

    /** The report on a book that does not load. */
    public static LintReport broken(List<BookFault> faults) {
        return new LintReport(
                Optional.empty(),
                faults.stream()
                        .map(f -> new LintFault(f.code(), new BookPlace(f.file(), f.line()), f.detail()))
                        .toList(),
                List.of());
    }
}

package entente.quality.lint;

import entente.model.rule.RuleBookLocation;
import entente.quality.cases.RuleCase;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.TruthTables;
import java.util.List;
import java.util.Optional;

/**
 * Static checks of rule books. Faults that prevent loading are reported as they are. Grades are few, so most findings
 * are proved over all graded scenarios.
 */
public final class Linter {

    private Linter() {}

    /** Checks a loaded rule book with its cases and the files generated from it. */
    public static LintReport lint(
            LoadedRuleBook open, RuleBookLocations locations, List<RuleCase> cases, List<GeneratedFile> generated) {
        LintContext context = LintContext.of(open.book(), open.inventory(), locations);
        new CompanionChecks(context).check(cases, generated);
        return lint(context, open.tables());
    }

    static LintReport lint(LintContext context, TruthTables tables) {
        RuleBookLocations locations = context.locations();
        new ConditionChecks(context).check();
        new PairChecks(context).check();
        new CardChecks(context).check();
        new SignChecks(context).check();
        new OverrideChecks(context).check();
        new CatalogueChecks(context).check();
        new SourceChecks(context).check();
        new WeightChecks(context).check();
        new EffectChecks(context, new EffectSearch(context, tables)).check();
        return new LintReport(
                Optional.of(context.book()),
                List.of(),
                LintSuppressions.apply(context.findings(), locations.suppressions()).stream()
                        .filter(finding -> !locations.inSharedCatalogue(finding.location()))
                        .sorted()
                        .toList());
    }

    /** The report on a rule book that does not load. */
    public static LintReport invalid(List<RuleBookFault> faults) {
        return new LintReport(
                Optional.empty(),
                faults.stream()
                        .map(f -> new LintReport.Fault(f.code(), new RuleBookLocation(f.file(), f.line()), f.detail()))
                        .toList(),
                List.of());
    }
}

package entente.rulebook;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.rulebook.DrlReader.LocatedRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variants of a valid book that differ in one line, read without compilation by Drools. The truth tables are those that
 * compilation would give, as DroolsRulesTest checks.
 */
public final class RewrittenRuleBook {

    private RewrittenRuleBook() {}

    /** The book with its tables; it has no compiled rules, so Drools cannot be used. */
    public static LoadedRuleBook open(RuleBook book) {
        return new LoadedRuleBook(book, tables(book), RewrittenRuleBook.class.getClassLoader());
    }

    /** The book with other rules, in the order of the book; empty if one of them is invalid. */
    public static Optional<RuleBook> rules(RuleBook book, List<Rule> rules) {
        FaultCollector faults = new FaultCollector();
        List<LocatedRule> placed =
                rules.stream().map(r -> new LocatedRule(r, "", 0, List.of())).toList();
        new RuleBookChecker(Optional.of(book.catalogue()), Optional.empty(), Optional.of(book), faults)
                .check(placed, true);
        boolean sound = faults.isEmpty() && rules.stream().allMatch(RewrittenRuleBook::sound);
        return sound
                ? Optional.of(with(book, book.catalogue(), RuleBookReader.sorted(rules, book.catalogue())))
                : Optional.empty();
    }

    /** The checks of {@link RuleReader}, applied to a rule. */
    private static boolean sound(Rule rule) {
        boolean weighs = rule.alliance().isPresent() || rule.partnership().isPresent();
        return weighs == (rule.kind() == RuleKind.CLAIM)
                && (!rule.conditions().isEmpty() || rule.ceiling().isPresent())
                && rule.conditions().stream()
                        .noneMatch(c -> c.threshold()
                                == (c.comparison() == ComparisonOperator.AT_LEAST ? Grade.VERY_LOW : Grade.VERY_HIGH));
    }

    /** The book with the numbers of another {@code weights.yaml}; empty if they are invalid. */
    public static Optional<RuleBook> weights(RuleBook book, String yaml) {
        ProblemCollector problems = new ProblemCollector();
        RuleBook read = new WeightsReader(problems).read(tree(yaml)).orElseThrow();
        return problems.isEmpty()
                ? Optional.of(with(read.withSha256(book.sha256()), book.catalogue(), book.rules()))
                : Optional.empty();
    }

    /** The book with the cut points of another {@code indicators.yaml}; empty if they are invalid. */
    public static Optional<RuleBook> catalogue(RuleBook book, String yaml) {
        ProblemCollector problems = new ProblemCollector();
        Catalogue catalogue = new CatalogueReader(problems, cite -> true).read(tree(yaml));
        return problems.isEmpty() ? Optional.of(with(book, catalogue, book.rules())) : Optional.empty();
    }

    private static RuleBook with(RuleBook book, Catalogue catalogue, List<Rule> rules) {
        return book.withCatalogue(catalogue).withRules(rules);
    }

    /** The tree of a file of a book. */
    public static Node tree(String yaml) {
        return Documents.yaml(yaml.getBytes(StandardCharsets.UTF_8), DocumentLimits.BOOK)
                .root()
                .orElseThrow();
    }

    private static TruthTables tables(RuleBook book) {
        List<Rule> rules = book.rules();
        int[][] read = new int[rules.size()][];
        int[][] masks = new int[rules.size()][];
        Map<String, Integer> positions = book.catalogue().positions();
        for (int r = 0; r < read.length; r++) {
            List<RuleCondition> conditions = rules.get(r).conditions();
            List<String> indicators =
                    conditions.stream().map(RuleCondition::indicator).distinct().toList();
            read[r] = indicators.stream().mapToInt(positions::get).toArray();
            masks[r] = indicators.stream().mapToInt(i -> mask(conditions, i)).toArray();
        }
        return new TruthTables(read, masks);
    }

    private static int mask(List<RuleCondition> conditions, String indicator) {
        return Arrays.stream(Grade.values())
                .filter(g -> conditions.stream()
                        .filter(c -> c.indicator().equals(indicator))
                        .allMatch(c -> c.isMetBy(g)))
                .mapToInt(g -> 1 << g.ordinal())
                .sum();
    }
}

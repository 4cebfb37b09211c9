package entente.rulebook;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Group;
import entente.model.rule.Inventory;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.rulebook.DrlReader.DrlFile;
import entente.rulebook.DrlReader.LocatedRule;
import entente.rulebook.InventoryReader.Article;
import entente.rulebook.NormalForm.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/** Reads and validates the files of a folder, or reports all faults. */
@RequiredArgsConstructor
final class RuleBookReader {

    static final Node EMPTY = new Node.ObjectNode(Map.of(), SourceLocation.NONE);

    private final RuleBookFolder folder;
    private final FaultCollector faults = new FaultCollector();
    private final Map<String, PackageDescr> parsed = new TreeMap<>();
    private @Nullable Inventory about;

    /** The rule files as parsed by {@link #read}, by name. */
    Map<String, PackageDescr> rules() {
        return parsed;
    }

    /** What the article says, as read by {@link #read}. */
    Inventory inventory() {
        return Objects.requireNonNull(about);
    }

    RuleBook read() throws RuleBookException {
        Node indicators = tree(folder.catalogue());
        Node weights = tree(RuleBookFolder.WEIGHTS);
        Node inventory = tree(RuleBookFolder.INVENTORY);
        Article article = from(RuleBookFolder.INVENTORY, inventory, p -> InventoryReader.read(inventory, p));
        Optional<Article> known = Optional.of(article).filter(a -> readable(inventory));
        // A shared catalogue cites the article of the parent book, which is checked there.
        Predicate<String> citable = cite ->
                folder.sharesCatalogue() || known.isEmpty() || known.get().has(cite);
        Catalogue catalogue =
                from(folder.catalogue(), indicators, p -> new CatalogueReader(p, citable).read(indicators));
        Optional<RuleBook> numbers = from(RuleBookFolder.WEIGHTS, weights, p -> new WeightsReader(p).read(weights));
        List<LocatedRule> located = new ArrayList<>();
        boolean complete = true;
        if (folder.rules().isEmpty()) {
            faults.add("", 0, "NO_RULES", "There is no .drl file in the folder.");
            complete = false;
        }
        // Drools' parser takes half a second for a book in a cold process.
        for (DrlFile file : folder.rules().entrySet().parallelStream()
                .map(rules -> DrlReader.read(rules.getKey(), rules.getValue()))
                .toList()) {
            faults.addAll(file.faults());
            located.addAll(file.rules());
            complete &= file.complete();
            file.parsed().ifPresent(rules -> parsed.put(file.name(), rules));
        }
        new RuleBookChecker(
                        Optional.of(catalogue).filter(c -> readable(indicators)),
                        known,
                        numbers.filter(n -> readable(weights)),
                        faults)
                .check(located, complete);
        faults.throwIfAny();
        List<Rule> rules = sorted(located.stream().map(LocatedRule::rule).toList(), catalogue);
        about = article.inventory();
        Digests digests = Digests.of(NormalForm.of(indicators, weights, inventory, rules));
        return numbers.orElseThrow()
                .withSha256(digests.sha256())
                .withTextsSha256(digests.textsSha256())
                .withCatalogue(catalogue)
                .withRules(rules);
    }

    /**
     * In the order of a book, independent of their order in the files: by group, kind, conditions (indicators in
     * catalogue order, moderate before extreme thresholds) and id.
     */
    static List<Rule> sorted(List<Rule> rules, Catalogue catalogue) {
        Map<String, Integer> indicators = catalogue.positions();
        List<String> groups = catalogue.allGroups().stream().map(Group::id).toList();
        return rules.stream()
                .sorted(Comparator.comparingInt((Rule r) -> groups.indexOf(r.group()))
                        .thenComparing(Rule::kind)
                        .thenComparing(r -> key(r, indicators))
                        .thenComparing(Rule::id))
                .toList();
    }

    private static String key(Rule rule, Map<String, Integer> indicators) {
        return rule.conditions().stream()
                .map(c -> {
                    int grade = c.threshold().ordinal();
                    int extremity = c.comparison() == ComparisonOperator.AT_LEAST ? grade : 9 - grade;
                    int indicator = indicators.getOrDefault(c.indicator(), 999);
                    return String.format("%03d%s%d", indicator, c.comparison(), extremity);
                })
                .collect(Collectors.joining());
    }

    /** An unreadable file is one fault; references to it are not reported. */
    private static boolean readable(Node root) {
        return root != EMPTY && root instanceof Node.ObjectNode;
    }

    private Node tree(String file) {
        byte[] bytes = folder.files().get(file);
        if (bytes == null) {
            faults.add(file, 0, "MISSING_FILE", "The folder has no " + file + ".");
            return EMPTY;
        }
        Document document = Documents.yaml(bytes, DocumentLimits.BOOK);
        faults.addAll(file, document.problems());
        return document.root().orElse(EMPTY);
    }

    private <T> T from(String file, Node root, Function<ProblemCollector, T> reader) {
        ProblemCollector problems = new ProblemCollector();
        T read = reader.apply(problems);
        if (root != EMPTY) {
            faults.addAll(file, problems.all());
        }
        return read;
    }
}

package entente.rulebook;

import entente.document.Text;
import entente.document.Utf8;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.drools.drl.parser.antlr4.DRL10Parser.CompilationUnitContext;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.drools.drl.parser.antlr4.DRLErrorListener;
import org.drools.drl.parser.antlr4.DRLParserError;

/**
 * Reads the annotations and conditions of one DRL file. Only an allowlist of constructs is accepted, before
 * {@link DroolsRules} compiles the file as it stands, which runs code in it.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class DrlReader {

    private static final String PACKAGE = "entente.rules";
    private static final List<String> IMPORTS = List.of("entente.model.Grade", "entente.model.GradedReading");

    /** Limits the nesting of brackets, as the recursive parser would take minutes and overflow its stack for thousands of levels. */
    private static final int MAX_DEPTH = 64;

    /** Quotations, which end with their line, and comments, whose brackets are ignored; then brackets. */
    private static final Pattern NESTING = Pattern.compile(
            "\"(?:[^\"\\\\\n]|\\\\.)*+\"?|//.*|/\\*(?s:.*?)(?:\\*/|\\z)|(?<open>[(\\[{])|(?<close>[)\\]}])");

    /**
     * The content of a file.
     *
     * @param complete whether every rule could be read
     * @param parsed what Drools' parser made of it; empty for a file without rules or with an error of syntax
     */
    record DrlFile(
            String name,
            List<LocatedRule> rules,
            boolean complete,
            Optional<PackageDescr> parsed,
            FaultCollector faults) {}

    private final String name;
    private final FaultCollector faults;

    static DrlFile read(String name, byte[] bytes) {
        return new DrlReader(name, new FaultCollector(name)).read(bytes);
    }

    private DrlFile file(List<LocatedRule> rules, boolean complete, Optional<PackageDescr> parsed) {
        return new DrlFile(name, rules, complete, parsed, faults);
    }

    private DrlFile read(byte[] bytes) {
        Utf8 utf8 = Utf8.decode(bytes);
        if (utf8.text().isEmpty()) {
            faults.add(utf8.location().line(), "NOT_UTF8", utf8.fault());
            return file(List.of(), false, Optional.empty());
        }
        String text = utf8.text().get();
        Optional<PackageDescr> parsed = parse(text);
        if (parsed.isEmpty()) {
            return file(List.of(), text.isBlank(), Optional.empty());
        }
        checkDeclarations(parsed.get());
        if (parsed.get().getRules().isEmpty()) {
            faults.add(0, "EMPTY_FILE", "There is no rule in this file.");
        } else {
            checkPackage(parsed.get());
        }
        List<LocatedRule> rules = new ArrayList<>();
        boolean complete = true;
        List<String> textLines = text.lines().toList();
        for (RuleDescr rule : parsed.get().getRules()) {
            if (rule.isQuery()) {
                faults.add(rule.getLine(), "NOT_A_RULE", "A query is not a rule.");
                complete = false;
                continue;
            }
            checkBody(rule, parsed.get());
            List<Rule> read = new RuleReader(faults, textLines, rule).read();
            complete &= !read.isEmpty();
            List<Integer> lines =
                    rule.getLhs().getDescrs().stream().map(BaseDescr::getLine).toList();
            read.forEach(r -> rules.add(new LocatedRule(r, name, rule.getLine(), lines)));
        }
        return file(rules, complete, parsed);
    }

    private Optional<PackageDescr> parse(String text) {
        if (text.isBlank()) {
            faults.add(0, "EMPTY_FILE", "There is no rule in this file.");
            return Optional.empty();
        }
        OptionalInt tooDeep = tooDeep(text);
        if (tooDeep.isPresent()) {
            faults.add(tooDeep.getAsInt(), "TOO_DEEP", "Brackets are nested too deeply.");
            return Optional.empty();
        }
        // Not DrlParser, as its parser also prints each error to standard error.
        DRL10Parser parser = DRL10ParserHelper.createDrlParser(text);
        // Seven to ten times faster than full LL prediction, which accepts no additional valid rules but reports
        // some errors in conditions on the wrong line.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        DRLErrorListener errors = new DRLErrorListener();
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        try {
            CompilationUnitContext unit = parser.compilationUnit();
            PackageDescr parsed =
                    DRL10ParserHelper.compilationUnitContext2PackageDescr(unit, parser.getTokenStream(), null);
            errors.getErrors().forEach(e -> faults.add(Math.max(0, e.getLineNumber()), "SYNTAX", syntax(e)));
            return errors.getErrors().isEmpty() ? Optional.of(parsed) : Optional.empty();
        } catch (RuntimeException | StackOverflowError broken) {
            faults.add(0, "SYNTAX", "The file cannot be read as rules.");
            return Optional.empty();
        }
    }

    /** The first line at which brackets are nested too deeply, from 1. */
    static OptionalInt tooDeep(String text) {
        int depth = 0;
        Matcher part = NESTING.matcher(text);
        while (part.find()) {
            depth += part.group("open") == null ? 0 : 1;
            depth -= part.group("close") == null || depth == 0 ? 0 : 1;
            if (depth > MAX_DEPTH) {
                long lines =
                        text.chars().limit(part.start()).filter(c -> c == '\n').count();
                return OptionalInt.of(1 + (int) lines);
            }
        }
        return OptionalInt.empty();
    }

    /** Quotes the parser without the long list of expected tokens. */
    private static String syntax(DRLParserError error) {
        String line = error.getMessage().lines().findFirst().orElse("").strip();
        int expecting = line.indexOf(" expecting {");
        String found = Text.excerpt(expecting > 0 ? line.substring(0, expecting) : line)
                .replace("DRL_RHS_END", "\"end\"")
                .replace("'<EOF>'", "the end of the file");
        return "This violates the rule language, in column " + (error.getColumn() + 1) + ": " + found + ".";
    }

    private void checkPackage(PackageDescr parsed) {
        if (!PACKAGE.equals(parsed.getNamespace())) {
            faults.add(1, "WRONG_PACKAGE", "All rules belong to package " + PACKAGE + ".");
        }
        List<String> imported =
                parsed.getImports().stream().map(ImportDescr::getTarget).toList();
        if (!imported.containsAll(IMPORTS)) {
            faults.add(1, "MISSING_IMPORT", "The file imports " + String.join(" and ", IMPORTS) + ".");
        }
        parsed.getImports().stream()
                .filter(i -> !IMPORTS.contains(i.getTarget()))
                .forEach(i -> faults.add(
                        i.getLine(), "FOREIGN_IMPORT", "The only imports are " + String.join(", ", IMPORTS) + "."));
    }

    private void checkDeclarations(PackageDescr parsed) {
        rejectAll(parsed.getGlobals(), "a global");
        rejectAll(parsed.getFunctions(), "a function");
        rejectAll(parsed.getFunctionImports(), "the import of a function");
        rejectAll(parsed.getAccumulateImports(), "the import of an accumulate function");
        rejectAll(parsed.getTypeDeclarations(), "a type");
        rejectAll(parsed.getEnumDeclarations(), "an enum");
        rejectAll(parsed.getEntryPointDeclarations(), "an entry point");
        rejectAll(parsed.getWindowDeclarations(), "a window");
        rejectAll(parsed.getAttributes(), "an attribute for all its rules");
        rejectAll(parsed.getUnit() == null ? List.of() : List.of(parsed.getUnit()), "a unit");
    }

    private void rejectAll(Collection<? extends BaseDescr> found, String what) {
        found.forEach(d -> faults.add(
                Math.max(0, d.getLine()), "NOT_A_RULE", "The file declares " + what + "; it may contain only rules."));
    }

    private void checkBody(RuleDescr rule, PackageDescr parsed) {
        // Drools copies the attributes of a file to its rules; those have already been reported.
        rule.getAttributes().values().stream()
                .filter(a -> !parsed.getAttributes().contains(a))
                .forEach(a -> faults.add(
                        a.getLine() > 0 ? a.getLine() : rule.getLine(),
                        "ATTRIBUTE",
                        "A rule has no attribute " + a.getName() + ": the firing order has no effect."));
        if (rule.getParentName() != null) {
            faults.add(rule.getLine(), "ATTRIBUTE", "A rule cannot extend another rule.");
        }
        boolean consequence = rule.getConsequence() instanceof String text && !text.isBlank();
        if (consequence || !rule.getNamedConsequences().isEmpty()) {
            int line = rule.getConsequenceLine() > 0 ? rule.getConsequenceLine() : rule.getLine();
            faults.add(line, "CONSEQUENCE", "There must be nothing between \"then\" and \"end\".");
        }
    }

    /**
     * A rule with its location, for faults that are detected by comparison with other rules.
     *
     * @param conditionLines line of each condition, in order
     */
    record LocatedRule(Rule rule, String file, int line, List<Integer> conditionLines) {}
}

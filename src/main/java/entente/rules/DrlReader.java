package entente.rules;

import entente.document.Text;
import entente.domain.Rule;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads one DRL file down to cards and conditions. What a rule may hold is an allow-list: the file is not handed to
 * Drools; {@link RuleCompiler} compiles what was read and checked here.
 */
final class DrlReader {

    private static final String PACKAGE = "entente.rulebook";
    private static final List<String> IMPORTS = List.of("entente.domain.Grade", "entente.domain.GradedReading");

    private final String file;
    private final Faults faults;

    DrlReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    List<PlacedRule> read(byte[] bytes) {
        Optional<String> text = utf8(bytes);
        Optional<PackageDescr> parsed = text.flatMap(this::parse);
        if (parsed.isEmpty()) {
            return List.of();
        }
        checkPackage(parsed.get());
        if (parsed.get().getRules().isEmpty()) {
            faults.add(file, 0, "EMPTY_FILE", "There is no rule in this file.");
        }
        List<PlacedRule> rules = new ArrayList<>();
        CardReader cards = new CardReader(file, faults, text.get());
        for (RuleDescr rule : parsed.get().getRules()) {
            checkBody(rule);
            Optional<Rule> read = cards.read(rule, new ConditionReader(file, faults).read(rule));
            read.ifPresent(r -> rules.add(new PlacedRule(r, file, rule.getLine())));
        }
        return rules;
    }

    private Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            faults.add(file, 0, "NOT_UTF8", "The file is not UTF-8 text.");
            return Optional.empty();
        }
    }

    private Optional<PackageDescr> parse(String text) {
        if (text.isBlank()) {
            faults.add(file, 0, "EMPTY_FILE", "There is no rule in this file.");
            return Optional.empty();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);
        PackageDescr parsed = null;
        PrintStream err = System.err;
        try {
            // The parser prints each error as well as keeping it.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            parsed = parser.parse(null, text);
        } catch (DroolsParserException | RuntimeException broken) {
            faults.add(file, 0, "SYNTAX", "The file cannot be read as rules.");
            return Optional.empty();
        } finally {
            System.setErr(err);
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
            faults.add(file, line, "SYNTAX", brief(error.getMessage()));
        }
        return parser.hasErrors() ? Optional.empty() : Optional.ofNullable(parsed);
    }

    /** What the parser found, without the hundred words that it would have taken instead. */
    private static String brief(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        int expecting = line.indexOf(" expecting {");
        return Text.shown(expecting > 0 ? line.substring(0, expecting) : line) + ".";
    }

    private void checkPackage(PackageDescr parsed) {
        if (!PACKAGE.equals(parsed.getNamespace())) {
            faults.add(file, 1, "WRONG_PACKAGE", "All rules belong to package " + PACKAGE + ".");
        }
        parsed.getImports().stream()
                .filter(i -> !IMPORTS.contains(i.getTarget()))
                .forEach(i -> faults.add(
                        file,
                        i.getLine(),
                        "FOREIGN_IMPORT",
                        "Rules need no import but " + String.join(", ", IMPORTS) + "."));
        boolean more = !parsed.getGlobals().isEmpty()
                || !parsed.getFunctions().isEmpty()
                || !parsed.getFunctionImports().isEmpty()
                || !parsed.getAccumulateImports().isEmpty()
                || !parsed.getTypeDeclarations().isEmpty()
                || !parsed.getEnumDeclarations().isEmpty()
                || !parsed.getEntryPointDeclarations().isEmpty()
                || !parsed.getWindowDeclarations().isEmpty()
                || !parsed.getAttributes().isEmpty()
                || parsed.getUnit() != null;
        if (more) {
            faults.add(
                    file,
                    0,
                    "NOT_A_RULE",
                    "The file declares something besides rules: a global, function, type, attribute or the like.");
        }
    }

    private void checkBody(RuleDescr rule) {
        if (rule.isQuery()) {
            faults.add(file, rule.getLine(), "NOT_A_RULE", "A query is no rule.");
        }
        if (!rule.getAttributes().isEmpty()) {
            faults.add(
                    file,
                    rule.getLine(),
                    "ATTRIBUTE",
                    "A rule has no attributes, such as "
                            + String.join(
                                    ", ",
                                    rule.getAttributes().keySet().stream()
                                            .sorted()
                                            .toList()) + ": the order of firing decides nothing.");
        }
        if (rule.getParentName() != null) {
            faults.add(file, rule.getLine(), "ATTRIBUTE", "A rule extends no other rule.");
        }
        boolean consequence = rule.getConsequence() instanceof String text && !text.isBlank();
        if (consequence || !rule.getNamedConsequences().isEmpty()) {
            faults.add(file, rule.getLine(), "CONSEQUENCE", "Nothing stands between \"then\" and \"end\".");
        }
    }
}

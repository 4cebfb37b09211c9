package entente.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.lint.LintCode.Severity;
import entente.rulebook.RuleBookException;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid rule books with one planted fault each: exactly it is found, at its location. */
class LinterTest {

    private static final String EXPECTED = "expected.txt";

    private static LintReport base;

    @TempDir
    private Path folder;

    static List<String> names() throws IOException {
        try (Stream<Path> books = Files.list(LintedRuleBook.BOOKS)) {
            return books.filter(Files::isDirectory)
                    .map(book -> book.getFileName().toString())
                    .filter(name -> !name.equals(LintedRuleBook.BASE))
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    static void lintBaseBook(@TempDir Path folder) throws IOException, RuleBookException {
        base = LintedRuleBook.base(folder).lint(Shipped.CACHE);
    }

    @Test
    void baseBookHasNoFindings() {
        assertThat(base.findings()).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("names")
    void exactlyThePlantedFaultIsFoundAtItsLocation(String name) throws IOException, RuleBookException {
        LintReport report = LintedRuleBook.base(folder)
                .with(LintedRuleBook.BOOKS.resolve(name))
                .lint(Shipped.CACHE);
        Golden.check(
                LintedRuleBook.BOOKS.resolve(name).resolve(EXPECTED),
                LintedRuleBook.besides(report, base).stream()
                        .map(finding -> LintedRuleBook.brief(finding) + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void everyCheckHasATestBook() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            Files.readAllLines(LintedRuleBook.BOOKS.resolve(name).resolve(EXPECTED))
                    .forEach(line -> found.add(line.split(" ", -1)[2]));
        }
        assertThat(Arrays.stream(LintCode.values()).map(LintCode::name)).allMatch(found::contains);
        assertThat(names()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void documentationDescribesEveryCodeUnderItsSeverity() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "rules.md"));
        int at = page.indexOf("## Lint");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            int next = page.indexOf("**" + severity.name().toLowerCase(Locale.ROOT) + "**", at);
            assertThat(next).as("paragraph on %s", severity).isGreaterThan(at);
            at = next;
            String table = page.substring(at, page.indexOf("\n\n", page.indexOf("|---", at)));
            for (LintCode code : LintCode.values()) {
                if (code.severity() == severity) {
                    assertThat(table).contains("| `" + code + "` | ");
                } else {
                    assertThat(table).doesNotContain("`" + code + "` |");
                }
            }
        }
    }

    @Test
    void errorsComeFirstThenFileAndLine() throws IOException, RuleBookException {
        LintReport report = LintedRuleBook.base(folder)
                .with(LintedRuleBook.BOOKS.resolve("weighs-nothing"))
                .lint(Shipped.CACHE);
        assertThat(report.findings()).hasSizeGreaterThan(2).isSorted();
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    }
}

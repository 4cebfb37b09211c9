package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.RuleKind;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesLintCommandTest {

    private static final Path BASE = Golden.RESOURCES.resolve("lint").resolve("base");
    private static final Path BROKEN = Golden.RESOURCES.resolve("books").resolve("several-faults");

    @Test
    void shippedBookIsCleanAndNotesAreCounted() {
        Invocation run = Invocation.of("rules", "lint");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("cut points that no condition depends on")
                .doesNotContain("UNREAD_CUT")
                .endsWith("No errors, no warnings, %d notes on %d claims, %d overrides and %d ceilings.\n"
                        .formatted(notes(), count(RuleKind.CLAIM), count(RuleKind.OVERRIDE), count(RuleKind.CEILING)));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Invocation.of("rules", "lint")).isEqualTo(run);
    }

    private static long notes() {
        return Invocation.of("rules", "lint", "--all")
                .out()
                .lines()
                .filter(line -> line.startsWith("  rules/"))
                .count();
    }

    private static long count(RuleKind kind) {
        return Shipped.BOOK.book().rules().stream()
                .filter(rule -> rule.kind() == kind)
                .count();
    }

    @Test
    @Tag("thorough")
    void allListsEveryNoteWithLocation() {
        Invocation run = Invocation.of("rules", "lint", "--all");
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsOnlyOnce("Allowed:").contains(" " + notes() + " notes on ");
    }

    @Test
    void suppressedFindingIsANoteWithItsReason(@TempDir Path folder) throws IOException {
        copy(BASE, folder);
        copy(BASE.resolveSibling("allowed"), folder);
        assertThat(Invocation.of("rules", "lint", "--all", "--rules", folder).out())
                .contains("Allowed: ");
    }

    @Test
    void warningsAndErrorsExitWith1(@TempDir Path folder) throws IOException {
        copy(BASE, folder);
        assertThat(Invocation.of("rules", "lint", "--rules", folder).code()).isZero();
        copy(BASE.resolveSibling("tag-unused"), folder);
        Invocation warned = Invocation.of("rules", "lint", "--rules", folder);
        assertThat(warned.code()).isEqualTo(1);
        assertThat(warned.out()).endsWith("No errors, 1 warning, 12 notes on 9 claims, 2 overrides and 5 ceilings.\n");
        copy(BASE.resolveSibling("never-holds"), folder);
        Invocation wrong = Invocation.of("rules", "lint", "--rules", folder);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out())
                .contains(folder + "/planted.drl:14 no_such_market: It never holds:")
                .endsWith("1 error, no warnings, 13 notes on 9 claims, 2 overrides and 5 ceilings.\n");
    }

    @Test
    void generatedFilesThatAreOutOfDateAreReported(@TempDir Path folder) throws IOException {
        Path rules = BookFolder.copy(Shipped.RULES, folder.resolve("rules")).folder();
        Path scenarios = Files.createDirectory(folder.resolve("scenarios"));
        Path schema = scenarios.resolve("scenario.schema.json");
        Files.copy(Shipped.SCENARIOS.resolve("scenario.schema.json"), schema);
        assertThat(Invocation.of("rules", "lint", "--rules", rules).code()).isZero();
        Files.writeString(schema, Files.readString(schema).replaceFirst("\\n", "\n "));
        Invocation stale = Invocation.of("rules", "lint", "--rules", rules);
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.out().replaceAll("\\s+", " "))
                .contains(rules + "/../scenarios/scenario.schema.json:2 ../scenarios/scenario.schema.json:"
                        + " It differs from the output of ./entente scenario schema scenario. [STALE_FILE]")
                .contains("No errors, 1 warning, ");
        int count = Shipped.BOOK.book().rules().size();
        new BookFolder(rules).replace("README.md", count + " rules", count - 1 + " rules");
        assertThat(Invocation.of("rules", "lint", "--rules", rules).out())
                .contains(rules + "/README.md:3 README.md: ", "No errors, 2 warnings, ");
        Files.writeString(rules.resolve("README.md"), "A page of our own.");
        assertThat(Invocation.of("rules", "lint", "--rules", rules).out()).contains("No errors, 1 warning, ");
    }

    @Test
    @Tag("thorough")
    void movedCutPointIsReportedWhereATextNamesTheOldOne(@TempDir Path folder) {
        Path rules = BookFolder.copy(Shipped.RULES, folder)
                .replace("indicators.yaml", "{from: 40, grade: HIGH", "{from: 35, grade: HIGH")
                .folder();
        assertThat(Invocation.of("rules", "lint", "--rules", rules).out().replaceAll("\\s+", " "))
                .contains("names 40, which is no cut point of an indicator that it reads. [NUMBER_WITHOUT_CUT]");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void bookThatDoesNotLoadIsReportedInTheRequestedFormat() {
        Invocation text = Invocation.of("rules", "lint", "--rules", BROKEN);
        assertThat(text.code()).isEqualTo(78);
        assertThat(text.err()).isEmpty();
        assertThat(text.out())
                .startsWith("The rule book does not load.\n\nErrors\n")
                .contains(BROKEN + "/claims.drl:")
                .contains("nothing else was checked.\n");
        Invocation json = Invocation.of("rules", "lint", "--rules", BROKEN, "--format", "json");
        assertThat(json.code()).isEqualTo(78);
        assertThat(json.out())
                .contains("\"loads\": false", "\"code\": \"UNKNOWN_")
                .doesNotContain("\"rules\":");
        Invocation sarif = Invocation.of("rules", "lint", "--rules", BROKEN, "--format", "sarif");
        assertThat(sarif.code()).isEqualTo(78);
        assertThat(sarif.out()).contains("\"version\": \"2.1.0\"", "\"ruleId\": \"BOOK_");
    }

    @Test
    void missingFolderIsReported() {
        Invocation run = Invocation.of("rules", "lint", "--rules", "nowhere");
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err()).startsWith("entente: there is no rule book at nowhere");
        assertThat(Invocation.of("rules", "lint", "--format", "xml").code()).isEqualTo(64);
    }

    @Test
    void helpDescribesTheCommand() {
        Invocation run = Invocation.of("rules", "lint", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: entente rules lint").contains("--all", "sarif", "--rules");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Invocation.of("rules", "--help").out()).contains("lint");
        assertThat(Invocation.onTerminal("rules", "lint").out()).contains("\u001B");
        assertThat(Invocation.onTerminal("rules", "lint", "--format", "sarif").out())
                .doesNotContain("\u001B");
    }
}

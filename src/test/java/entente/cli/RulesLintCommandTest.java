package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesLintCommandTest {

    private static final Path BASE = Golden.RESOURCES.resolve("lint").resolve("base");
    private static final Path BROKEN = Golden.RESOURCES.resolve("books").resolve("several-faults");

    @Test
    void allowedFindingIsANoteThatAllListsWithItsReasonAndLocation(@TempDir Path folder) throws IOException {
        copy(BASE, folder);
        copy(BASE.resolveSibling("allowed"), folder);
        Invocation run = Invocation.of("rules", "lint", "--rules", folder);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("1 finding allowed by a comment: --all.")
                .doesNotContain("TAG_UNUSED")
                .endsWith("No errors, no warnings, 1 note on 9 claims, 2 overrides and 5 ceilings.\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Invocation.of("rules", "lint", "--rules", folder)).isEqualTo(run);
        Invocation all = Invocation.of("rules", "lint", "--all", "--rules", folder);
        assertThat(all.code()).isZero();
        assertThat(all.out()).containsOnlyOnce("Allowed: ").contains(folder + "/planted.drl:9 ", "TAG_UNUSED");
    }

    @Test
    void warningsAndErrorsExitWith1(@TempDir Path folder) throws IOException {
        copy(BASE, folder);
        assertThat(Invocation.of("rules", "lint", "--rules", folder).code()).isZero();
        copy(BASE.resolveSibling("tag-unused"), folder);
        Invocation warned = Invocation.of("rules", "lint", "--rules", folder);
        assertThat(warned.code()).isEqualTo(1);
        assertThat(warned.out()).endsWith("No errors, 1 warning, no notes on 9 claims, 2 overrides and 5 ceilings.\n");
        copy(BASE.resolveSibling("never-holds"), folder);
        Invocation wrong = Invocation.of("rules", "lint", "--rules", folder);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out())
                .contains(folder + "/planted.drl:14 no_such_market: It never holds:")
                .endsWith("1 error, no warnings, no notes on 9 claims, 2 overrides and 5 ceilings.\n");
    }

    @Test
    void generatedFilesThatAreOutOfDateAreReported(@TempDir Path folder) throws IOException {
        Path rules = BookFolder.copy(Shipped.RULES, folder.resolve("rules")).folder();
        Path scenarios = Files.createDirectory(folder.resolve("scenarios"));
        Path schema = scenarios.resolve("scenario.schema.json");
        Files.writeString(
                schema,
                Invocation.of("scenario", "schema", "scenario", "--rules", rules)
                        .out());
        Files.writeString(
                rules.resolve("README.md"),
                Invocation.of("rules", "list", "--format", "md", "--rules", rules)
                        .out());
        assertThat(Invocation.of("rules", "lint", "--rules", rules).code()).isZero();
        Files.writeString(schema, Files.readString(schema).replaceFirst("\\n", "\n "));
        Invocation stale = Invocation.of("rules", "lint", "--rules", rules);
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.out().replaceAll("\\s+", " "))
                .contains(rules + "/../scenarios/scenario.schema.json:2 ../scenarios/scenario.schema.json:"
                        + " It differs from the output of ./entente scenario schema scenario. [STALE_FILE]")
                .contains("No errors, 1 warning, ");
        int count = Shipped.BOOK.book().cards().size();
        new BookFolder(rules).replace("README.md", count + " rules", count - 1 + " rules");
        assertThat(Invocation.of("rules", "lint", "--rules", rules).out())
                .contains(rules + "/README.md:3 README.md: ", "No errors, 2 warnings, ");
        Files.writeString(rules.resolve("README.md"), "A page of our own.");
        assertThat(Invocation.of("rules", "lint", "--rules", rules).out()).contains("No errors, 1 warning, ");
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
    }

    @Test
    void missingFolderIsReported() {
        Invocation run = Invocation.of("rules", "lint", "--rules", "nowhere");
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err()).startsWith("entente: there is no rule book at nowhere");
        assertThat(Invocation.of("rules", "lint", "--format", "sarif").code()).isEqualTo(64);
    }
}

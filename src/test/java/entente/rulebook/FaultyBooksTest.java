package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Home;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid rule books are rejected, and each fault is reported with its file and line. */
@Isolated
class FaultyBooksTest {

    private static final String EXPECTED = "expected.txt";
    private static final Pattern TOLD = Pattern.compile("(\\S+): (.+) \\[([A-Z][A-Z0-9_]+)]");

    @TempDir
    private Path folder;

    @TempDir
    private Path cache;

    @ParameterizedTest
    @MethodSource("entente.testkit.BookFolder#faulty")
    void reportsEveryFaultAndCompilesNothing(String name) throws IOException {
        BookFolder.small(folder).overlay(name);
        Home home = new Home(Shipped.RULES, Shipped.SCENARIOS, cache);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Invocation run;
        try {
            run = Invocation.with(home, "assess", Invocation.BASELINE, "--rules", folder);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .as("what the Drools parser prints")
                .isEmpty();
        run.expect(78);
        assertThat(run.out()).isEmpty();
        assertThat(cache).as("nothing was compiled").isEmptyDirectory();
        List<String> lines = run.err().lines().toList();
        List<String> faults = lines.subList(0, lines.size() - 1);
        assertThat(faults).allMatch(line -> TOLD.matcher(line).matches());
        assertThat(lines)
                .last()
                .isEqualTo("entente: the rule book has " + faults.size() + (faults.size() == 1 ? " fault" : " faults")
                        + "; nothing was assessed.");
        Golden.check(
                BookFolder.BOOKS.resolve(name).resolve(EXPECTED),
                faults.stream()
                        .map(line -> TOLD.matcher(line).replaceFirst("$1 $3 $2\n"))
                        .collect(Collectors.joining()));
    }

    @Test
    void allowsSixtyFourLevels() {
        assertThat(DrlReader.tooDeep("(".repeat(64) + ")".repeat(64) + "(".repeat(64)))
                .isEmpty();
        assertThat(DrlReader.tooDeep("rule\n\n" + "(".repeat(65))).hasValue(3);
        assertThat(DrlReader.tooDeep("([{".repeat(22))).hasValue(1);
    }

    @Test
    void surplusClosingBracketsDoNotLowerDepth() {
        assertThat(DrlReader.tooDeep(")".repeat(100) + "(".repeat(65))).hasValue(1);
    }

    @Test
    void ignoresQuotationsAndComments() {
        String many = "(".repeat(100);
        assertThat(DrlReader.tooDeep("\"" + many + "\" // " + many + "\n/* " + many + "\n" + many + " */"))
                .isEmpty();
        assertThat(DrlReader.tooDeep("\"\\\"" + many + "\"")).isEmpty();
        assertThat(DrlReader.tooDeep("// " + many)).isEmpty();
        assertThat(DrlReader.tooDeep("/* " + many)).isEmpty();
    }

    @Test
    void quotationEndsAtLineEnd() {
        assertThat(DrlReader.tooDeep("\"open\n" + "(".repeat(65))).hasValue(2);
        assertThat(DrlReader.tooDeep("// remark\n" + "(".repeat(65))).hasValue(2);
        assertThat(DrlReader.tooDeep("/* remark */" + "(".repeat(65))).hasValue(1);
    }
}

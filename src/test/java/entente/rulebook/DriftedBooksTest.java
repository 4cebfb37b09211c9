package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Home;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code verify} names the part of a book that was edited. */
class DriftedBooksTest {

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("verify");

    private static final String SCENARIO = "{\"id\": \"s\", \"title\": \"A small world\", \"asOf\": \"2020-01-01\","
            + " \"readings\": {\"export_share_pct\": 18, \"shock_severity\": 2, \"border_incident\": 0,"
            + " \"treaty_commitment_level\": 2}}";

    private static final Pattern FIRST = Pattern.compile("ifferences?: (.*)");

    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path folder;
    private BookFolder book;
    private Path kept;

    @BeforeEach
    void assess() throws IOException {
        folder = Files.createDirectory(temp.resolve("book"));
        book = BookFolder.small(folder);
        Path scenario = Files.writeString(temp.resolve("s.json"), SCENARIO);
        Invocation run =
                run("assess", scenario, "--rules", folder, "--format", "json").ok();
        kept = Files.writeString(temp.resolve("kept.json"), run.out());
    }

    /** Compiled books are cached for all tests. */
    private static Invocation run(Object... args) {
        return Invocation.with(new Home(Shipped.RULES, Shipped.SCENARIOS, cache), args);
    }

    private Invocation verify(Object... more) {
        return run(Stream.concat(Stream.of("editions", "verify", kept, "--rules", folder), Stream.of(more))
                .toArray());
    }

    /** The first reported difference on one line. */
    private String first() {
        Invocation run = verify().expect(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("kept.json: (drifted|the same verdict)\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("kept.json"));
        String flat = run.flat();
        Matcher first = FIRST.matcher(flat);
        assertThat(first.find()).as(flat).isTrue();
        return first.group(1);
    }

    @Test
    void uneditedBookHasNoDrift() {
        Invocation run = verify().ok();
        assertThat(run.out()).contains("kept.json: identical (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weights.yaml | STRONG: {points: 3, | STRONG: {points: 4,"
                        + " | #/ledger/western_customers/alliancePoints: -3 then, -4 now",
                "indicators.yaml | {from: 15, | {from: 19,"
                        + " | #/ledger/western_customers/conditions/export_share_pct/threshold: 15 then, 19 now"
            })
    void namesWhatWasChanged(String file, String before, String after, String difference) throws IOException {
        book.replace(file, before, after);
        assertThat(first()).startsWith(difference).contains("Then rules 0.0.1 (");
    }

    @Test
    @Tag("thorough")
    void namesFirstOfSeveralChangesInBookOrder() throws IOException {
        book.replaceAll("weights.yaml", "percent: 8,", "percent: 6,")
                .replaceAll("indicators.yaml", "{from: 10,", "{from: 11,")
                .replaceAll("claims.drl", "grade >= Grade.MODERATE", "grade >= Grade.HIGH")
                .replaceAll("claims.drl", "A state that lives by Western customers", "Who lives by customers");
        assertThat(first())
                .contains(
                        "#/points/base: ",
                        "#/ledger/blow_to_both/conditions/shock_severity/grade: MODERATE then, HIGH now");
        Golden.check(GOLDEN.resolve("several.txt"), stable(verify().out()));
        Golden.check(
                GOLDEN.resolve("several.json"),
                stable(verify("--format", "json").out()));
    }

    private String stable(String text) {
        return text.replace(temp.toString(), "");
    }

    @Test
    void differenceWithoutEffectKeepsTheVerdict() throws IOException {
        book.replaceAll("weights.yaml", "version: \"0.0.1\"", "version: \"0.0.2\"");
        Invocation run = verify().expect(1);
        assertThat(run.out()).contains("kept.json: the same verdict\n").doesNotContain("ifference");
        assertThat(verify("--format", "json").out())
                .contains("\"outcome\": \"SAME_VERDICT\"", "\"path\": \"#/provenance/rules/sha256\"");
    }

    @Test
    @Tag("thorough")
    void namesRemovedIndicator() throws IOException {
        book.replaceAll("indicators.yaml", "border_incident", "shots_fired")
                .replaceAll("interplay.drl", "border_incident", "shots_fired");
        Invocation run = verify().expect(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("drifted", "now no verdict", "The present book does not take its scenario:")
                .contains("#/scenario/resolved/readings/border_incident: There is no indicator");
        assertThat(verify("--format", "json").out())
                .contains("\"outcome\": \"DRIFTED\"", "\"code\": \"UNKNOWN_INDICATOR\"");
    }

    @Test
    void namesOtherEngineVersion() throws IOException {
        Files.writeString(kept, Files.readString(kept).replaceFirst("\"engine\": \"[^\"]*\"", "\"engine\": \"0.0.9\""));
        Invocation run = verify().expect(1);
        assertThat(run.out()).contains("the same verdict\n").contains("Entente 0.0.9; now");
    }
}

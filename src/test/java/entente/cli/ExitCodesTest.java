package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exit code of the command line, and their precedence. */
class ExitCodesTest {

    private static final Path BASELINE = Invocation.BASELINE;

    /** Has almost no chance: one band above the lowest. */
    private static final Path LIKELIER = Shipped.SCENARIOS.resolve("creeping-sanctions.json");

    private static final Path BAD = BadFilesTest.BAD.resolve("empty-object.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assess scenarios/baseline-2018.json",
                "explain scenarios/baseline-2018.json",
                "validate scenarios",
                "scenario indicators",
                "rules list",
                "rules show no_switch",
                "rules fingerprint",
                "scenario schema scenario",
                "scenario schema assessment",
                "--version",
                "--help"
            })
    void successIs0AndPrintsNoDiagnostics(String line) {
        Invocation run = Invocation.of((Object[]) line.split(" ", -1));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void partialFailureIs1() {
        assertThat(Invocation.of("assess", BASELINE, BAD).code()).isEqualTo(1);
        assertThat(Invocation.of("validate", BASELINE, BAD).code()).isEqualTo(1);
        assertThat(Invocation.of("assess", BAD, "nowhere.json").code()).isEqualTo(1);
        assertThat(Invocation.of("validate", BAD, "nowhere.json").code()).isEqualTo(1);
    }

    @Test
    void failOnIs3InItsBandAndAbove() {
        assertThat(Invocation.of("assess", LIKELIER, "--fail-on", "below_one_percent")
                        .code())
                .isEqualTo(3);
        Invocation reached = Invocation.of("assess", LIKELIER, "--fail-on", "ALMOST_NO_CHANCE");
        assertThat(reached.code()).isEqualTo(3);
        assertThat(reached.out()).isEqualTo(Invocation.of("assess", LIKELIER).out());
        assertThat(Invocation.of("assess", LIKELIER, "--fail-on", "very_unlikely")
                        .code())
                .isZero();
        assertThat(Invocation.of("assess", Shipped.SCENARIOS, "--fail-on", "roughly_even")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void bandIsNamedByItsTermToo() {
        for (String band : new String[] {"almost no chance", "almost-no-chance", "Almost_No_Chance"}) {
            assertThat(Invocation.of("assess", LIKELIER, "--fail-on", band).code())
                    .isEqualTo(3);
            assertThat(Invocation.of("flip", BASELINE, "--to", band))
                    .isEqualTo(Invocation.of("flip", BASELINE, "--to", "almost_no_chance"));
        }
    }

    @Test
    void failedInputTakesPrecedenceOverFailOn() {
        assertThat(Invocation.of("assess", BASELINE, BAD, "--fail-on", "very_unlikely")
                        .code())
                .isEqualTo(1);
        assertThat(Invocation.of("assess", BAD, "--fail-on", "very_unlikely").code())
                .isEqualTo(65);
    }

    @Test
    void invalidInputIs65() {
        assertThat(Invocation.of("assess", BAD, BAD).code()).isEqualTo(65);
        assertThat(Invocation.of("explain", BAD).code()).isEqualTo(65);
        assertThat(Invocation.of("validate", BAD).code()).isEqualTo(65);
    }

    @Test
    void unknownNameIs64AsAnOptionAnd65InAFile() throws IOException {
        Invocation set = Invocation.of("assess", BASELINE, Shipped.SCENARIOS, "--set", "shock_sudenness=1");
        assertThat(set.code()).isEqualTo(64);
        assertThat(set.out()).isEmpty();
        assertThat(set.err())
                .isEqualTo("entente: --set shock_sudenness: There is no indicator \"shock_sudenness\"."
                        + " Did you mean shock_suddenness? [UNKNOWN_INDICATOR]\n"
                        + "Indicators: ./entente scenario indicators\n"
                        + "Help: ./entente assess --help\n");
        assertThat(Invocation.of("assess", BASELINE, "--set", "shock_suddenness=9")
                        .code())
                .isEqualTo(64);
        assertThat(Invocation.of("explain", BASELINE, "--without", "no_swich").code())
                .isEqualTo(64);
        assertThat(Invocation.of("flip", BASELINE, "--up", "--lock", "nothing").code())
                .isEqualTo(64);
        Path assumptions = Files.writeString(folder.resolve("a.json"), "{\"without\": [\"no_swich\"]}");
        assertThat(Invocation.of("assess", BASELINE, "--assumptions", assumptions)
                        .code())
                .isEqualTo(65);
    }

    @Test
    void noInputIs66() throws IOException {
        assertThat(Invocation.of("assess", "nowhere.json").code()).isEqualTo(66);
        assertThat(Invocation.of("validate", "nowhere.json").code()).isEqualTo(66);
        assertThat(Invocation.of("explain", "nowhere.json").code()).isEqualTo(66);
        assertThat(Invocation.of("assess", BASELINE, "--assumptions", "nowhere.json")
                        .code())
                .isEqualTo(66);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Invocation.of("assess", empty))
                .isEqualTo(new Invocation(66, "", empty + ": there is no scenario here.\n"));
        // Not the current folder or a folder with an empty name.
        assertThat(Invocation.of("assess", "")).isEqualTo(new Invocation(66, "", "\"\": there is no scenario here.\n"));
    }

    @Test
    void internalErrorIs70() {
        Invocation run = Invocation.with(
                new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("a broken promise");
                    }
                },
                "assess",
                "-");
        assertThat(run.code()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("entente: internal error, please report it: a broken promise\n");
    }

    @Test
    void fileThatCannotBeCreatedIs73() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken.json"), "mine");
        Invocation run = Invocation.of("scenario", "init", "taken", "--out", folder);
        assertThat(run)
                .isEqualTo(new Invocation(73, "", "entente: " + taken + " already exists; nothing was written.\n"));
        assertThat(taken).hasContent("mine");
        assertThat(Invocation.of("scenario", "init", "new", "--out", folder.resolve("no-such-folder"))
                        .code())
                .isEqualTo(73);
    }

    @Test
    void readErrorIs74() {
        Invocation run = Invocation.with(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the pipe broke");
                    }
                },
                "assess",
                "-");
        assertThat(run).isEqualTo(new Invocation(74, "", "entente: reading or writing failed.\n"));
    }

    @Test
    void invalidRuleBookIs78() throws IOException {
        for (Object book : new Object[] {"nowhere", Files.createDirectory(folder.resolve("no-book"))}) {
            for (String line :
                    new String[] {"assess scenarios", "validate scenarios", "scenario indicators", "rules list"}) {
                Object[] args = (line + " --rules " + book).split(" ", -1);
                Invocation run = Invocation.of(args);
                assertThat(run.code()).as(line).isEqualTo(78);
                assertThat(run.out()).isEmpty();
                assertThat(run.err()).containsAnyOf("there is no rule book at ", "; nothing was assessed.");
            }
        }
    }
}

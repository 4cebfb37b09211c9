package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exit code of the command line, and their precedence. */
class ExitCodesTest {

    private static final Path BASELINE = Invocation.BASELINE;

    /** Has almost no chance: one band above the lowest. */
    private static final Path LIKELIER = Shipped.SCENARIOS.resolve("creeping-sanctions.json");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("bad.json"), "{}");
        Files.writeString(folder.resolve("file"), "");
        Files.writeString(folder.resolve("old.xls"), "x");
        Files.writeString(folder.resolve("old.csv"), "id,value");
        Files.writeString(folder.resolve("taken.json"), "mine");
        Files.writeString(folder.resolve("slip.json"), "{\"without\": [\"no_swich\"]}");
    }

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
        Invocation run = Invocation.of((Object[]) line.split(" ", -1)).ok();
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).isEmpty();
    }

    /** In a command, {@code TMP} is the folder with the files and {@code ''} an empty argument. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | assess baseline-2018 TMP/bad.json |
            1 | assess baseline-2018 TMP/bad.json --fail-on very_unlikely |
            1 | assess TMP/bad.json nowhere.json |
            1 | validate baseline-2018 TMP/bad.json |
            1 | validate TMP/bad.json nowhere.json |
            1 | compare baseline-2018 nowhere.json TMP/bad.json status-quo-2025 |
            1 | assess --series nowhere.json crimea-2014 |
            1 | rules backtest nowhere.json crimea-2014 |
            1 | editions verify TMP/bad.json nowhere.json |
            64 | assess --series |
            64 | assess baseline-2018 --set shock_suddenness=9 |
            64 | assess baseline-2018 --set prc_export_share_west5_pct=45% | "45%" is not a reading
            64 | assess baseline-2018 --set prc_export_share_west5_pct=45,5 | "45,5" is not a reading
            64 | assess baseline-2018 --set prc_export_share_west5_pct=high | 0 to 80
            64 | assess baseline-2018 --table ledger --format json | --table needs --format csv or ndjson, not json.
            64 | assess baseline-2018 --series --format ndjson | --series is written as text, json, csv, md or html, not ndjson.
            64 | explain baseline-2018 --without no_swich |
            64 | explore total-decoupling --lock commitment | --lock is for --discover
            64 | explore total-decoupling --given shock_suddeness=low | Did you mean shock_suddenness?
            64 | explore total-decoupling --given shock_suddenness=lowish | a grade is very_low, low
            64 | explore total-decoupling --given shock_suddenness=very_low | has this grade in no case
            64 | flip baseline-2018 --to unlikelyy |
            64 | flip baseline-2018 --up --lock nothing |
            64 | flip baseline-2018 --up --max-size 5 |
            64 | sensitivity baseline-2018 --format pdf |
            64 | sensitivity baseline-2018 --set nonsense=1 |
            64 | compare |
            64 | compare baseline-2018 |
            64 | compare baseline-2018 --format csv |
            64 | compare baseline-2018 status-quo-2025 --set no_such_thing=1 |
            64 | brief baseline-2018 status-quo-2025 | --out DIR
            64 | brief baseline-2018 --format md,json | --out DIR
            64 | brief baseline-2018 --archive TMP --out TMP | it goes without --out
            64 | brief baseline-2018 --if-changed | needs --archive DIR
            64 | editions track-record |
            64 | editions verify |
            64 | scenario init New-World.xlsx --out TMP |
            64 | scenario sheet baseline-2018 |
            64 | scenario sheet baseline-2018 -o TMP/a.xlsm |
            64 | scenario sheet scenarios -o TMP/a.xlsx |
            64 | rules backtest |
            64 | rules backtest crimea-2014 --format yaml |
            64 | rules calibrate rules/panel.json --sanity --propose x |
            64 | rules diff |
            64 | rules lint --format sarif |
            64 | watch TMP/empty --once --interval 0 |
            64 | watch TMP/empty --once --interval -1 |
            64 | watch TMP/empty --once --interval 3601 |
            64 | watch TMP/empty --once --interval NaN |
            64 | watch TMP/empty --once --interval soon |
            65 | assess TMP/bad.json TMP/bad.json |
            65 | assess TMP/bad.json --fail-on very_unlikely |
            65 | assess TMP/old.xls | [NOT_XLSX]
            65 | assess TMP/old.csv | save it again as .xlsx. [NOT_XLSX]
            65 | assess baseline-2018 --assumptions TMP/slip.json |
            65 | flip TMP/bad.json --up |
            65 | compare TMP/bad.json |
            65 | compare TMP/bad.json nowhere.json | nowhere.json: there is no scenario here.
            65 | compare status-quo-2025 TMP/bad.json |
            65 | rules backtest TMP/bad.json |
            65 | rules backtest baseline-2018 | entente: no observed outcome: the scenario has no "observed" field.
            65 | rules backtest baseline-2018 taiwan-war | none of the scenarios has "observed"
            65 | editions verify TMP/bad.json |
            66 | assess nowhere.json | nowhere.json: there is no scenario here.
            66 | assess TMP/empty | empty: there is no scenario here.
            66 | assess '' | "": there is no scenario here.
            66 | assess --series nowhere.json |
            66 | assess baseline-2018 --assumptions nowhere.json |
            66 | validate nowhere.json |
            66 | flip nowhere.json --up |
            66 | compare nowhere.json | nowhere.json: there is no scenario here.
            66 | compare nowhere.json baseline-2018 |
            66 | compare baseline-2018 nowhere.json |
            66 | editions verify nowhere.json |
            66 | editions verify TMP/empty |
            66 | editions verify '' |
            66 | scenario sheet nowhere.json -o TMP/a.xlsx |
            66 | rules backtest nowhere.json |
            66 | rules calibrate nowhere.json |
            66 | watch TMP/none --once | there is no folder
            73 | scenario init taken --out TMP | taken.json already exists; nothing was written.
            73 | scenario init new --out TMP/none |
            73 | scenario sheet baseline-2018 -o TMP/none/a.xlsx |
            73 | brief baseline-2018 --out TMP/file | is a file; --out needs a folder
            78 | assess scenarios --rules nowhere | there is no rule book at nowhere
            78 | validate scenarios --rules TMP/empty | ; nothing was assessed.
            78 | sensitivity baseline-2018 --rules nowhere | there is no rule book at nowhere
            78 | scenario indicators --rules TMP/empty | ; nothing was assessed.
            78 | rules list --rules nowhere | there is no rule book at nowhere
            78 | rules lint --rules nowhere | there is no rule book at nowhere
            78 | rules diff rules nowhere |
            """)
    void failureHasItsCodeAndNoResultButThatOfTheOtherInputs(int code, String line, String message) throws IOException {
        Invocation run = run(line).expect(code);
        assertThat(run.err()).contains(message == null ? "" : message).isNotEmpty();
        if (code != ExitCode.PARTIAL.number()) {
            assertThat(run.out()).isEmpty();
        } else if (line.matches("(compare|rules backtest|assess --series) .*")) {
            assertThat(run.out())
                    .isEqualTo(
                            run(line.replaceAll(" (nowhere|TMP/bad).json", "")).out());
        }
        assertThat(Folders.names(folder)).hasSize(7);
        assertThat(folder.resolve("taken.json")).hasContent("mine");
    }

    private static Invocation run(String line) {
        return Invocation.of(Stream.of(line.split(" ", -1))
                .map(word -> word.replace("TMP", folder.toString()).replace("''", ""))
                .toArray());
    }

    @Test
    void validationSaysWhatAnAssessmentWouldSay() {
        Path bad = InputTest.BAD.resolve("several-faults.json");
        Invocation run = Invocation.of("validate", bad).expect(65);
        assertThat(run).isEqualTo(Invocation.of("assess", bad));
    }

    @Test
    void failOnIs3InItsBandAndAbove() {
        Invocation.of("assess", LIKELIER, "--fail-on", "below_one_percent").expect(3);
        Invocation reached = Invocation.of("assess", LIKELIER, "--fail-on", "ALMOST_NO_CHANCE")
                .expect(3);
        assertThat(reached.out()).isEqualTo(Invocation.output("assess", LIKELIER));
        Invocation.of("assess", LIKELIER, "--fail-on", "very_unlikely").ok();
        Invocation.of("assess", Shipped.SCENARIOS, "--fail-on", "roughly_even").expect(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"almost no chance", "almost-no-chance", "Almost_No_Chance"})
    void bandIsNamedByItsTermToo(String band) {
        Invocation.of("assess", LIKELIER, "--fail-on", band).expect(3);
    }

    @Test
    void unknownIndicatorIsNamedOnceForAllInputs() {
        assertThat(Invocation.of("assess", BASELINE, Shipped.SCENARIOS, "--set", "shock_sudenness=1"))
                .isEqualTo(new Invocation(
                        64,
                        "",
                        "entente: --set shock_sudenness: There is no indicator \"shock_sudenness\"."
                                + " Did you mean shock_suddenness? [UNKNOWN_INDICATOR]\n"
                                + "Help: ./entente assess --help\n"));
    }

    private static Invocation fedBy(Exception failure) {
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof IOException broken) {
                    throw broken;
                }
                if (failure.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(failure.getMessage());
            }
        };
        return Invocation.with(in, "assess", "-");
    }

    @Test
    void internalErrorIs70AndReadErrorIs74() {
        assertThat(fedBy(new IllegalStateException("a broken promise")))
                .isEqualTo(new Invocation(70, "", "entente: internal error, please report it: a broken promise\n"));
        assertThat(fedBy(new IllegalStateException(new StackOverflowError())))
                .isEqualTo(new Invocation(
                        70, "", "entente: internal error, please report it: java.lang.StackOverflowError\n"));
        assertThat(fedBy(new IllegalStateException(new NoClassDefFoundError("a/Library"))))
                .isEqualTo(new Invocation(
                        70, "", "entente: a library is not on the class path (a/Library); start with ./entente.\n"));
        assertThat(fedBy(new IOException("the pipe broke")))
                .isEqualTo(new Invocation(74, "", "entente: reading or writing failed.\n"));
    }
}

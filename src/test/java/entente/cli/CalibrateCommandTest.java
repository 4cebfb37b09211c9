package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.json.InputSchemas;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {

    private static final Path PANEL = Shipped.RULES.resolve("panel.json");

    @TempDir
    private Path temp;

    @Test
    void sanityTableIsUpToDate() {
        Invocation run = Invocation.of("rules", "calibrate", PANEL, "--sanity", "--format", "md");
        assertThat(run.err()).isEmpty();
        Golden.checkExactly(Path.of("src", "docs", "sanity.md"), run.out());
    }

    @Test
    void shippedPanelIsReadAndMeasuredInEachFormat() throws IOException {
        String schema = InputSchemas.named("panel", Shipped.BOOK.book()).orElseThrow();
        assertThat(JsonSchemas.of(schema).problems(Files.readString(PANEL))).isEmpty();
        assertThat(Invocation.of("scenario", "schema", "panel").out()).isEqualTo(schema);
        String text = Invocation.output("rules", "calibrate", PANEL);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("not human experts", "World by world");
        String json =
                Invocation.of("rules", "calibrate", PANEL, "--format", "json").out();
        assertThat(JsonSchemas.named("calibration").problems(json)).isEmpty();
        assertThat(Invocation.of("rules", "calibrate", PANEL, "--format", "csv")
                        .out()
                        .lines())
                .hasSize(62);
    }

    @Test
    void faultyFilesAreNamedAndNothingIsMeasured() throws IOException {
        Path faulty = Files.writeString(
                temp.resolve("faulty.json"), "{\"provenance\": \"p\", \"worlds\": [{\"id\": \"a\"}]}");
        Invocation run = Invocation.of("rules", "calibrate", PANEL, faulty);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(faulty + ": 4 problems, nothing was measured", "#/worlds/0/group (line 1, column 32)");
        assertThat(Invocation.of("rules", "calibrate", PANEL, PANEL).err())
                .contains("There is more than one world w01.");
        String unlisted =
                "{\"provenance\": \"p\", \"worlds\": [{\"id\": \"a\", \"group\": \"g\", \"base\": \"baseline-2018\","
                        + " \"article\": [[1, 2, 3]], \"relationship\": [\"MIXED\"]}]}";
        assertThat(Invocation.of(
                                "rules",
                                "calibrate",
                                Files.writeString(temp.resolve("unlisted.json"), unlisted),
                                "--sanity")
                        .code())
                .isEqualTo(65);
    }
}

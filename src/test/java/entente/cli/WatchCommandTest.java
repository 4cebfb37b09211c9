package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.BookFolder;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder on the command line. */
class WatchCommandTest {

    private static final String CHILD = """
            {"schemaVersion": "1", "id": "child", "title": "A child", "extends": "%s", "readings": {}}
            """;

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(temporary.resolve("in"));
    }

    private Invocation watch(Object... more) {
        return Invocation.of("watch", folder, "--once", "--interval", "0.1", more);
    }

    private String briefing(String name) throws IOException {
        return Files.readString(folder.resolve("briefings").resolve(name));
    }

    @Test
    void everyKindOfFileBecomesTheBriefingThatBriefWrites() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("same-id.json"));
        Invocation.output("scenario", "sheet", "baseline-2018", "-o", folder.resolve("same-id.xlsx"));
        Files.writeString(folder.resolve("child.json"), CHILD.formatted("same-id"));
        Invocation run = watch("--format", "html,md").quiet();
        assertThat(run.out())
                .isEqualTo("child.json: wrote child.json.html, child.json.md.\n"
                        + "same-id.json: wrote same-id.json.html, same-id.json.md.\n"
                        + "same-id.xlsx: wrote same-id.xlsx.html, same-id.xlsx.md.\n");
        for (String name : new String[] {"child.json", "same-id.json", "same-id.xlsx"}) {
            assertThat(briefing(name + ".md"))
                    .isEqualTo(Invocation.of("brief", folder.resolve(name)).out());
        }
        assertThat(watch("--format", "md,html")).isEqualTo(new Invocation(0, "", ""));
    }

    @Test
    void problemsArePrintedAsByValidate() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), CHILD.formatted("nothing-here"));
        Invocation run = watch();
        assertThat(run).isEqualTo(new Invocation(1, "bad.json: 1 problem, see bad.json.problems.txt.\n", ""));
        String problems = Files.readString(folder.resolve("bad.json.problems.txt"));
        assertThat(problems).startsWith("bad.json: 1 problem, no briefing\n");
        assertThat(Invocation.of("validate", bad).err()).endsWith(problems.substring(problems.indexOf('\n')));
    }

    /** A link may lead to what only the watcher can read. */
    @Test
    void linkIsRefusedAlsoAsAParent() throws IOException {
        Files.createSymbolicLink(folder.resolve("linked.json"), Invocation.BASELINE.toAbsolutePath());
        Files.writeString(folder.resolve("child.json"), CHILD.formatted("linked"));
        watch().expect(1);
        assertThat(folder.resolve("linked.json.problems.txt")).content().contains("it is a link", "[UNREADABLE]");
        assertThat(folder.resolve("child.json.problems.txt")).exists();
        Files.delete(folder.resolve("linked.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("linked.json"));
        watch().ok();
        assertThat(briefing("child.json.md")).isNotEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.problems.txt");
    }

    @Test
    void otherRulesOrAnotherScaleMakeAllAnew() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("a.json"));
        assertThat(watch().out()).isEqualTo("a.json: wrote a.json.md.\n");
        assertThat(watch("--scale", "phia").out()).isEqualTo("a.json: wrote a.json.md.\n");
        assertThat(briefing("a.json.md")).contains("--scale phia");
        BookFolder withoutRival = BookFolder.copy(Shipped.RULES, temporary.resolve("rules"));
        assertThat(watch("--rules", withoutRival.folder()).out()).isEqualTo("a.json: wrote a.json.md.\n");
        Path rival = Shipped.RULES.resolve("rival");
        assertThat(watch("--rules", rival).out()).isEqualTo("a.json: wrote a.json.md.\n");
        assertThat(briefing("a.json.md")).contains("--rules " + rival);
        assertThat(watch("--rules", rival).out()).isEmpty();
    }
}

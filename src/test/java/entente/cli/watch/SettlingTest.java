package entente.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.io.InputFile;
import entente.cli.io.InputFile.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read, and when; nothing is read half-written. */
class SettlingTest {

    @TempDir
    private Path temporary;

    private WatchedFolder watched;

    @BeforeEach
    void open() throws IOException {
        watched = new WatchedFolder(temporary.resolve("in"));
    }

    @AfterEach
    void close() throws IOException {
        watched.close();
    }

    @Test
    void fileThatGrowsIsNotRead() throws IOException {
        Path input = watched.put("a.json", "half");
        assertThat(watched.poll()).isEmpty();
        for (int i = 0; i < 5; i++) {
            append(input, "+");
            assertThat(watched.poll()).as("look %d", i).isEmpty();
            assertThat(watched.watch().waiting()).containsExactly(input);
        }
        assertThat(watched.poll()).containsExactly("a.json: wrote a.md.");
        assertThat(watched.briefing("a.md")).endsWith("half+++++");
        assertThat(watched.watch().waiting()).isEmpty();
    }

    @Test
    void fileThatChangesWhileItIsReadIsReadAgain() throws IOException {
        Path input = watched.put("a.json", "half");
        watched.reader = file -> {
            Content content = InputFile.read(file);
            watched.reader = InputFile::read;
            append(file, " and whole");
            return content;
        };
        assertThat(watched.settle()).isEmpty();
        assertThat(watched.watch().waiting()).containsExactly(input);
        assertThat(watched.settle()).containsExactly("a.json: wrote a.md.");
        assertThat(watched.briefing("a.md")).endsWith("half and whole");
    }

    @Test
    void hiddenAndUnfinishedFilesAreIgnored() throws IOException {
        for (String name : List.of(
                ".a.json",
                "b.json.tmp",
                "c.json.part",
                "d.json~",
                "e.txt",
                "f.schema.json",
                "~$g.xlsx",
                "h.json.problems.json")) {
            watched.put(name, "good");
        }
        Files.createDirectory(watched.folder.resolve("folder.json"));
        assertThat(watched.settle()).isEmpty();
        assertThat(watched.watch().waiting()).isEmpty();
    }

    @Test
    void unreadableFileIsReadAsSoonAsItCanBe() throws IOException {
        watched.put("a.json", "good");
        watched.reader = file -> new Content(Optional.empty(), Optional.of("permission denied"));
        assertThat(watched.settle()).hasSize(1);
        assertThat(watched.folder.resolve("a.json.problems.txt")).content().contains("permission denied");
        assertThat(watched.settle()).isEmpty();
        assertThat(watched.restart()).isEmpty();
        watched.reader = InputFile::read;
        assertThat(watched.poll()).containsExactly("a.json: wrote a.md.");
        assertThat(WatchedFolder.names(watched.folder)).containsExactly("a.json");
    }

    @Test
    void linkOutOfTheFolderIsRefused() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "good secret");
        Files.createSymbolicLink(watched.folder.resolve("a.json"), secret);
        watched.put("b.json", "good");
        Files.createSymbolicLink(watched.folder.resolve("c.json"), Path.of("b.json"));
        watched.put("d.json", "extends a");
        assertThat(watched.settle()).hasSize(4);
        assertThat(WatchedFolder.names(watched.out())).containsExactly("b.md", "c.md");
        assertThat(watched.folder.resolve("a.json.problems.txt"))
                .content()
                .contains("link that leads out of the folder")
                .doesNotContain("secret");
    }

    @Test
    void parentThatAppearsOrChangesMakesItsChildrenAnew() throws IOException {
        watched.put("child.json", "extends parent");
        assertThat(watched.settle())
                .containsExactly("child.json: 1 problem, see child.json.problems.json, child.json.problems.txt.");
        watched.put("parent.json", "one");
        assertThat(watched.settle()).contains("child.json: wrote child.md.");
        assertThat(watched.briefing("child.md")).endsWith("extends parent\none");
        assertThat(watched.restart()).isEmpty();
        watched.put("parent.json", "two");
        assertThat(watched.settle()).contains("child.json: wrote child.md.");
        assertThat(watched.briefing("child.md")).endsWith("two");
    }

    @Test
    void parentThatIsBeingWrittenIsAwaited() throws IOException {
        Path child = watched.put("child.json", "extends parent");
        watched.poll();
        Path parent = watched.put("parent.json", "half");
        assertThat(watched.poll()).isEmpty();
        assertThat(watched.watch().waiting()).containsExactly(child, parent);
        append(parent, " and whole");
        assertThat(watched.poll()).isEmpty();
        assertThat(watched.poll()).hasSize(2);
        assertThat(watched.briefing("child.md")).endsWith("half and whole");
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

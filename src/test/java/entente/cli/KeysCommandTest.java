package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.keys.Key;
import entente.testkit.Concurrently;
import entente.testkit.Folders;
import entente.testkit.Invocation;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys command: keys are shown once and stored as digests. */
class KeysCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("keys");
    }

    private Invocation add(String name, String role) {
        return Invocation.of("keys", "add", name, "--role", role, "--keys", file);
    }

    @Test
    void keyIsShownOnceAndStoredAsDigest() throws IOException {
        Invocation made = add("ada", "analyst").ok();
        assertThat(made.out()).matches("ent_[A-Za-z0-9_-]{43}\n");
        assertThat(made.err()).isEqualTo("This key is shown once. Send it as: Authorization: Bearer KEY\n");
        String key = made.out().strip();
        assertThat(Files.readString(file))
                .isEqualTo("ada analyst " + Key.of(key).digest() + "\n")
                .doesNotContain(key);
        assertThat(Invocation.of("keys", "list", "--keys", file)).isEqualTo(new Invocation(0, "ada analyst\n", ""));
    }

    @Test
    void fileIsReadableByItsOwnerOnly() throws IOException {
        add("ada", "reader");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Folders.names(folder)).containsExactlyInAnyOrder("keys", ".lock");
    }

    @Test
    void existingFileKeepsItsModeAndComments() throws IOException {
        Files.writeString(file, "# those of the seminar\n\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        add("ada", "reader");
        add("bo", "operator");
        assertThat(Invocation.of("keys", "remove", "ada", "--keys", file)).isEqualTo(new Invocation(0, "", ""));
        assertThat(Files.readString(file)).matches("# those of the seminar\n\nbo operator [0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void keyThatCouldNotBePrintedIsRemoved() throws IOException {
        add("ada", "reader");
        String before = Files.readString(file);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(new BufferedOutputStream(full), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        int code = new Cli(terminal, new Home(folder, folder, folder))
                .run("keys", "add", "bo", "--role", "reader", "--keys", file.toString());
        assertThat(code).isEqualTo(74);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("the key could not be printed")
                .doesNotContain("shown once");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void concurrentAddsLoseNoKey() throws Exception {
        Concurrently.times(8, number -> add("k" + number, "reader").ok());
        assertThat(Invocation.output("keys", "list", "--keys", file).lines())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 8)
                        .mapToObj(number -> "k" + number + " reader")
                        .toList());
    }

    @Test
    void removingTheLastKeyPrintsAWarning() {
        add("ada", "reader");
        Invocation gone = Invocation.of("keys", "remove", "ada", "--keys", file).ok();
        assertThat(gone.err()).contains("all requests are rejected");
        assertThat(Invocation.of("keys", "list", "--keys", file)).isEqualTo(new Invocation(0, "", ""));
    }

    @Test
    void errorsAreReportedAndChangeNothing() throws IOException {
        add("ada", "reader");
        String before = Files.readString(file);
        refused(64, "there is a key with that name", "keys", "add", "ada", "--role", "operator", "--keys", file);
        refused(64, "a name has 1 to 64", "keys", "add", "Ada L", "--role", "reader", "--keys", file);
        refused(64, "--role", "keys", "add", "bo", "--role", "king", "--keys", file);
        refused(64, "--role", "keys", "add", "bo", "--keys", file);
        refused(64, "--keys", "keys", "add", "bo", "--role", "reader");
        refused(64, "there is no key with that name", "keys", "remove", "bo", "--keys", file);
        refused(64, "keys needs a command, one of add, list, remove", "keys");
        refused(66, "does not exist", "keys", "list", "--keys", folder.resolve("other"));
        refused(66, "does not exist", "keys", "remove", "ada", "--keys", folder.resolve("other"));
        refused(73, "cannot be written", "keys", "add", "bo", "--role", "reader", "--keys", folder.resolve("no/such"));
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void invalidFileIsUnchangedAndEveryFaultIsReported() throws IOException {
        Files.writeString(file, "ada king abc\nbo reader\n");
        Invocation run = add("cy", "reader").refused(78);
        assertThat(run.err())
                .contains(file + ": line 1: a role is reader, analyst or operator.")
                .contains(file + ": line 1: a digest is 64")
                .contains(file + ": line 2: a line consists of name, role and digest");
        assertThat(Files.readString(file)).isEqualTo("ada king abc\nbo reader\n");
    }

    private static void refused(int code, String why, Object... args) {
        assertThat(Invocation.of(args).refused(code).err()).contains(why).doesNotContain("Exception");
    }
}

package entente.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyFile.KeyFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key file is valid as a whole; otherwise it grants no access. */
class KeyFileTest {

    private static final Key ADA = Key.generate(new SecureRandom());
    private static final Key BO = Key.generate(new SecureRandom());

    private static KeyFile parse(String text) throws KeyFileException {
        return KeyFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String text) {
        KeyFileException wrong = catchThrowableOfType(KeyFileException.class, () -> parse(text));
        assertThat(wrong).as(text).isNotNull();
        return wrong.faults();
    }

    @Test
    void keyMatchesItsHolderOnly() throws KeyFileException {
        KeyFile keys = parse("# two\nada analyst " + ADA.digest() + "\n\n\t bo  operator\t" + BO.digest() + "  \r\n");
        assertThat(keys.find(ADA)).hasValue(new KeyEntry("ada", Role.ANALYST, ADA.digest()));
        assertThat(keys.find(BO)).hasValue(new KeyEntry("bo", Role.OPERATOR, BO.digest()));
        for (String other : List.of(
                "",
                "ent_",
                ADA.reveal() + "x",
                ADA.reveal().substring(1),
                ADA.digest(),
                "ent_" + ADA.digest(),
                "ada")) {
            assertThat(keys.find(Key.of(other))).as(other).isEmpty();
        }
        assertThat(keys.without("ada").find(ADA)).isEmpty();
        assertThat(keys.without("ada").find(BO)).isPresent();
    }

    /** Checks the comparison method that is called, because a test cannot measure the timing reliably. */
    @Test
    void digestsAreComparedInConstantTime() {
        List<String> called = new ClassFileImporter()
                        .importUrl(KeyFile.class.getResource("KeyFile.class"))
                        .get(KeyFile.class)
                        .getMethod("findByDigest", String.class)
                        .getMethodCallsFromSelf()
                        .stream()
                        .map(call -> call.getTarget().getOwner().getSimpleName() + "." + call.getName())
                        .toList();
        assertThat(called).contains("MessageDigest.isEqual").doesNotContain("String.equals", "Arrays.equals");
    }

    @Test
    void keysHave256BitsAndAreUnique() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(Key.generate(new SecureRandom()).reveal());
        }
        assertThat(keys).hasSize(1000).allMatch(key -> key.matches("ent_[A-Za-z0-9_-]{43}"));
    }

    @Test
    void toStringDoesNotRevealTheKey() {
        assertThat(ADA).hasToString("secret");
    }

    @Test
    void everyFaultIsReportedWithItsLine() {
        String good = "ada reader " + ADA.digest();
        assertThat(faults(good + "\n"
                        + "Ada reader " + BO.digest() + "\n"
                        + "bo king " + BO.digest().toUpperCase(Locale.ROOT) + "\n"
                        + "only two\n"
                        + "one two three four\n"
                        + "ada operator " + ADA.digest() + "\n"))
                .containsExactly(
                        "line 2: a name is 1 to 64 lower-case letters, digits, dots, hyphens and underscores, the first a letter or digit.",
                        "line 3: a role is reader, analyst or operator.",
                        "line 3: a digest is 64 lower-case hexadecimal digits.",
                        "line 4: a line consists of name, role and digest, separated by blanks.",
                        "line 5: a line consists of name, role and digest, separated by blanks.",
                        "line 6: the name is that of line 1.",
                        "line 6: the key is that of line 1.");
    }

    @Test
    void binaryFileIsRejected() {
        assertThatThrownBy(() -> KeyFile.parse(new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
                .hasMessage("The file is not UTF-8 text.");
        assertThat(faults("\u0000")).isNotEmpty();
    }

    @Test
    void worldWritableFileIsRejected(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "ada reader " + ADA.digest() + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThatThrownBy(() -> new KeyStore(file).read()).hasMessageContaining("writable by all users");
    }

    @Test
    void oversizedFileIsRejected(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("keys"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> new KeyStore(file).read()).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void symbolicLinkIsKeptWhenTheFileIsReplaced(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), "ada reader " + ADA.digest() + "\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        KeyStore store = new KeyStore(link);
        store.write(store.read().with(new KeyEntry("bo", Role.READER, BO.digest())));
        assertThat(link).isSymbolicLink();
        assertThat(new KeyStore(file).read().entries()).hasSize(2);
    }

    @Test
    void rolesIncludeLowerRoles() {
        assertThat(Role.OPERATOR.all()).containsExactly(Role.READER, Role.ANALYST, Role.OPERATOR);
        assertThat(Role.ANALYST.all()).containsExactly(Role.READER, Role.ANALYST);
        assertThat(Role.READER.all()).containsExactly(Role.READER);
        assertThat(Role.of("Reader")).hasValue(Role.READER);
        assertThat(Role.of("king")).isEmpty();
    }
}

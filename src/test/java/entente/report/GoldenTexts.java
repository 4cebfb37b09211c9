package entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold a whole output. {@code -Dentente.golden=write} writes them anew; read what changed before keeping it. */
public final class GoldenTexts {

    private static final boolean WRITE = "write".equals(System.getProperty("entente.golden"));

    private GoldenTexts() {}

    public static void check(Path file, String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual, StandardCharsets.UTF_8);
            }
            assertThat(file).as("run once with -Dentente.golden=write").exists();
            assertThat(actual)
                    .as("%s; if the change is meant, run with -Dentente.golden=write", file)
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

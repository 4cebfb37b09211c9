package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Golden files. {@code -Dentente.golden=write} rewrites them from the current output; review every change before
 * committing it.
 */
public final class GoldenOutput {

    public static final Path RESOURCES = Path.of("src", "test", "resources");

    private static final boolean WRITE = "write".equals(System.getProperty("entente.golden"));

    private GoldenOutput() {}

    public static void check(Path file, String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("write it with -Dentente.golden=write").exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package entente.service.config;

import entente.service.problem.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret that is given as a setting or, better, in a file. */
final class SecretSetting {

    private SecretSetting() {}

    /**
     * @param name of the setting that names the file
     * @param file whose first line is the secret; before the value
     */
    static Optional<String> of(String name, Optional<String> file, Optional<String> value) {
        return file.map(path -> firstLine(name, path)).or(() -> value);
    }

    private static String firstLine(String name, String file) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw StartupException.configuration(name + " cannot be read: " + file + ".");
        }
    }
}

package entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Locations of the installation.
 *
 * @param rules the shipped rule book
 * @param scenarios the shipped scenarios
 * @param cache compiled rule books
 */
public record Home(Path rules, Path scenarios, Path cache) {

    public static Home of(Path folder) {
        String cache = System.getProperty("entente.cache");
        return new Home(
                folder.resolve("rules"),
                folder.resolve("scenarios"),
                cache == null ? folder.resolve("target").resolve("rulebooks") : Path.of(cache));
    }

    /** With the scenarios of another rule book: those of the folder with the name of its folder, if there is one. */
    public Home withRules(Path other) {
        Path name = other.toAbsolutePath().normalize().getFileName();
        Path own = name == null ? scenarios : scenarios.resolve(name.toString());
        return Files.isDirectory(own) ? new Home(rules, own, cache) : this;
    }
}

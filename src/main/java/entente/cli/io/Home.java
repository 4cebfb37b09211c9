package entente.cli.io;

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
}

package entente.service.rulebook;

import entente.rulebook.RuleBooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The state of a rules folder without its content: names, sizes and times. The folder is polled, because mounted
 * folders do not report changes.
 */
record RuleBookSignature(Map<String, String> files) {

    private static final String UNREADABLE = "unreadable";

    static RuleBookSignature of(Path rules) {
        Map<String, String> files = new TreeMap<>();
        addBook(rules, "", files);
        addBook(rules.resolve(RuleBooks.RIVAL), RuleBooks.RIVAL + "/", files);
        // A book without a catalogue uses that of the parent folder.
        files.put("..", stamp(rules.resolve("../indicators.yaml")));
        return new RuleBookSignature(files);
    }

    private static void addBook(Path folder, String prefix, Map<String, String> files) {
        add(folder, prefix, "(?s)[^.].*\\.(drl|yaml)", files);
        add(folder.resolve("cases"), prefix + "cases/", "(?s)[^.].*\\.json", files);
    }

    private static void add(Path folder, String prefix, String wanted, Map<String, String> files) {
        try (Stream<Path> listing = Files.list(folder)) {
            listing.filter(file -> file.getFileName().toString().matches(wanted))
                    .forEach(file -> files.put(prefix + file.getFileName(), stamp(file)));
        } catch (IOException | UncheckedIOException unreadable) {
            files.put(prefix, UNREADABLE);
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
        } catch (IOException unreadable) {
            return UNREADABLE;
        }
    }
}

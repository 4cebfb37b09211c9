package entente.breaks;

import entente.testkit.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A guard of the product and an edit that removes it.
 *
 * @param guard the guaranteed behaviour, as a sentence
 * @param in the source file or resource with the guard
 * @param replace text that occurs once in the file
 * @param with the replacement that removes the guard
 * @param red test classes, or {@code Class#method}, of which at least one must fail
 */
record Break(String guard, String in, String replace, String with, List<String> red) {

    private static final Path FOLDER = Path.of("src/test/breaks");

    /** All breaks, in the order of their files. */
    static List<Break> all() {
        YAMLMapper yaml = new YAMLMapper();
        List<Break> all = new ArrayList<>();
        for (Path file : Folders.files(FOLDER, ".yaml")) {
            all.addAll(yaml.readValue(file.toFile(), new TypeReference<List<Break>>() {}));
        }
        return all;
    }

    String original() {
        return read(Path.of(in));
    }

    String broken() {
        return original().replace(replace, with);
    }

    /** Occurrences of the text in the file; a number other than one means that the break is out of date. */
    int occurrences() {
        return original().split(Pattern.quote(replace), -1).length - 1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

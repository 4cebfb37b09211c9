package entente.breaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A guard of the product that is taken out.
 *
 * @param guard what the product promises, in a sentence
 * @param in the file of the product that keeps the promise
 * @param replace text that stands there once
 * @param with what makes it break the promise
 * @param red test classes, or {@code Class#method}, of which at least one fails then
 */
record Break(String guard, String in, String replace, String with, List<String> red) {

    private static final Path FOLDER = Path.of("src/test/breaks");

    /** All of them, in the order of their files. */
    static List<Break> all() {
        YAMLMapper yaml = new YAMLMapper();
        List<Break> all = new ArrayList<>();
        for (Path file : files()) {
            all.addAll(yaml.readValue(file.toFile(), new TypeReference<List<Break>>() {}));
        }
        return all;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String whole() {
        return read(Path.of(in));
    }

    String broken() {
        return whole().replace(replace, with);
    }

    /** How often the text stands there; a break that is out of date has another number than one. */
    int places() {
        String text = whole();
        int places = 0;
        for (int at = text.indexOf(replace); at >= 0; at = text.indexOf(replace, at + 1)) {
            places++;
        }
        return places;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

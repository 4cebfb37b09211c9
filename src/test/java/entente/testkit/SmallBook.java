package entente.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of a valid book of nine rules over four indicators that a test can modify. */
public record SmallBook(Path folder) {

    public static final Path BOOKS = Golden.RESOURCES.resolve("books");
    public static final String BASE = "base";

    /** Lists the files that the test book lacks. */
    private static final String WITHOUT = "without.txt";

    public static SmallBook copy(Path folder) throws IOException {
        SmallBook book = new SmallBook(folder);
        book.overlay(BASE);
        return book;
    }

    /** Copies the files of another folder over those of the book. */
    public SmallBook overlay(String name) throws IOException {
        Path from = BOOKS.resolve(name);
        BookFolder.copy(from, folder);
        Path without = from.resolve(WITHOUT);
        if (Files.exists(without)) {
            for (String missing : Files.readAllLines(without)) {
                Files.delete(folder.resolve(missing));
            }
        }
        return this;
    }

    public SmallBook replace(String file, String old, String fresh) throws IOException {
        String text = Files.readString(folder.resolve(file));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not hold " + old);
        }
        Files.writeString(folder.resolve(file), text.replace(old, fresh));
        return this;
    }
}

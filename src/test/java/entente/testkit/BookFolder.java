package entente.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A copy of a rule book, to be edited by a test. */
public record BookFolder(Path folder) {

    /** Faulty books, each by what it has in place of the base, see {@link #overlay(Path)}, and the base. */
    public static final Path BOOKS = Golden.RESOURCES.resolve("books");

    /** A valid book of nine rules over four indicators. */
    public static final Path BASE = BOOKS.resolve("base");

    /** Lists the files that a faulty book lacks. */
    private static final String WITHOUT = "without.txt";

    /** How files of a faulty book differ: a diff in which a part is found by its lines, at their first occurrence. */
    private static final String CHANGES = "changes.diff";

    /** The names of the faulty books. */
    public static List<String> faulty() {
        return Folders.names(BOOKS).stream()
                .filter(name -> Files.isDirectory(BOOKS.resolve(name)) && !name.equals("base"))
                .toList();
    }

    /** A copy of the base. */
    public static BookFolder small(Path to) {
        return copy(BASE, to);
    }

    /** Files of the same names are replaced. */
    public static BookFolder copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path file : Folders.files(from, "")) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return new BookFolder(to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes what is faulty in a book of {@link #BOOKS}. */
    public BookFolder overlay(String name) throws IOException {
        return overlay(BOOKS.resolve(name));
    }

    /** Takes the files of a faulty book and its changes of others, and deletes those that it lacks. */
    public BookFolder overlay(Path from) throws IOException {
        copy(from, folder);
        if (Files.exists(from.resolve(WITHOUT))) {
            for (String missing : Files.readAllLines(from.resolve(WITHOUT))) {
                Files.delete(folder.resolve(missing));
            }
        }
        if (Files.exists(from.resolve(CHANGES))) {
            for (String file : Files.readString(from.resolve(CHANGES)).split("(?m)^--- ")) {
                String[] parts = file.split("(?m)^@@\n");
                for (int i = 1; i < parts.length; i++) {
                    replace(parts[0].strip(), lines(parts[i], " -"), lines(parts[i], " +"));
                }
            }
        }
        return this;
    }

    /** The lines of a part of a diff that have one of these signs. */
    private static String lines(String part, String signs) {
        return part.lines()
                .filter(line -> signs.indexOf(line.charAt(0)) >= 0)
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    public BookFolder append(String file, String text) {
        return edit(file, before -> before + text);
    }

    /** Replaces the first occurrence only. */
    public BookFolder replace(String file, String old, String fresh) {
        return edit(
                file,
                text -> present(file, text, old).replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(fresh)));
    }

    public BookFolder replaceAll(String file, String old, String fresh) {
        return edit(file, text -> present(file, text, old).replace(old, fresh));
    }

    private static String present(String file, String text, String old) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not hold " + old);
        }
        return text;
    }

    private BookFolder edit(String file, UnaryOperator<String> change) {
        try {
            Files.writeString(folder.resolve(file), change.apply(Files.readString(folder.resolve(file))));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

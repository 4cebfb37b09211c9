package entente.domain;

import java.util.Comparator;

/**
 * Where in a rule book something stands.
 *
 * @param file name of the file within the folder; empty where no file is to blame
 * @param line from 1; 0 where no line is to blame
 */
public record BookPlace(String file, int line) implements Comparable<BookPlace> {

    public static final BookPlace NOWHERE = new BookPlace("", 0);

    private static final Comparator<BookPlace> ORDER =
            Comparator.comparing(BookPlace::file).thenComparingInt(BookPlace::line);

    @Override
    public int compareTo(BookPlace other) {
        return ORDER.compare(this, other);
    }
}

package entente.model.rule;

import java.util.Comparator;

/**
 * A location in a rule book.
 *
 * @param file name of the file within the folder; empty if unknown
 * @param line from 1; 0 if unknown
 */
public record RuleBookLocation(String file, int line) implements Comparable<RuleBookLocation> {

    public static final RuleBookLocation NONE = new RuleBookLocation("", 0);

    private static final Comparator<RuleBookLocation> ORDER =
            Comparator.comparing(RuleBookLocation::file).thenComparingInt(RuleBookLocation::line);

    /** {@code folder/file:line}, with the parts that are known. */
    public String within(String folder) {
        String path = file.isEmpty() ? folder : folder + "/" + file;
        return line > 0 ? path + ":" + line : path;
    }

    @Override
    public int compareTo(RuleBookLocation other) {
        return ORDER.compare(this, other);
    }
}

package entente.model.rule;

import java.util.Comparator;

/**
 * Where in a rule book something stands.
 *
 * @param file name of the file within the folder; empty where no file is to blame
 * @param line from 1; 0 where no line is to blame
 */
public record RuleBookLocation(String file, int line) implements Comparable<RuleBookLocation> {

    public static final RuleBookLocation NONE = new RuleBookLocation("", 0);

    private static final Comparator<RuleBookLocation> ORDER =
            Comparator.comparing(RuleBookLocation::file).thenComparingInt(RuleBookLocation::line);

    @Override
    public int compareTo(RuleBookLocation other) {
        return ORDER.compare(this, other);
    }
}

package entente.analysis.track;

import entente.model.Described;
import entente.model.Described.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names an edition, written {@code baseline-2018/2}. */
public record EditionId(
        @Described(kind = Kind.ID) String scenario,
        @Described(kind = Kind.FROM_ONE) int number) implements Comparable<EditionId> {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9][a-z0-9_-]*)/([1-9][0-9]{0,8})");

    /** Empty for a text that names no edition, such as a path. */
    public static Optional<EditionId> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new EditionId(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(EditionId other) {
        int byScenario = scenario.compareTo(other.scenario);
        return byScenario != 0 ? byScenario : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return scenario + "/" + number;
    }
}

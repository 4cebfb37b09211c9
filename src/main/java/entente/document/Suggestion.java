package entente.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name closest to an unknown one, computed on demand because the comparison is expensive. */
public record Suggestion(String input, Collection<String> known) implements Supplier<Optional<String>> {

    private static final int MAX_LENGTH = 64;
    private static final int SHORT_LENGTH = 4;

    /** Greater than any list of the rule book; an input can contain longer lists, such as that of its sources. */
    private static final int MAX_KNOWN = 256;

    /** Such as {@code ; did you mean likely?}; empty if no value is similar. */
    public static String question(String word, Collection<String> known) {
        return closest(word, known)
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
    }

    /**
     * The closest known name if at most a third of the letters differ, at least two (one for names under four letters).
     */
    public static Optional<String> closest(String input, Collection<String> known) {
        if (input.length() > MAX_LENGTH || known.size() > MAX_KNOWN) {
            return Optional.empty();
        }
        int maxDistance = Math.max(input.length() < SHORT_LENGTH ? 1 : 2, input.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(maxDistance);
        String normalized = input.toLowerCase(Locale.ROOT);
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(k -> Math.abs(k.length() - normalized.length()) <= maxDistance)
                .map(k -> new Candidate(k, distance.apply(normalized, k.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    @Override
    public Optional<String> get() {
        return closest(input, known);
    }
}

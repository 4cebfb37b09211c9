package entente.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What was probably meant by a word that is not known. Comparing words is expensive beside everything else that is done
 * with them, so it is done when the suggestion is asked for.
 */
public record Suggestion(String input, Collection<String> known) implements Supplier<Optional<String>> {

    private static final int MAX_LENGTH = 64;
    private static final int SHORT_LENGTH = 4;

    /** More words than any list of the rule book has; an input can bring longer lists, such as that of its sources. */
    private static final int MAX_KNOWN = 256;

    /** The closest of the known words, if few letters would have to change: a third, two of four or five, one of fewer. */
    public static Optional<String> closest(String word, Collection<String> known) {
        if (word.length() > MAX_LENGTH || known.size() > MAX_KNOWN) {
            return Optional.empty();
        }
        int most = Math.max(word.length() < SHORT_LENGTH ? 1 : 2, word.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        String wanted = word.toLowerCase(Locale.ROOT);
        record Candidate(String word, int distance) {}
        return known.stream()
                .filter(k -> Math.abs(k.length() - wanted.length()) <= most)
                .map(k -> new Candidate(k, distance.apply(wanted, k.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    @Override
    public Optional<String> get() {
        return closest(input, known);
    }
}

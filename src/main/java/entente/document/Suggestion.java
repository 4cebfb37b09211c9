package entente.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What was probably meant by a word that is not known. */
public final class Suggestion {

    private static final int LONGEST = 64;
    private static final int SHORT = 4;

    private Suggestion() {}

    /** The closest of the known words, if few letters would have to change: a third, two of four or five, one of fewer. */
    public static Optional<String> closest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(word.length() < SHORT ? 1 : 2, word.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        String wanted = word.toLowerCase(Locale.ROOT);
        record Candidate(String word, int distance) {}
        return known.stream()
                .map(k -> new Candidate(k, distance.apply(wanted, k.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }
}

package entente.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Known names that an unknown one probably means: those with few other letters, then those that contain it; without any, those
 * that share most of its words. Computed on demand because the comparison is expensive.
 */
public record Suggestion(String input, Collection<String> known) implements Supplier<Optional<String>> {

    private static final int MAX_LENGTH = 64;
    private static final int SHORT_LENGTH = 4;
    private static final int MAX_SUGGESTED = 3;
    private static final LevenshteinDistance ONE_LETTER = new LevenshteinDistance(1);

    /** Greater than any list of the rule book; an input can contain longer lists, such as that of its sources. */
    private static final int MAX_KNOWN = 256;

    /** Such as {@code ; did you mean likely?}; empty if no value is similar. */
    public static String question(String word, Collection<String> known) {
        return closest(word, known)
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
    }

    /** A sentence with up to three names, such as {@code  Did you mean a, b or c?}, after a blank; empty if none is similar. */
    public static String sentence(String word, Collection<String> known) {
        return asSentence(similar(word, known));
    }

    public static String asSentence(List<String> similar) {
        if (similar.isEmpty()) {
            return "";
        }
        int last = similar.size() - 1;
        return " Did you mean "
                + (last == 0 ? "" : String.join(", ", similar.subList(0, last)) + " or ")
                + similar.get(last) + "?";
    }

    /** The first of {@link #similar}. */
    public static Optional<String> closest(String input, Collection<String> known) {
        return similar(input, known).stream().findFirst();
    }

    /**
     * The closest known name if at most a third of the letters differ, or two letters that are not more than half of
     * them; then names that contain the input, of three letters or more, the shortest first; without any, names that share
     * words with more than half of its letters. Letter case and the sign between words are ignored in the latter two.
     */
    public static List<String> similar(String input, Collection<String> known) {
        if (input.length() > MAX_LENGTH || known.size() > MAX_KNOWN) {
            return List.of();
        }
        List<String> close = Stream.concat(byDistance(input, known).stream(), containing(input, known))
                .distinct()
                .toList();
        return (close.isEmpty() ? sharingWords(input, known) : close.stream())
                .limit(MAX_SUGGESTED)
                .toList();
    }

    private static Optional<String> byDistance(String input, Collection<String> known) {
        int maxDistance = Math.min(input.length() / 2, Math.max(2, input.length() / 3));
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

    /** Whether a name contains a text of three letters or more; letter case and the sign between words are ignored. */
    public static boolean contains(String name, String text) {
        String part = words(text);
        return part.length() >= SHORT_LENGTH - 1 && words(name).contains(part);
    }

    private static Stream<String> containing(String input, Collection<String> known) {
        return known.stream()
                .filter(name -> contains(name, input))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** Names that share words with most letters of the input, those with the most first; one letter of a word may differ. */
    private static Stream<String> sharingWords(String input, Collection<String> known) {
        List<String> words = List.of(words(input).split("_", -1));
        Map<String, Integer> shared = new TreeMap<>();
        for (String name : known) {
            List<String> own = List.of(words(name).split("_", -1));
            shared.put(
                    name,
                    words.stream()
                            .filter(word -> own.stream().anyMatch(other -> isSameWord(word, other)))
                            .mapToInt(String::length)
                            .sum());
        }
        return shared.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > input.length())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey);
    }

    private static boolean isSameWord(String word, String other) {
        return word.equals(other)
                || (word.length() > SHORT_LENGTH
                        && Math.abs(word.length() - other.length()) <= 1
                        && ONE_LETTER.apply(word, other) >= 0);
    }

    /** In lower case, with one sign between words. */
    private static String words(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    @Override
    public Optional<String> get() {
        return closest(input, known);
    }
}

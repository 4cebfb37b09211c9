package entente.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Standards for terms of likelihood. A report uses one of them. */
@RequiredArgsConstructor
public enum LikelihoodScale {
    /** Intelligence Community Directive 203 (2015): seven bands without gaps, and {@link Band#BELOW_ONE_PERCENT} below them. */
    ICD203(Arrays.stream(Band.values()).map(LikelihoodScale::of).toList()),
    /** Professional Head of Intelligence Assessment (March 2025): seven bands with deliberate gaps between them. */
    PHIA(withGaps(
            new Word("a remote chance", 0, 5, List.of()),
            new Word("highly unlikely", 10, 20, List.of()),
            new Word("unlikely", 25, 35, List.of()),
            new Word("a realistic possibility", 40, 50, List.of()),
            new Word("likely", 55, 75, List.of()),
            new Word("highly likely", 80, 90, List.of()),
            new Word("almost certain", 95, 100, List.of())));

    /** The terms and the gaps between them, ascending. */
    @Getter
    @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
    private final List<Word> words;

    private static List<Word> withGaps(Word... words) {
        List<Word> all = new ArrayList<>();
        for (Word word : words) {
            if (!all.isEmpty()) {
                Word below = all.get(all.size() - 1);
                String between = "between " + below.term() + " and " + word.term();
                all.add(new Word(between, below.to(), word.from(), List.of(below, word)));
            }
            all.add(word);
        }
        return List.copyOf(all);
    }

    public Word term(Percent percent) {
        return this == ICD203
                ? of(percent.band())
                : words.stream()
                        .filter(word -> percent.tenths() < word.to() * 10
                                || (word.closed() && percent.tenths() == word.to() * 10))
                        .findFirst()
                        .orElseThrow();
    }

    /** The term of a band of ICD 203. */
    public static Word of(Band band) {
        return new Word(band.term(), band.from(), band.to(), List.of());
    }

    /**
     * A term with its range in percent.
     *
     * @param adjacent the terms below and above, if the number lies in a gap between them
     */
    public record Word(String term, int from, int to, List<Word> adjacent) {

        /** Where its segment of a yardstick ends: the last term holds for all above it. */
        public int end() {
            return to == Band.ALMOST_CERTAIN.to() ? 100 : to;
        }

        /** Whether the range includes its upper end, as all terms of PHIA do except the one that it prints as "below 50". */
        boolean closed() {
            return to != 50 && adjacent.isEmpty();
        }
    }
}

package entente.model;

import java.util.ArrayList;
import java.util.List;

/** Standards for terms of likelihood. A report uses one of them. */
public enum LikelihoodScale {
    /** Intelligence Community Directive 203 (2015): seven bands without gaps, and {@link Band#BELOW_ONE_PERCENT} below them. */
    ICD203,
    /** Professional Head of Intelligence Assessment (March 2025): seven bands with deliberate gaps between them. */
    PHIA;

    private static final List<Word> YARDSTICK = List.of(
            new Word("a remote chance", 0, 5, List.of()),
            new Word("highly unlikely", 10, 20, List.of()),
            new Word("unlikely", 25, 35, List.of()),
            new Word("a realistic possibility", 40, 50, List.of()),
            new Word("likely", 55, 75, List.of()),
            new Word("highly likely", 80, 90, List.of()),
            new Word("almost certain", 95, 100, List.of()));

    public Word term(Percent percent) {
        if (this == ICD203) {
            return of(percent.band());
        }
        Word below = YARDSTICK.get(0);
        for (Word candidate : YARDSTICK) {
            if (percent.tenths() < candidate.from() * 10) {
                return new Word(
                        "between " + below.term() + " and " + candidate.term(),
                        below.to(),
                        candidate.from(),
                        List.of(below, candidate));
            }
            if (percent.tenths() < candidate.to() * 10
                    || (candidate.closed() && percent.tenths() == candidate.to() * 10)) {
                return candidate;
            }
            below = candidate;
        }
        throw new IllegalStateException("no percentage above " + below.to());
    }

    /** The terms and the gaps between them, ascending. */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        int tenths = Percent.LOWEST.tenths();
        while (tenths <= Percent.HIGHEST.tenths()) {
            Word word = term(new Percent(tenths));
            if (words.isEmpty() || !words.get(words.size() - 1).term().equals(word.term())) {
                words.add(word);
            }
            tenths = Math.max(tenths + 1, word.to() * 10);
        }
        return List.copyOf(words);
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

        /** Whether the range includes its upper end, as all do except the one that PHIA prints as "below 50". */
        boolean closed() {
            return to != 50;
        }
    }
}

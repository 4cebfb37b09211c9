package entente.report.wording;

import entente.model.Band;
import entente.model.Commitment;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of an assessment. They keep to what analysts hold a text to: each word of likelihood carries its
 * range, likelihood and confidence never share a sentence, no hedges, no forecast in the future tense.
 */
public final class AssessmentSentences {

    private static final String EVENT = "An operational alliance";

    /** Printed below every verdict. */
    public static final String CAVEAT = "A judgement by rules, not a calibrated frequency.";

    private static final int NEAR_TENTHS = 5;

    private AssessmentSentences() {}

    /** The caveat, with who reads the same facts otherwise where the book names one. */
    public static String caveat(Assessment assessment) {
        return CAVEAT
                + assessment
                        .otherReading()
                        .map(other -> " Another account of recent years: " + other)
                        .orElse("");
    }

    /** The bottom line, in one sentence or in two where unknown readings allow more than one band. */
    public static List<String> headline(Assessment assessment, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        Interval interval = verdict.interval();
        String event = EVENT + " " + when(assessment.scenario());
        if (assessment.confidence().known() == 0) {
            return List.of(
                    "Nothing is rated, so there is no verdict: the base rate alone is "
                            + Wording.percent(verdict.likelihood()) + ".",
                    "The unrated indicators allow anything from " + span(interval) + ".");
        }
        String point = predicate(scale.term(verdict.likelihood()), verdict.likelihood(), scale);
        if (isOneBand(interval, scale)) {
            return List.of(event + " " + point);
        }
        Word low = scale.term(interval.low());
        Word high = scale.term(interval.high());
        String bands = "from " + lowest(low, scale) + " to " + highest(high, scale);
        return isWide(interval)
                ? List.of(
                        event + " lies anywhere " + bands + ", depending on " + openReadings(assessment) + ": "
                                + span(interval) + ".",
                        "What is rated, taken alone, gives " + likelihood(verdict.likelihood(), scale) + ".")
                : List.of(
                        "On what is rated, a" + event.substring(1) + " " + point,
                        "Depending on " + openReadings(assessment) + ": " + span(interval) + ", " + bands + ".");
    }

    /** How near the likelihood is to another band, where it is within half a percentage point of it. */
    public static Optional<String> edge(Assessment assessment, LikelihoodScale scale) {
        Percent likelihood = assessment.verdict().likelihood();
        String term = scale.term(likelihood).term();
        for (int away = 0; away <= NEAR_TENTHS && assessment.confidence().known() > 0; away++) {
            Percent below = new Percent(Math.max(Percent.LOWEST.tenths(), likelihood.tenths() - away - 1));
            Percent above = new Percent(Math.min(Percent.HIGHEST.tenths(), likelihood.tenths() + away));
            String points = Wording.tenths(away) + " percentage points ";
            if (!scale.term(below).term().equals(term)) {
                String where = away == 0 ? "exactly on the edge to " : points + "above the edge to ";
                return Optional.of("That is " + where + span(scale.term(below), scale) + ".");
            }
            if (!scale.term(above).term().equals(term)) {
                return Optional.of("That is " + points + "below the edge to " + span(scale.term(above), scale) + ".");
            }
        }
        return Optional.empty();
    }

    /** What the interval depends on, such as "seven unrated indicators and one given range". */
    public static String openReadings(Assessment assessment) {
        int unrated = assessment.gaps().size();
        int ranges = (int) assessment.scenario().readings().values().stream()
                .filter(reading -> reading.range().filter(ValueRange::wide).isPresent())
                .count();
        String indicators = Wording.plural(unrated, "unrated indicator");
        String given = Wording.plural(ranges, "given range");
        if (unrated == 0) {
            return given;
        }
        return ranges == 0 ? indicators : indicators + " and " + given;
    }

    /** The interval as a separate sentence, unless the headline contains it. */
    public static Optional<String> interval(Assessment assessment, LikelihoodScale scale) {
        Interval interval = assessment.verdict().interval();
        return interval.widthTenths() > 0 && isOneBand(interval, scale)
                ? Optional.of("Depending on " + openReadings(assessment) + ": " + span(interval) + ".")
                : Optional.empty();
    }

    /** Whether the interval spans more than two bands, so that a single likelihood says little. */
    static boolean isWide(Interval interval) {
        return interval.bands().size() > 2;
    }

    /** The band of the likelihood, or the first and last band of an interval that spans several. */
    public static String bands(Verdict verdict, LikelihoodScale scale) {
        Interval interval = verdict.interval();
        return isOneBand(interval, scale)
                ? band(verdict.likelihood(), scale)
                : (isWide(interval) ? "too little is rated: " : "") + lowest(scale.term(interval.low()), scale) + " to "
                        + highest(scale.term(interval.high()), scale);
    }

    /** The word at the lower end of several; the one below where there is none. */
    public static String lowest(Word word, LikelihoodScale scale) {
        return span(word.adjacent().isEmpty() ? word : word.adjacent().get(0), scale);
    }

    /** The word at the upper end of several; the one above where there is none. */
    public static String highest(Word word, LikelihoodScale scale) {
        return span(word.adjacent().isEmpty() ? word : word.adjacent().get(1), scale);
    }

    /** Whether the whole interval lies in one band. */
    public static boolean isOneBand(Interval interval, LikelihoodScale scale) {
        return scale.term(interval.low())
                .term()
                .equals(scale.term(interval.high()).term());
    }

    public static String span(Interval interval) {
        return Wording.percent(interval.low()) + " to " + Wording.percent(interval.high());
    }

    private static String span(Word word, LikelihoodScale scale) {
        if (!word.adjacent().isEmpty()) {
            return "the gap between " + span(word.adjacent().get(0), scale) + " and "
                    + span(word.adjacent().get(1), scale);
        }
        return word.term() + " (" + range(word, scale) + ")";
    }

    /** A likelihood with its word and the range of that. */
    public static String likelihood(Percent likelihood, LikelihoodScale scale) {
        return Wording.percent(likelihood) + ", " + band(likelihood, scale);
    }

    /** The word for a likelihood with its range. */
    public static String band(Percent likelihood, LikelihoodScale scale) {
        Word word = scale.term(likelihood);
        return word.adjacent().isEmpty()
                ? word.term() + " (" + range(word, scale) + ")"
                : "in the gap " + word.from() + "–" + word.to() + Wording.GLUE + "%";
    }

    /** The word for the lowest and the highest of several likelihoods, or both words. */
    public static String band(Percent lowest, Percent highest, LikelihoodScale scale) {
        String low = band(lowest, scale);
        String high = band(highest, scale);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String predicate(Word word, Percent percent, LikelihoodScale scale) {
        String figure = ": " + Wording.percent(percent) + ".";
        if (!word.adjacent().isEmpty()) {
            return "lies between " + lowest(word, scale) + " and " + highest(word, scale) + figure;
        }
        String term = word.term();
        String range = " (" + range(word, scale) + ")" + figure;
        if (term.equals(Band.ROUGHLY_EVEN.term())) {
            return "has a roughly even chance" + range;
        }
        boolean noun = term.equals(Band.ALMOST_NO_CHANCE.term()) || term.startsWith("a ");
        return (noun ? "has " : "is ") + term + range;
    }

    /** The range of a word. PHIA leaves the ends of its scale open, and 50 out of its middle. */
    public static String range(Word word, LikelihoodScale scale) {
        String from = scale == LikelihoodScale.PHIA && word.from() == 0 ? ">0" : Integer.toString(word.from());
        boolean open = scale == LikelihoodScale.PHIA && (word.to() == 50 || word.to() == 100);
        return from + "–" + (open ? "<" : "") + word.to() + Wording.GLUE + "%";
    }

    /** The end of the horizon, such as "by 2030". */
    public static String when(Scenario scenario) {
        return scenario.asOf()
                .map(date -> "by " + (date.getYear() + scenario.horizonYears()))
                .orElse("within " + Wording.plural(scenario.horizonYears(), "year"));
    }

    /** What relationship is expected and what treaty is in force, with its flags. */
    public static List<String> relationship(Assessment assessment) {
        return relationship(assessment, true);
    }

    /** @param withDepth whether the points are given where they alone decide it */
    public static List<String> relationship(Assessment assessment, boolean withDepth) {
        Verdict verdict = assessment.verdict();
        List<String> sentences = new ArrayList<>();
        List<Relationship> states = verdict.relationships();
        Optional<Relationship> expected = verdict.relationship();
        String range = Wording.range(states);
        if (expected.isEmpty()) {
            sentences.add("Expected: " + range + "; too little is rated to say more.");
        } else if (states.size() > 1) {
            sentences.add("Expected: " + Wording.word(expected.get()) + " (the open readings allow " + range + ").");
        } else {
            sentences.add("Expected: " + Wording.word(expected.get()) + ".");
        }
        sentences.add(
                verdict.commitment() == Commitment.UNKNOWN
                        ? "The treaty in force is not rated."
                        : "In force: " + Wording.commitment(verdict.commitment(), assessment.catalogue()) + ".");
        verdict.flags().stream().sorted().forEach(flag -> {
            String sentence = Wording.flag(flag, assessment.catalogue());
            sentences.add(
                    withDepth && flag == VerdictFlag.ALLIANCE_WITHOUT_TREATY
                            ? depth(assessment)
                                    .map(depth -> sentence.substring(0, sentence.length() - 1) + depth)
                                    .orElse(sentence)
                            : sentence);
        });
        return sentences;
    }

    /** Why the relationship is deeper than the likelihood suggests, where points alone decide it. */
    private static Optional<String> depth(Assessment assessment) {
        PointBalance balance = assessment.balance();
        return balance.floorFrom()
                .filter(from -> assessment.verdict().relationship().equals(Optional.of(balance.floor())))
                .map(from ->
                        " (depth " + Wording.points(balance.partnership()) + ", needs " + Wording.points(from) + ").");
    }
}

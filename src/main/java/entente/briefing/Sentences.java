package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Band;
import entente.domain.Catalogue;
import entente.domain.Comparison;
import entente.domain.Condition;
import entente.domain.ConditionRow;
import entente.domain.Confidence;
import entente.domain.ConfidenceLevel;
import entente.domain.Interval;
import entente.domain.Numbers;
import entente.domain.Percent;
import entente.domain.Relationship;
import entente.domain.ScaleOfWords;
import entente.domain.ScaleOfWords.Word;
import entente.domain.Scenario;
import entente.domain.Verdict;
import entente.domain.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sentences of an assessment. They keep to what analysts hold a text to: each word of likelihood carries its
 * range, likelihood and confidence never share a sentence, no hedges, no forecast in the future tense.
 */
public final class Sentences {

    private static final String EVENT = "An operational alliance";

    private Sentences() {}

    /** The bottom line, in one sentence or in two where unknown readings allow more than one band. */
    static List<String> headline(Assessment assessment, ScaleOfWords scale) {
        Verdict verdict = assessment.verdict();
        Interval interval = verdict.interval();
        String event = EVENT + " " + when(assessment.scenario());
        if (assessment.confidence().known() == 0) {
            return List.of(
                    "Nothing is rated, so there is no verdict: the base rate alone is "
                            + Words.percent(verdict.likelihood().value()) + ".",
                    "What nobody rated leaves everything from "
                            + Words.percent(interval.low().value()) + " to "
                            + Words.percent(interval.high().value()) + " open.");
        }
        String point = predicate(scale.word(verdict.likelihood()), verdict.likelihood());
        if (interval.bands().size() == 1) {
            return List.of(event + " " + point);
        }
        Word low = scale.word(interval.low());
        Word high = scale.word(interval.high());
        return List.of(
                event + " lies anywhere between " + span(low) + " and " + span(high)
                        + ", for what nobody rated decides: "
                        + Words.percent(interval.low().value()) + " to "
                        + Words.percent(interval.high().value()) + ".",
                "On what is rated, taken alone, it " + point);
    }

    private static String span(Word word) {
        if (!word.around().isEmpty()) {
            return span(word.around().get(0)) + " or " + span(word.around().get(1));
        }
        return word.term() + " (" + range(word) + ")";
    }

    private static String predicate(Word word, Percent percent) {
        String figure = ": " + Words.percent(percent.value()) + ".";
        if (!word.around().isEmpty()) {
            return "lies in the gap between " + span(word.around().get(0)) + " and "
                    + span(word.around().get(1)) + figure;
        }
        String term = word.term();
        if (term.equals(Band.ALMOST_NO_CHANCE.term()) || term.equals("a remote chance")) {
            return "has " + term + " (" + range(word) + ")" + figure;
        }
        if (term.equals(Band.ROUGHLY_EVEN.term())) {
            return "has a roughly even chance (" + range(word) + ")" + figure;
        }
        return "is " + term + " (" + range(word) + ")" + figure;
    }

    private static String range(Word word) {
        return word.from() + "–" + word.to() + Words.GLUE + "%";
    }

    private static String when(Scenario scenario) {
        return scenario.asOf()
                .map(date -> "by " + (date.getYear() + scenario.horizonYears()))
                .orElse("within " + Words.plural(scenario.horizonYears(), "year", "years"));
    }

    /** What relationship is expected and what treaty is in force, with its flags. */
    static List<String> relationship(Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        List<Relationship> states = verdict.relationships();
        Optional<Relationship> settled = verdict.relationship();
        String range = states.size() == 1
                ? Words.relationship(states.get(0))
                : Words.relationship(states.get(0)) + " to " + Words.relationship(states.get(states.size() - 1));
        if (settled.isEmpty()) {
            sentences.add("Expected: " + range + "; too little is rated to say more.");
        } else if (states.size() > 1) {
            sentences.add(
                    "Expected: " + Words.relationship(settled.get()) + " (" + range + " over what nobody rated).");
        } else {
            sentences.add("Expected: " + Words.relationship(settled.get()) + ".");
        }
        sentences.add("In force: " + Words.commitment(verdict.commitment()) + ".");
        verdict.flags().stream().sorted().forEach(flag -> sentences.add(Words.flag(flag)));
        return sentences;
    }

    /** How firm the ground is, what keeps it there and what would raise it. */
    public static String confidence(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        List<String> sentences = new ArrayList<>();
        String level = confidence.level().name().toLowerCase(Locale.ROOT);
        int read = confidence.known() - confidence.assumed();
        StringBuilder first = new StringBuilder(
                "Confidence is " + level + ": " + read + " of " + confidence.total() + " readings are known");
        if (confidence.assumed() > 0) {
            first.append(", ")
                    .append(confidence.assumed())
                    .append(confidence.assumed() == 1 ? " is" : " are")
                    .append(" assumed");
        }
        if (confidence.known() > 0) {
            first.append(", and ").append(moves(confidence.robustness())).append(" of one reading keep the band");
        }
        sentences.add(first + ".");
        if (confidence.cappedByHorizon()) {
            sentences.add("A view of " + Words.plural(assessment.scenario().horizonYears(), "year", "years")
                    + " earns no more.");
        } else if (confidence.level() != ConfidenceLevel.HIGH) {
            sentences.add(raise(assessment));
        }
        return String.join(" ", sentences);
    }

    private static String moves(double robustness) {
        long tenths = Math.round(robustness * 10);
        if (tenths == 0 || tenths == 10) {
            return robustness == 1 ? "all moves" : tenths == 0 ? "hardly any moves" : "nearly all moves";
        }
        return "about " + Words.count((int) tenths) + " of ten moves";
    }

    private static String raise(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        if (assessment.verdict().interval().bands().size() > 2) {
            return "What nobody rated spans more than two bands: rating it raises confidence most.";
        }
        double lowest = Math.min(confidence.coverage(), Math.min(confidence.sourceGrade(), confidence.age()));
        if (lowest == confidence.coverage()) {
            return "Its weakest part is coverage: rating what is unknown, and reading what is assumed, raises it most.";
        }
        if (lowest == confidence.sourceGrade()) {
            return "Its weakest part is the sources: better ones for the readings that weigh most raise it most.";
        }
        return "Its weakest part is age: newer readings raise it most.";
    }

    /** What a condition asks, with the value that decides: "at least HIGH (3)" or "at most LOW (below 15)". */
    public static String needed(ConditionRow row) {
        Condition condition = row.condition();
        boolean atLeast = condition.comparison() == Comparison.AT_LEAST;
        return (atLeast ? "at least " : "at most ") + condition.threshold() + (atLeast ? " (" : " (below ")
                + Numbers.plain(row.cut()) + ")";
    }

    /** A condition beside its reading, for a person. */
    static String condition(ConditionRow row, Catalogue catalogue) {
        String asked = (row.condition().comparison() == Comparison.AT_LEAST ? "needs at least " : "needs below ")
                + Words.figure(row.cut());
        String has = row.actual().isPresent()
                ? "reads " + Words.figure(row.actual().getAsDouble()) + ", " + Words.grade(row.grade())
                : "nobody rated it";
        return Words.label(catalogue.indicator(row.condition().indicator())) + ": " + has + "; " + asked + ".";
    }

    /** How far a failing condition is from holding. */
    static String distance(ConditionRow row, Catalogue catalogue) {
        if (row.distance().isEmpty()) {
            return "not rated";
        }
        String unit = catalogue.indicator(row.condition().indicator()).unit();
        String in = unit.equals("percent") ? " percentage points" : unit.equals("USD bn") ? " bn USD" : "";
        double distance = row.distance().getAsDouble();
        if (distance == 0) {
            return "just on the cut";
        }
        boolean atLeast = row.condition().comparison() == Comparison.AT_LEAST;
        return Words.figure(distance) + in + (atLeast ? " short" : " too high");
    }

    /** A warning about the scenario as a sentence. */
    public static String warning(Warning warning, Catalogue catalogue) {
        List<String> facts = warning.facts();
        return switch (warning.kind()) {
            case NOTHING_RATED -> "Nothing is rated: the answer is the base rate.";
            case INTERVAL_NOT_EXACT -> "Too much is unknown to try every combination: the interval is an outer bound.";
            case SHARE_ABOVE_WHOLE ->
                "The US share of China's exports (" + facts.get(0) + ") is above that of the five Western markets ("
                        + facts.get(1) + "), of which it is a part.";
            case TARIFF_WITHOUT_EFFECT ->
                "A tariff of " + facts.get(0) + " percent stands beside a US export share of " + facts.get(1)
                        + " percent: a tariff acts on the stake through the shares only.";
            case STALE_READING ->
                label(catalogue, facts) + ": the reading is of " + facts.get(1) + ", the scenario of " + facts.get(2)
                        + ".";
            case READING_AFTER_SCENARIO ->
                label(catalogue, facts) + ": the reading is of " + facts.get(1) + ", later than the scenario ("
                        + facts.get(2) + "); it stands in.";
        };
    }

    private static String label(Catalogue catalogue, List<String> facts) {
        return Words.label(catalogue.indicator(facts.get(0)));
    }
}

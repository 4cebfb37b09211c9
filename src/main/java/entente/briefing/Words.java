package entente.briefing;

import entente.domain.Commitment;
import entente.domain.Comparison;
import entente.domain.Condition;
import entente.domain.Flag;
import entente.domain.Grade;
import entente.domain.Indicator;
import entente.domain.Numbers;
import entente.domain.Points;
import entente.domain.Relationship;
import entente.domain.Rule;
import entente.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Single words and figures as a text shows them. */
final class Words {

    private static final List<String> NUMBERS = List.of(
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** Stands for a space at which no line is broken, until the text is printed. */
    static final char GLUE = '\u00A0';

    private Words() {}

    /** Small numbers in letters, larger ones in digits. */
    static String count(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
    }

    static String plural(int number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** Points with a sign and two decimals. */
    static String points(Points points) {
        String digits = BigDecimal.valueOf(Math.abs(points.hundredths()), 2).toPlainString();
        return (points.hundredths() < 0 ? "−" : points.hundredths() > 0 ? "+" : "±") + digits;
    }

    /** Points, or a dot where there are none. */
    static String pointsOrDot(Points points) {
        return points.hundredths() == 0 ? "·" : points(points);
    }

    static String percent(double percent) {
        return BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + GLUE + "%";
    }

    /** A difference of percents, to the printed tenth. */
    static String tenths(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    /** A difference of two likelihoods, given in tenths of a percent: with a sign and one decimal. */
    static String shift(int tenths) {
        String digits = BigDecimal.valueOf(Math.abs(tenths), 1).toPlainString();
        return (tenths < 0 ? "−" : tenths > 0 ? "+" : "±") + digits;
    }

    /** A reading or cut point, without digits that say nothing. */
    static String figure(double value) {
        String plain = Numbers.plain(value);
        return plain.startsWith("-") ? "−" + plain.substring(1) : plain;
    }

    /** A value as it is typed on a command line. */
    static String plain(double value) {
        return Numbers.plain(value);
    }

    static String grade(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String relationship(Relationship relationship) {
        return relationship.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** States from the weakest to the closest. */
    static String range(List<Relationship> states) {
        String weakest = relationship(states.get(0));
        return states.size() == 1 ? weakest : weakest + " to " + relationship(states.get(states.size() - 1));
    }

    static String commitment(Commitment commitment) {
        return switch (commitment) {
            case NONE -> "no treaty";
            case FRIENDSHIP -> "a treaty of friendship or non-aggression";
            case CONSULTATION -> "a treaty of consultation";
            case SUPPORT -> "a treaty of neutrality or unspecified support";
            case DEFENCE -> "a mutual-defence treaty";
            case UNKNOWN -> "nobody rated which treaty";
        };
    }

    static String flag(Flag flag) {
        return switch (flag) {
            case HOLLOW_ALLIANCE -> "The defence treaty is hollow: its members no longer stand by it.";
            case ALLIANCE_WITHOUT_TREATY -> "An alliance in substance, without a treaty of defence.";
            case WITHIN_REACH -> "The shock has opened the way: an operational alliance is within reach.";
        };
    }

    /** A text of a scenario or a book as a sentence of its own. */
    static String sentence(String text) {
        String line = text.strip();
        return line.isEmpty() || line.matches("(?s).*[.!?…]") ? line : line + ".";
    }

    /** The first letter large. */
    static String opening(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The label of an indicator without what stands in brackets behind it. */
    static String label(Indicator indicator) {
        return indicator.label().replaceAll(" \\(.*\\)$", "");
    }

    /** A claim as a row of a list: without its full stop. */
    static String claim(Rule rule) {
        return rule.claim().replaceAll("\\.$", "");
    }

    /** The first letters of a digest: enough to tell two apart. */
    static String brief(String sha256) {
        return sha256.substring(0, 8);
    }

    /** The expected state of the relationship, or the first and last of the states that unrated indicators allow. */
    static String relationship(Verdict verdict) {
        List<Relationship> states = verdict.relationships();
        return verdict.relationship()
                .map(Words::relationship)
                .orElseGet(() -> relationship(states.get(0)) + " to " + relationship(states.get(states.size() - 1)));
    }

    /** A condition with the id of its indicator, such as {@code shock_suddenness at least high}. */
    static String condition(Condition condition) {
        return condition.indicator() + " " + threshold(condition);
    }

    static String threshold(Condition condition) {
        return (condition.comparison() == Comparison.AT_LEAST ? "at least " : "at most ")
                + grade(condition.threshold());
    }
}

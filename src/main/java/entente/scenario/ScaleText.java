package entente.scenario;

import entente.model.Indicator;
import entente.model.Numbers;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What an indicator accepts, in the words of messages: its levels, or its range with the unit. */
final class ScaleText {

    private static final String NUMBER = "(-?\\d{1,15}(?:[.,]\\d{1,15})?)\\s*%?";
    private static final Pattern RANGE =
            Pattern.compile("\\s*" + NUMBER + "\\s*(?:[-\u2010-\u2015\u2212]|to|\\.\\.+|\u2026)\\s*" + NUMBER + "\\s*");

    private static final String BILLIONS = " bn";

    private ScaleText() {}

    /** The levels with their anchors, such as {@code 1 (individual)}; the range of an indicator without. */
    static List<String> allowed(Indicator indicator) {
        return hasLevels(indicator)
                ? levels(indicator)
                        .mapToObj(level -> level + " (" + indicator.anchors().get(level) + ")")
                        .toList()
                : List.of(indicator.whole() ? number(indicator) : range(indicator));
    }

    /** Whether each whole number of the scale has an anchor. */
    static boolean hasLevels(Indicator indicator) {
        return indicator.ordinal() && levels(indicator).allMatch(indicator.anchors()::containsKey);
    }

    private static IntStream levels(Indicator indicator) {
        return IntStream.rangeClosed((int) indicator.low(), (int) indicator.high());
    }

    /** Such as {@code a number from 0 to 100 (percent)}. */
    static String number(Indicator indicator) {
        return (indicator.whole() ? "a whole number from " : "a number from ") + range(indicator);
    }

    private static String range(Indicator indicator) {
        return Numbers.plain(indicator.low()) + " to " + Numbers.plain(indicator.high())
                + (indicator.ordinal() ? "" : " (" + unit(indicator.unit()) + ")");
    }

    /** An amount, which begins with the code of its currency, in words. */
    private static String unit(String unit) {
        if (!unit.endsWith(BILLIONS)) {
            return unit;
        }
        String currency = Currency.getInstance(unit.substring(0, unit.length() - BILLIONS.length()))
                .getDisplayName(Locale.ENGLISH);
        int noun = currency.lastIndexOf(' ') + 1;
        return "billions of " + currency.substring(0, noun)
                + currency.substring(noun).toLowerCase(Locale.ROOT) + "s";
    }

    /** Where the ends of a range belong; empty if the text is no range from a lower to a higher number. */
    static Optional<String> misplacedRange(String text) {
        Matcher ends = RANGE.matcher(text);
        return ends.matches() && end(ends, 1).compareTo(end(ends, 2)) < 0
                ? Optional.of("is a range: write its ends into low and high, and the best single value into value.")
                : Optional.empty();
    }

    private static BigDecimal end(Matcher ends, int group) {
        return new BigDecimal(ends.group(group).replace(',', '.'));
    }
}

package entente.report.wording;

import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Sign;
import entente.model.ValueRange;
import entente.model.assessment.ReadingMove;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Values in the unit of their indicator, and ranges of its scale. */
public record MeasureText(Indicator indicator) {

    /** A value with its unit, as tables have it. */
    public String inTable(double value) {
        String figure = Wording.figure(value);
        return switch (indicator.unit()) {
            case "percent" -> figure + Wording.GLUE + "%";
            case "USD bn" -> figure + Wording.GLUE + "bn" + Wording.GLUE + "USD";
            default -> figure;
        };
    }

    /** A value with its unit. 0 and 100 percent are spelled out, so as not to read like a certainty. */
    public String value(double value) {
        return switch (indicator.unit().equals("percent") ? Wording.figure(value) : "") {
            case "0" -> "zero";
            case "100" -> "a hundred percent";
            default -> inTable(value);
        };
    }

    /** A value with what it stands for, where the catalogue says so. */
    public String explained(double value) {
        return value(value) + anchor(value);
    }

    /** A value in the words of the catalogue where it has some, such as "mutual defence". */
    public String inWords(double value) {
        String anchor = value == Math.rint(value) ? indicator.anchors().get((int) value) : null;
        return anchor == null ? value(value) : anchor;
    }

    /** The same within a sentence or beside other words: those of the catalogue in quotation marks. */
    public String quoted(double value) {
        String words = inWords(value);
        return words.equals(value(value)) ? words : "“" + words + "”";
    }

    /** A reading as it stands beside other words: its value with its range, or how probable each grade is. */
    public String reading(Reading reading) {
        return described(reading, this::quoted);
    }

    /** The same as a name of its own, with its range: the words of the catalogue without quotation marks. */
    public String readingInWords(Reading reading) {
        return described(reading, this::inWords) + (DistributionText.isWeighted(reading) ? "" : within(reading));
    }

    /** The range of a reading after its value; empty for a single value. */
    String within(Reading reading) {
        return reading.range()
                .filter(ValueRange::wide)
                .map(range -> ", within " + value(range.low()) + " to " + value(range.high()))
                .orElse("");
    }

    private String described(Reading reading, DoubleFunction<String> words) {
        if (DistributionText.isWeighted(reading)) {
            return DistributionText.of(reading).orElseThrow();
        }
        return reading.range().map(range -> words.apply(range.value())).orElse("unrated");
    }

    /** What is open of a reading: its range with its distribution, or how probable each grade is. */
    public String open(Reading reading) {
        String shape = DistributionText.of(reading).map(text -> ", " + text).orElse("");
        return reading.range()
                .filter(ValueRange::wide)
                .map(wide -> quoted(wide.low()) + " to " + quoted(wide.high()) + shape)
                .orElseGet(() -> reading(reading));
    }

    /** The range of a reading in brackets, after its value; empty for a single value or weights. */
    public String span(Reading reading) {
        return reading.range().filter(ValueRange::wide).isPresent() ? " (" + open(reading) + ")" : "";
    }

    private String anchor(double value) {
        return indicator.anchors().containsKey((int) value)
                ? " (" + Objects.requireNonNull(indicator.anchors().get((int) value)) + ")"
                : "";
    }

    /** The scale of an indicator. */
    public static String range(Indicator indicator) {
        return indicator.unit() + " " + Wording.figure(indicator.low()) + " to " + Wording.figure(indicator.high());
    }

    /** What a higher value of an indicator does. */
    public static String effect(Sign sign) {
        return switch (sign) {
            case RAISES -> "a higher value raises it";
            case LOWERS -> "a higher value lowers it";
            case NOTHING -> "no effect";
            case TWO_SIDED -> "two-sided";
            case GATE -> "necessary beside other readings";
            case VETO -> "limits it whatever the other readings are";
        };
    }

    /** To where a reading moves, with the grades there. */
    public String moved(ReadingMove move) {
        return where(move, this::value) + ", " + Wording.word(move.first())
                + (move.first() == move.last() ? "" : " to " + Wording.word(move.last()));
    }

    /** The values of a range: "at 4 or 5", "at 15 % or more", "from 15 % to below 25 %". */
    public String where(GradeRange range, DoubleFunction<String> shown) {
        return where(range.atLeast(), range.below(), shown);
    }

    /** The values that a change of a reading may have. */
    public String where(ReadingMove move, DoubleFunction<String> shown) {
        return where(move.atLeast(), move.below(), shown);
    }

    /**
     * The values of a range.
     *
     * @param from empty for the low end of the indicator
     * @param below the next cut point; empty for the high end of the indicator
     * @param shown the value that is named first; it may say what the value stands for
     */
    public String where(OptionalDouble from, OptionalDouble below, DoubleFunction<String> shown) {
        if (from.isEmpty() && below.isEmpty()) {
            return "at any value";
        }
        double first = from.orElse(indicator.low());
        double last = below.isEmpty() ? indicator.high() : indicator.whole() ? below.getAsDouble() - 1 : Double.NaN;
        if (first == last) {
            return "at " + shown.apply(first);
        }
        if (below.isEmpty()) {
            return "at " + shown.apply(first) + " or more";
        }
        if (!indicator.whole()) {
            return from.isEmpty()
                    ? "below " + shown.apply(below.getAsDouble())
                    : "from " + shown.apply(first) + " to below " + value(below.getAsDouble());
        }
        return from.isEmpty()
                ? "at " + shown.apply(last) + " or less"
                : "at " + shown.apply(first) + (last == first + 1 ? " or " : " to ") + value(last);
    }
}

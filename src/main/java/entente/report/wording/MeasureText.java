package entente.report.wording;

import entente.model.Indicator;
import entente.model.ValueRange;
import java.util.Objects;
import java.util.Optional;

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

    /** A range in brackets, after its value; empty for a single value. */
    public String span(Optional<ValueRange> range) {
        return range.filter(ValueRange::wide)
                .map(wide -> " (" + quoted(wide.low()) + " to " + quoted(wide.high()) + ")")
                .orElse("");
    }

    /** A threshold from which on, or below which, another grade begins, in the same words. */
    public String threshold(double cut, boolean up) {
        boolean named = indicator.whole() && indicator.anchors().containsKey((int) cut - 1);
        return up ? "from " + quoted(cut) : named ? "at most " + quoted(cut - 1) : "below " + quoted(cut);
    }

    private String anchor(double value) {
        return indicator.anchors().containsKey((int) value)
                ? " (" + Objects.requireNonNull(indicator.anchors().get((int) value)) + ")"
                : "";
    }

    /** The position of a range on the scale: "below 15 %", "from 3", "up to 1". */
    public String where(GradeRange range) {
        double from = range.first().from();
        double to = range.last().to();
        if (range.lowest() && range.highest()) {
            return "whatever it reads";
        }
        if (!indicator.whole()) {
            return range.highest()
                    ? "from " + value(from)
                    : range.lowest() ? "below " + value(to) : "from " + value(from) + " to below " + value(to);
        }
        double end = range.highest() ? to : to - 1;
        if (from == end) {
            return "at " + value(from);
        }
        return range.highest()
                ? "from " + value(from)
                : range.lowest() ? "up to " + value(end) : "from " + value(from) + " to " + value(end);
    }

    /** The same, with what its edge stands for where it rangees one way only. */
    public String whereExplained(GradeRange range) {
        double edge = range.lowest() ? range.last().to() - 1 : range.first().from();
        boolean oneWay = range.lowest() != range.highest();
        boolean one = range.first().equals(range.last());
        return where(range) + (indicator.whole() && (oneWay || one) ? anchor(edge) : "");
    }
}

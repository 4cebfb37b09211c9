package entente.report.wording;

import entente.model.Indicator;
import java.util.Objects;

/** Values in the unit of their indicator, and stretches of its scale. */
public record MeasureText(Indicator indicator) {

    /** A value with its unit. None of it and all of it stand in letters, so as not to read like a certainty. */
    public String value(double value) {
        String figure = Wording.figure(value);
        return switch (indicator.unit()) {
            case "percent" ->
                switch (figure) {
                    case "0" -> "zero";
                    case "100" -> "a hundred percent";
                    default -> figure + Wording.GLUE + "%";
                };
            case "USD bn" -> figure + Wording.GLUE + "bn" + Wording.GLUE + "USD";
            default -> figure;
        };
    }

    /** A value with what it stands for, where the catalogue says so. */
    public String explained(double value) {
        return value(value) + anchor(value);
    }

    private String anchor(double value) {
        return indicator.anchors().containsKey((int) value)
                ? " (" + Objects.requireNonNull(indicator.anchors().get((int) value)) + ")"
                : "";
    }

    /** Where on the scale a stretch lies: "below 15 %", "from 3", "up to 1". */
    public String where(GradeRange stretch) {
        double from = stretch.first().from();
        double to = stretch.last().to();
        if (stretch.lowest() && stretch.highest()) {
            return "whatever it reads";
        }
        if (!indicator.whole()) {
            return stretch.highest()
                    ? "from " + value(from)
                    : stretch.lowest() ? "below " + value(to) : "from " + value(from) + " to below " + value(to);
        }
        double end = stretch.highest() ? to : to - 1;
        if (from == end) {
            return "at " + value(from);
        }
        return stretch.highest()
                ? "from " + value(from)
                : stretch.lowest() ? "up to " + value(end) : "from " + value(from) + " to " + value(end);
    }

    /** The same, with what its edge stands for where it stretches one way only. */
    public String whereExplained(GradeRange stretch) {
        double edge =
                stretch.lowest() ? stretch.last().to() - 1 : stretch.first().from();
        boolean oneWay = stretch.lowest() != stretch.highest();
        boolean one = stretch.first().equals(stretch.last());
        return where(stretch) + (indicator.whole() && (oneWay || one) ? anchor(edge) : "");
    }
}

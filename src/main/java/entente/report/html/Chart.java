package entente.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing for the template {@code chart.jte}, which writes it as SVG. Public for the template only.
 *
 * @param description the drawing in words
 */
public record Chart(String id, String title, String description, int width, int height, List<Shape> shapes) {

    /** A shape with its coordinates as SVG reads them; the kind is a class of the style sheet. */
    public sealed interface Shape {}

    public record Box(String x, String y, String width, String height, String kind) implements Shape {}

    public record Line(String x1, String y1, String x2, String y2, String kind) implements Shape {}

    public record Dot(String x, String y, String radius, String kind) implements Shape {}

    /** @param data as the attribute d of an SVG path */
    public record Path(String data, String kind) implements Shape {}

    /** A text at a point, which is its start, middle or end. */
    public record Label(String x, String y, String anchor, String kind, String text) implements Shape {}

    /** Collects shapes; those added later lie above the others. */
    static final class Canvas {

        private final List<Shape> shapes = new ArrayList<>();

        void box(double x, double y, double width, double height, String kind) {
            shapes.add(new Box(number(x), number(y), number(Math.max(width, 1)), number(height), kind));
        }

        /** A vertical line. */
        void line(double x, double from, double to, String kind) {
            line(x, from, x, to, kind);
        }

        void line(double x1, double y1, double x2, double y2, String kind) {
            shapes.add(new Line(number(x1), number(y1), number(x2), number(y2), kind));
        }

        void dot(double x, double y, double radius, String kind) {
            shapes.add(new Dot(number(x), number(y), number(radius), kind));
        }

        void path(String data, String kind) {
            shapes.add(new Path(data, kind));
        }

        void label(double x, double y, String anchor, String kind, String text) {
            shapes.add(new Label(number(x), number(y), anchor, ("t " + kind).strip(), text));
        }

        List<Shape> shapes() {
            return List.copyOf(shapes);
        }

        static String number(double value) {
            return BigDecimal.valueOf(value)
                    .setScale(1, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}

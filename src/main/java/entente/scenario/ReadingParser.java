package entente.scenario;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.NullNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.Reading.SourceGrade;
import entente.model.ReadingDistribution;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingDistribution.Shape;
import entente.model.ReadingStatus;
import entente.model.ValueRange;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parses a reading in its short form (a number or "unknown") or long form (an object). */
final class ReadingParser {

    private static final String SHAPE = "distribution";
    private static final String WEIGHTS = "grades";

    private static final List<String> GRADES =
            Stream.of(Grade.values()).map(Grade::name).toList();

    /** How far weights may be from 1 together, so that thirds can be written with three digits. */
    private static final double ROUNDING = 0.002;

    /** Below this, weights are kept as they are written. */
    private static final double NEGLIGIBLE = 1e-9;

    static final List<String> FIELDS =
            List.of("value", "low", "high", SHAPE, WEIGHTS, "status", "source", "grade", "asOf", "note");
    static final String UNKNOWN = "unknown";
    private static final String QUOTED = "\"unknown\"";
    private static final Pattern GRADE = Pattern.compile("[A-F][1-6]");

    private static final String ANY = "any";
    private static final Pattern DOTS = Pattern.compile("\\.\\.");

    private ReadingParser() {}

    /** The reading; empty, with problems, if any part is invalid. All parts are checked. */
    static Optional<Reading> parse(Indicator indicator, Node node, Position at) {
        if (isUnknown(node)) {
            return Optional.of(Reading.unknown(indicator.id()));
        }
        if (node instanceof NumberNode) {
            return known(indicator, Fields.number(node, at.pointer(), at.problems()), at);
        }
        if (node instanceof ObjectNode) {
            return Fields.of(node, at.pointer(), at.problems())
                    .flatMap(fields -> longForm(indicator, fields, at.problems()));
        }
        reject(node, at, List.of(number(indicator), QUOTED, "an object"));
        return Optional.empty();
    }

    /** Parses a reading from the command line. */
    static Optional<Reading> parse(Indicator indicator, String text, Position at) {
        if (text.equals(UNKNOWN)) {
            return Optional.of(Reading.unknown(indicator.id()));
        }
        if (isUncertain(text)) {
            return uncertain(indicator, text, at);
        }
        Optional<Double> value = Numbers.finite(text);
        if (value.isEmpty()) {
            at.reject(
                    "WRONG_TYPE",
                    (text.isBlank() ? "The value is missing" : "\"" + Text.excerpt(text) + "\" is not a reading")
                            + "; a number has no unit, and a point before decimals.",
                    List.of(
                            number(indicator),
                            "a range such as 5..25",
                            "weights of grades such as LOW:0.3,HIGH:0.7",
                            ANY,
                            UNKNOWN),
                    Numbers.suggestion(text)
                            .or(() -> Suggestion.closest(text, List.of(ANY, UNKNOWN)))
                            .or(() -> Grade.named(text).map(grade -> grade + ":1")));
        }
        return known(indicator, value, at);
    }

    private static Optional<Reading> known(Indicator indicator, Optional<Double> value, Position at) {
        return inRange(indicator, value, at).map(number -> Reading.known(indicator.id(), number));
    }

    private static Optional<Reading> longForm(Indicator indicator, Fields fields, ProblemCollector problems) {
        fields.allowOnly(FIELDS);
        int before = problems.count();
        boolean unknownValue =
                fields.get("value").filter(ReadingParser::isUnknown).isPresent();
        boolean valued = fields.has("value") && !unknownValue;
        Optional<ReadingStatus> given = fields.constant(
                "status", List.of(ReadingStatus.values()), s -> s.name().toLowerCase(Locale.ROOT));
        boolean weightsOnly = fields.has(WEIGHTS) && !fields.has("value");
        ReadingStatus status = given.orElse(unknownValue ? ReadingStatus.UNKNOWN : ReadingStatus.KNOWN);
        boolean supposedUnknown = status == ReadingStatus.ASSUMED && unknownValue && !fields.has(WEIGHTS);
        Optional<ValueRange> range = range(indicator, fields, unknownValue);
        if (valued && status == ReadingStatus.UNKNOWN) {
            reject(
                    fields,
                    "status",
                    "An unknown reading has no value: leave out the status, or the value and its range.");
        } else if (!valued && (unknownValue || status == ReadingStatus.UNKNOWN)) {
            rejectGiven(fields, List.of("low", "high"), "An unknown reading has no low and no high end.");
        }
        boolean misspelt = fields.has("status") && given.isEmpty();
        if (!valued && !weightsOnly && !supposedUnknown && !misspelt && status != ReadingStatus.UNKNOWN) {
            reject(fields, "value", "A reading that is known or assumed needs a value; otherwise it is \"unknown\".");
        }
        Optional<ReadingDistribution> distribution = distribution(fields, range);
        Optional<String> source = fields.text("source");
        Optional<SourceGrade> grade = grade(fields);
        var asOf = ScenarioFileParser.date(fields, "asOf");
        Optional<String> note = fields.text("note");
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                indicator.id(),
                supposedUnknown ? ReadingStatus.UNKNOWN : status,
                range,
                source,
                grade,
                asOf,
                note,
                Optional.empty(),
                distribution,
                supposedUnknown));
    }

    private static void reject(Fields fields, String name, String detail) {
        fields.reject(name, "CONTRADICTION", detail);
    }

    private static void rejectGiven(Fields fields, List<String> names, String detail) {
        names.stream().filter(fields::has).forEach(name -> reject(fields, name, detail));
    }

    private static boolean isUnknown(Node node) {
        return node instanceof TextNode text && text.text().equals(UNKNOWN);
    }

    private static void reject(Node node, Position at, List<String> allowed) {
        if (node instanceof TextNode text) {
            Optional<String> number = Numbers.suggestion(text.text());
            String detail = number.isPresent()
                    ? "is text; a number is written without quotes, with a decimal point and without a unit."
                    : "is not a reading: use a number, or " + QUOTED
                            + " if it is not rated; the ends of a range stand in low and high.";
            at.reject(
                    "WRONG_TYPE",
                    "\"" + Text.excerpt(text.text()) + "\" " + detail,
                    allowed,
                    number.or(() ->
                            Suggestion.closest(text.text(), List.of(UNKNOWN)).map(unknown -> QUOTED)));
        } else if (node instanceof NullNode) {
            String detail = "null is not a reading; an unrated indicator is " + QUOTED + " or left out.";
            at.reject("WRONG_TYPE", detail, allowed, Optional.of(QUOTED));
        } else {
            at.reject(
                    "WRONG_TYPE", "A reading is a number, \"unknown\" or an object, not " + node.kind() + ".", allowed);
        }
    }

    /** The value with its ends, each and each pair of them checked; empty without a value, or with a problem of one. */
    private static Optional<ValueRange> range(Indicator indicator, Fields fields, boolean unknownValue) {
        int before = fields.at().problems().count();
        Optional<Double> value = unknownValue ? Optional.empty() : checked(indicator, fields, "value");
        Optional<Double> low = checked(indicator, fields, "low");
        Optional<Double> high = checked(indicator, fields, "high");
        boolean exchanged = low.isPresent() && high.isPresent() && low.get() > high.get();
        if (exchanged) {
            fields.reject("low", "LOW_ABOVE_HIGH", "The low end is above the high end.");
        }
        value.filter(number -> number < (exchanged ? high : low).orElse(number)
                        || number > (exchanged ? low : high).orElse(number))
                .ifPresent(outside -> fields.reject(
                        "value", "VALUE_OUTSIDE_RANGE", "The value does not lie between its own low and high end."));
        return fields.at().problems().count() > before
                ? Optional.empty()
                : value.map(number -> new ValueRange(number, low.orElse(number), high.orElse(number)));
    }

    private static Optional<Double> checked(Indicator indicator, Fields fields, String name) {
        Node given = fields.get(name).orElse(null);
        if (given instanceof TextNode || given instanceof NullNode) {
            List<String> allowed =
                    name.equals("value") ? List.of(number(indicator), QUOTED) : List.of(number(indicator));
            reject(given, fields.at(name), allowed);
            return Optional.empty();
        }
        return inRange(indicator, fields.number(name), fields.at(name));
    }

    static Optional<Double> inRange(Indicator indicator, Optional<Double> value, Position at) {
        if (value.isEmpty()) {
            return value;
        }
        double number = value.get();
        if (number < indicator.low() || number > indicator.high()) {
            at.reject(
                    "OUT_OF_RANGE",
                    Numbers.plain(number) + " lies outside the range of " + indicator.id() + ".",
                    allowed(indicator));
            return Optional.empty();
        }
        if (indicator.whole() && number != Math.rint(number)) {
            at.reject(
                    "NOT_WHOLE",
                    hasLevels(indicator)
                            ? Numbers.plain(number) + " lies between two levels of " + indicator.id()
                                    + "; values and ends of ranges are levels."
                            : indicator.id() + " takes whole numbers only.",
                    allowed(indicator));
            return Optional.empty();
        }
        return value;
    }

    private static Optional<SourceGrade> grade(Fields fields) {
        return fields.at("grade")
                .check(
                        fields.text("grade"),
                        GRADE.asMatchPredicate(),
                        "BAD_GRADE",
                        "A source is graded by a letter A to F and a digit 1 to 6, such as B2.")
                .map(text -> new SourceGrade(text.substring(0, 1), text.substring(1)));
    }

    /** The levels with their anchors, such as {@code 1 (individual)}; the range of an indicator without. */
    private static List<String> allowed(Indicator indicator) {
        return hasLevels(indicator)
                ? levels(indicator)
                        .mapToObj(level -> level + " (" + indicator.anchors().get(level) + ")")
                        .toList()
                : List.of(indicator.whole() ? number(indicator) : rangeOf(indicator));
    }

    /** Whether each whole number of the scale has an anchor. */
    private static boolean hasLevels(Indicator indicator) {
        return indicator.ordinal() && levels(indicator).allMatch(indicator.anchors()::containsKey);
    }

    private static IntStream levels(Indicator indicator) {
        return IntStream.rangeClosed((int) indicator.low(), (int) indicator.high());
    }

    /** Such as {@code a number from 0 to 100 (percent)}. */
    private static String number(Indicator indicator) {
        return (indicator.whole() ? "a whole number from " : "a number from ") + rangeOf(indicator);
    }

    private static String rangeOf(Indicator indicator) {
        return Numbers.plain(indicator.low()) + " to " + Numbers.plain(indicator.high())
                + (indicator.ordinal() ? "" : " (" + indicator.unit() + ")");
    }

    private static boolean isUncertain(String text) {
        return text.equals(ANY) || text.contains("..") || text.contains(":");
    }

    /**
     * An uncertain reading as an option writes it: {@code 5..25} for a range, {@code 5..15..25} for one with its most
     * probable value, {@code LOW:0.3,HIGH:0.7} for weights on grades, {@code any} for the five grades alike.
     */
    private static Optional<Reading> uncertain(Indicator indicator, String text, Position at) {
        if (text.equals(ANY)) {
            return Optional.of(Reading.unknown(indicator.id()).withDistribution(Optional.of(anyGrade())));
        }
        if (text.contains(":")) {
            return weights(text, at)
                    .map(weights -> Reading.unknown(indicator.id())
                            .withDistribution(Optional.of(weights))
                            .withStatus(ReadingStatus.KNOWN));
        }
        String[] parts = DOTS.split(text, -1);
        List<Double> values = Stream.of(parts)
                .flatMap(part -> Numbers.finite(part.strip()).stream())
                .toList();
        int before = at.problems().count();
        values.forEach(value -> inRange(indicator, Optional.of(value), at));
        if (values.size() != parts.length || parts.length > 3) {
            at.reject(
                    "WRONG_TYPE",
                    "\"" + Text.excerpt(text) + "\" is not a range: write its ends, such as 5..25, or its ends and the"
                            + " most probable value, such as 5..15..25.");
            return Optional.empty();
        }
        double low = values.get(0);
        double high = values.get(values.size() - 1);
        double middle = Numbers.rounded((low + high) / 2, 6);
        boolean peaked = values.size() == 3;
        double value = peaked ? values.get(1) : indicator.whole() ? Math.floor(middle) : middle;
        if (!(low < high && low <= value && value <= high)) {
            at.reject("LOW_ABOVE_HIGH", "The ends of a range rise from left to right.");
        }
        if (at.problems().count() > before) {
            return Optional.empty();
        }
        return Optional.of(Reading.known(indicator.id(), value)
                .withRange(Optional.of(new ValueRange(value, low, high)))
                .withDistribution(Optional.of(peaked ? Shape.TRIANGULAR : Shape.UNIFORM)));
    }

    private static GradeWeights anyGrade() {
        List<Grade> known = List.copyOf(EnumSet.complementOf(EnumSet.of(Grade.UNKNOWN)));
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        known.forEach(grade -> weights.put(grade, 1.0 / known.size()));
        return new GradeWeights(weights);
    }

    /** The field of a reading that holds such a distribution. */
    static String field(ReadingDistribution distribution) {
        return distribution instanceof Shape ? SHAPE : WEIGHTS;
    }

    /** How probable the values of a reading are: a shape over its range, or weights on grades. */
    private static Optional<ReadingDistribution> distribution(Fields fields, Optional<ValueRange> range) {
        Optional<Shape> shape = fields.constant(SHAPE, List.of(Shape.values()), Shape::text);
        if (!fields.has(WEIGHTS)) {
            boolean ends = fields.has("low") || fields.has("high");
            if (!ends || range.filter(span -> !span.wide()).isPresent()) {
                rejectGiven(fields, List.of(SHAPE), "A distribution needs a range: give low and high.");
            }
            return shape.map(given -> given);
        }
        rejectGiven(fields, List.of(SHAPE, "low", "high"), "A reading has either weights on grades or a range.");
        return fields.get(WEIGHTS).flatMap(node -> weights(node, fields.at(WEIGHTS)));
    }

    /** Weights as an object or as text; empty, with a problem, if they are invalid. */
    private static Optional<ReadingDistribution> weights(Node node, Position at) {
        if (node instanceof TextNode text) {
            return weights(text.text(), at);
        }
        if (!(node instanceof ObjectNode)) {
            Fields.wrongType(
                    node, at.pointer(), "weights by grade, such as { \"LOW\": 0.3, \"HIGH\": 0.7 }", at.problems());
            return Optional.empty();
        }
        int before = at.problems().count();
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        Fields.of(node, at.pointer(), at.problems())
                .map(fields -> fields.allowOnly(GRADES))
                .ifPresent(fields -> GRADES.forEach(name -> fields.number(name)
                        .ifPresent(weight -> put(weights, Grade.valueOf(name), weight, fields.at(name)))));
        return checked(weights, before, at);
    }

    /** Weights as {@code LOW:0.3,HIGH:0.7}. */
    private static Optional<ReadingDistribution> weights(String text, Position at) {
        int before = at.problems().count();
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        Set<Grade> seen = EnumSet.noneOf(Grade.class);
        for (String part : text.split(",", -1)) {
            String[] pair = part.split(":", -1);
            Optional<Grade> grade = Grade.named(pair[0]);
            Optional<Double> weight = pair.length == 2 ? Numbers.finite(pair[1].strip()) : Optional.empty();
            if (grade.isEmpty() || weight.isEmpty() || !seen.add(grade.get())) {
                at.reject(
                        "WRONG_TYPE",
                        "\"" + Text.excerpt(part) + "\" is not a grade with its weight, each grade once: write weights"
                                + " such as LOW:0.3,HIGH:0.7.",
                        GRADES);
            } else {
                put(weights, grade.get(), weight.get(), at);
            }
        }
        return checked(weights, before, at);
    }

    private static void put(Map<Grade, Double> weights, Grade grade, double weight, Position at) {
        if (weight < 0 || weight > 1) {
            at.reject("OUT_OF_RANGE", "A weight lies between 0 and 1, not " + Numbers.plain(weight) + ".");
        } else if (weight > 0) {
            weights.put(grade, weight);
        }
    }

    /** The weights, unless a problem was added since there were so many. All on UNKNOWN is a status, and no distribution. */
    private static Optional<ReadingDistribution> checked(Map<Grade, Double> weights, int before, Position at) {
        double sum = weights.values().stream().mapToDouble(weight -> weight).sum();
        if (at.problems().count() > before) {
            return Optional.empty();
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            at.reject(
                    "WEIGHTS_NOT_ONE",
                    "The weights of the grades add up to " + Numbers.plain(Numbers.rounded(sum, 6)) + ", not to 1.");
            return Optional.empty();
        }
        if (weights.keySet().equals(Set.of(Grade.UNKNOWN))) {
            at.reject("CONTRADICTION", "All weight on UNKNOWN: such a reading is \"unknown\".");
            return Optional.empty();
        }
        if (Math.abs(sum - 1) > NEGLIGIBLE) {
            weights.replaceAll((grade, weight) -> weight / sum);
        }
        return Optional.of(new GradeWeights(weights));
    }
}

package entente.scenario;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.Text;
import entente.model.Grade;
import entente.model.Numbers;
import entente.model.ReadingDistribution;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingDistribution.Shape;
import entente.model.ValueRange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Parses how probable the values of a reading are: a shape over its range, or weights on grades. */
public final class DistributionParser {

    static final String SHAPE = "distribution";
    static final String WEIGHTS = "grades";

    static final List<String> SHAPES =
            Stream.of(Shape.values()).map(Shape::text).toList();

    private static final List<String> GRADES =
            Stream.of(Grade.values()).map(Grade::name).toList();

    /** How far weights may be from 1 together, so that thirds can be written with three digits. */
    private static final double ROUNDING = 0.002;

    /** Below this, weights are kept as they are written. */
    private static final double NEGLIGIBLE = 1e-9;

    private DistributionParser() {}

    /** The field of a reading that holds such a distribution. */
    static String field(ReadingDistribution distribution) {
        return distribution instanceof Shape ? SHAPE : WEIGHTS;
    }

    static Optional<ReadingDistribution> parse(Fields fields, Optional<ValueRange> range) {
        Optional<Shape> shape = fields.constant(SHAPE, List.of(Shape.values()), Shape::text);
        if (!fields.has(WEIGHTS)) {
            if (shape.isPresent() && range.filter(ValueRange::wide).isEmpty()) {
                fields.reject(SHAPE, "CONTRADICTION", "A distribution needs a range: give low and high.");
            }
            return shape.map(given -> given);
        }
        for (String other : List.of(SHAPE, "low", "high")) {
            if (fields.has(other)) {
                fields.reject(other, "CONTRADICTION", "A reading has either weights on grades or a range.");
            }
        }
        return fields.get(WEIGHTS)
                .flatMap(node -> weights(node, fields.at(WEIGHTS)))
                .flatMap(weights -> ofReading(weights, fields.at(WEIGHTS)));
    }

    /** Weights as an object or as text; empty, with a problem, if they are invalid. */
    public static Optional<GradeWeights> weights(Node node, Position at) {
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
        Optional<Fields> fields = Fields.of(node, at.pointer(), at.problems());
        fields.ifPresent(given -> given.allowOnly(GRADES)
                .members()
                .keySet()
                .forEach(name -> Grade.named(name)
                        .ifPresent(grade ->
                                given.number(name).ifPresent(weight -> put(weights, grade, weight, given.at(name))))));
        return at.problems().count() > before ? Optional.empty() : checked(weights, at);
    }

    /** Weights as {@code LOW:0.3,HIGH:0.7}. */
    static Optional<GradeWeights> weights(String text, Position at) {
        int before = at.problems().count();
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        for (String part : text.split(",", -1)) {
            String[] pair = part.split(":", -1);
            Optional<Grade> grade = Grade.named(pair[0]);
            Optional<Double> weight = pair.length == 2 ? Numbers.finite(pair[1].strip()) : Optional.empty();
            if (grade.isEmpty() || weight.isEmpty() || weights.containsKey(grade.get())) {
                at.reject(
                        "WRONG_TYPE",
                        "\"" + Text.excerpt(part) + "\" is not a grade with its weight, each grade once: write weights"
                                + " such as LOW:0.3,HIGH:0.7.",
                        GRADES);
                return Optional.empty();
            }
            put(weights, grade.get(), weight.get(), at);
        }
        return at.problems().count() > before ? Optional.empty() : checked(weights, at);
    }

    /** The weights of a reading, which is unknown by its status instead. */
    static Optional<ReadingDistribution> ofReading(GradeWeights weights, Position at) {
        if (weights.byGrade().keySet().equals(Set.of(Grade.UNKNOWN))) {
            at.reject("CONTRADICTION", "All weight on UNKNOWN: such a reading is \"unknown\".");
            return Optional.empty();
        }
        return Optional.of(weights);
    }

    private static void put(Map<Grade, Double> weights, Grade grade, double weight, Position at) {
        if (weight < 0) {
            at.reject("OUT_OF_RANGE", "A weight is 0 or more, not " + Numbers.plain(weight) + ".");
        } else if (weight > 0) {
            weights.put(grade, weight);
        }
    }

    private static Optional<GradeWeights> checked(Map<Grade, Double> weights, Position at) {
        double sum = weights.values().stream().mapToDouble(weight -> weight).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            at.reject(
                    "WEIGHTS_NOT_ONE",
                    "The weights of the grades add up to " + Numbers.plain(Numbers.rounded(sum, 6)) + ", not to 1.");
            return Optional.empty();
        }
        if (Math.abs(sum - 1) > NEGLIGIBLE) {
            weights.replaceAll((grade, weight) -> weight / sum);
        }
        return Optional.of(new GradeWeights(weights));
    }
}

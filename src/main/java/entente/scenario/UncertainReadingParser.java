package entente.scenario;

import entente.document.Position;
import entente.document.Text;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingDistribution;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingDistribution.Shape;
import entente.model.ReadingStatus;
import entente.model.ValueRange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An uncertain reading as an option writes it: {@code 5..25} for a range, {@code 5..15..25} for one with its most
 * probable value, {@code LOW:0.3,HIGH:0.7} for weights on grades, {@code any} for the five grades alike.
 */
final class UncertainReadingParser {

    private static final String ANY = "any";
    private static final Pattern DOTS = Pattern.compile("\\.\\.");

    private UncertainReadingParser() {}

    static boolean isWritten(String text) {
        return text.equals(ANY) || text.contains("..") || text.contains(":");
    }

    static Optional<Reading> parse(Indicator indicator, String text, Position at) {
        if (text.equals(ANY)) {
            return Optional.of(Reading.unknown(indicator.id()).withDistribution(Optional.of(anyGrade())));
        }
        if (text.contains(":")) {
            return DistributionParser.weights(text, at)
                    .flatMap(weights -> DistributionParser.ofReading(weights, at))
                    .map(weights -> Reading.unknown(indicator.id())
                            .withDistribution(Optional.of(weights))
                            .withStatus(ReadingStatus.KNOWN));
        }
        List<Optional<Double>> numbers = Stream.of(DOTS.split(text, -1))
                .map(part -> Numbers.finite(part.strip()))
                .toList();
        boolean wellFormed =
                (numbers.size() == 2 || numbers.size() == 3) && numbers.stream().allMatch(Optional::isPresent);
        if (!wellFormed) {
            at.reject(
                    "WRONG_TYPE",
                    "\"" + Text.excerpt(text) + "\" is not a range: write its ends, such as 5..25, or its ends and the"
                            + " most probable value, such as 5..15..25.");
            return Optional.empty();
        }
        List<Optional<Double>> inRange = numbers.stream()
                .map(number -> ReadingParser.inRange(indicator, number, at))
                .toList();
        return inRange.stream().allMatch(Optional::isPresent)
                ? range(indicator, inRange.stream().flatMap(Optional::stream).toList(), at)
                : Optional.empty();
    }

    private static Optional<Reading> range(Indicator indicator, List<Double> values, Position at) {
        double low = values.get(0);
        double high = values.get(values.size() - 1);
        double middle = Numbers.rounded((low + high) / 2, 6);
        double value = values.size() == 3 ? values.get(1) : indicator.whole() ? Math.floor(middle) : middle;
        if (!(low < high && low <= value && value <= high)) {
            at.reject("LOW_ABOVE_HIGH", "The ends of a range rise from left to right.");
            return Optional.empty();
        }
        ReadingDistribution shape = values.size() == 3 ? Shape.TRIANGULAR : Shape.UNIFORM;
        return Optional.of(Reading.known(indicator.id(), value)
                .withRange(Optional.of(new ValueRange(value, low, high)))
                .withDistribution(Optional.of(shape)));
    }

    private static GradeWeights anyGrade() {
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        List<Grade> known = List.of(Grade.values()).subList(Grade.VERY_LOW.ordinal(), Grade.values().length);
        known.forEach(grade -> weights.put(grade, 1.0 / known.size()));
        return new GradeWeights(weights);
    }
}

package entente.report.csv;

import entente.model.Percent;
import entente.model.Points;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The type of the values of a column; a row without a value leaves it empty. */
@Getter
@RequiredArgsConstructor
public enum ColumnType {
    TEXT("text"),
    LIST("list"),
    DATE("date"),
    NUMBER("number"),
    INTEGER("whole number"),
    BOOLEAN("true or false");

    private static final String SEPARATOR = "; ";

    private final String label;

    /**
     * The value as a String, Double, Integer or Boolean; null if there is none.
     *
     * @param cell text, enum constant, collection, date, number, truth value, or an Optional of one
     */
    @Nullable Object value(Object cell) {
        if (cell instanceof Optional<?> optional) {
            return optional.isPresent() ? value(optional.get()) : null;
        }
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return switch (this) {
            case TEXT -> cell.toString();
            case LIST -> list((Collection<?>) cell);
            case DATE -> ((LocalDate) cell).toString();
            case NUMBER -> number(cell);
            case INTEGER -> (Integer) cell;
            case BOOLEAN -> (Boolean) cell;
        };
    }

    private static @Nullable String list(Collection<?> values) {
        return values.isEmpty() ? null : values.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    private static Double number(Object cell) {
        return cell instanceof Percent percent
                ? Double.valueOf(percent.value())
                : cell instanceof Points points ? Double.valueOf(points.value()) : (Double) cell;
    }
}

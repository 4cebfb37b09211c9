package entente.model;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The comparisons of a condition. */
@Getter
@RequiredArgsConstructor
public enum ComparisonOperator {
    AT_LEAST(">="),
    AT_MOST("<=");

    /** As rules write it. */
    private final String symbol;

    public static Optional<ComparisonOperator> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    /** The grade with which every known reading meets the comparison. */
    public Grade trivialGrade() {
        return this == AT_LEAST ? Grade.VERY_LOW : Grade.VERY_HIGH;
    }

    /** Whether a higher reading can meet the condition (1) or only a lower one (-1). */
    public int direction() {
        return this == AT_LEAST ? 1 : -1;
    }
}

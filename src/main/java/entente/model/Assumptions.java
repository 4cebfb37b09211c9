package entente.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.With;

/**
 * Changes that a scenario makes to the rule book. They are kept apart from readings.
 *
 * @param weights points of a strength, zero or more, by question
 * @param emphasis factor from 0 to 2 on both questions of a group
 * @param without ids of disabled rules and groups
 * @param cutPoints four ascending values by indicator
 * @param baseRatePercent likelihood before any reading, strictly between 0 and 100
 * @param referenceClass id of the class whose rate that is; never beside a base rate
 */
public record Assumptions(
        @With Map<Question, Map<Strength, Double>> weights,
        @With Map<String, Double> emphasis,
        @With Set<String> without,
        @With Map<String, List<Double>> cutPoints,
        @With OptionalDouble baseRatePercent,
        @With Optional<String> referenceClass) {

    public static final Assumptions NONE =
            new Assumptions(Map.of(), Map.of(), Set.of(), Map.of(), OptionalDouble.empty(), Optional.empty());

    public boolean isDefault() {
        // Not equals(NONE): to link the equals of a record takes a twentieth of a cold start.
        return weights.isEmpty()
                && emphasis.isEmpty()
                && without.isEmpty()
                && cutPoints.isEmpty()
                && baseRatePercent.isEmpty()
                && referenceClass.isEmpty();
    }

    /** The scale of an indicator, with assumed cut points if there are any. */
    public GradeScale scale(Indicator indicator) {
        List<Double> cuts = cutPoints.get(indicator.id());
        return cuts == null ? indicator.scale() : new GradeScale(cuts, indicator.whole());
    }

    /** The kinds of assumptions that a comparison distinguishes, with their names in scenario files. */
    @Getter
    @RequiredArgsConstructor
    public enum AssumptionKind {
        HORIZON("horizonYears"),
        /** Also of the reference class. */
        BASE_RATE("baseRatePercent"),
        WEIGHTS("weights"),
        EMPHASIS("emphasis"),
        CUT_POINTS("cutPoints"),
        WITHOUT("without");

        private final String id;

        public static AssumptionKind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of assumption is called " + id));
        }
    }
}

package entente.quality.diff;

import entente.model.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;

/** A rule with the same id that differs between two rule books. */
public record RuleEdit(Rule before, Rule after) {

    /** Parts of a rule, in output order. */
    @RequiredArgsConstructor
    public enum Field {
        CLAIM(Rule::claim),
        GROUP(Rule::group),
        WHEN(Rule::conditions),
        ALLIANCE(Rule::alliance),
        PARTNERSHIP(Rule::partnership),
        OVERRIDES(Rule::overrides),
        CEILING(Rule::ceiling),
        TAGS(Rule::tags),
        CITES(Rule::cites),
        PROJECT_ASSUMPTION(Rule::projectAssumption),
        ENCODES(Rule::encodes);

        @SuppressWarnings("ImmutableEnumChecker") // Getters have no state.
        private final Function<Rule, Object> part;

        boolean affectsVerdict() {
            return this != CLAIM && this != CITES && this != PROJECT_ASSUMPTION && this != ENCODES;
        }
    }

    public List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> !field.part.apply(before).equals(field.part.apply(after)))
                .toList();
    }

    public boolean affectsVerdict() {
        return fields().stream().anyMatch(Field::affectsVerdict);
    }
}

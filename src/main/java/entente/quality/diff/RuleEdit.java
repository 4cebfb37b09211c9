package entente.quality.diff;

import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A rule with the same id that differs between two rule books. */
public record RuleEdit(Rule before, Rule after) {

    /** Parts of a rule, in output order. */
    public enum Field {
        CLAIM,
        GROUP,
        WHEN,
        ALLIANCE,
        PARTNERSHIP,
        OVERRIDES,
        CEILING,
        TAGS,
        CITES,
        PROJECT_ASSUMPTION,
        ENCODES;

        private Object of(Rule rule) {
            return switch (this) {
                case CLAIM -> rule.claim();
                case GROUP -> rule.group();
                case WHEN -> rule.conditions();
                case ALLIANCE -> rule.alliance();
                case PARTNERSHIP -> rule.partnership();
                case OVERRIDES -> rule.overrides();
                case CEILING -> rule.ceiling();
                case TAGS -> rule.tags();
                case CITES -> rule.cites();
                case PROJECT_ASSUMPTION -> rule.projectAssumption();
                case ENCODES -> rule.encodes();
            };
        }

        /** Whether it can affect a verdict. */
        boolean affectsVerdict() {
            return this != CLAIM && this != CITES && this != PROJECT_ASSUMPTION && this != ENCODES;
        }
    }

    /** The parts that differ. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            if (!field.of(before).equals(field.of(after))) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Whether a difference can affect a verdict. */
    public boolean affectsVerdict() {
        return fields().stream().anyMatch(Field::affectsVerdict);
    }
}

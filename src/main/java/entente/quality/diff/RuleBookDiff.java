package entente.quality.diff;

import entente.document.Node;
import entente.document.TreeComparison;
import entente.document.TreeComparison.Difference;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;

/**
 * The differences between two rule books and the verdicts of scenarios under each.
 *
 * @param added rules that only the second book has
 * @param removed rules that only the first book has
 * @param parameters weights, ceilings, cut points, rates and the like; of their texts, such as reasons, none
 * @param verdicts one per scenario: those that flip first, then by the shift of likelihood, largest first
 */
public record RuleBookDiff(
        RuleBook first,
        RuleBook second,
        List<Rule> added,
        List<Rule> removed,
        List<RuleEdit> changed,
        List<ParameterChange> parameters,
        List<VerdictChange> verdicts) {

    /** A scenario as read under each rule book. */
    public record ScenarioVersions(Scenario first, Scenario second) {}

    /** One scenario under both books. */
    public record VerdictChange(Assessment before, Assessment after) {

        /** Whether band or relationship differ. */
        public boolean flips() {
            return before.verdict().differsFrom(after.verdict());
        }

        public boolean moves() {
            return !before.verdict().equals(after.verdict());
        }

        /** The shift of the likelihood, in tenths of a percent. */
        public int tenths() {
            return after.verdict().likelihood().tenths()
                    - before.verdict().likelihood().tenths();
        }
    }

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

    public static RuleBookDiff between(LoadedRuleBook first, LoadedRuleBook second, List<ScenarioVersions> scenarios) {
        RuleBook a = first.book();
        RuleBook b = second.book();
        Assessor underFirst = new Assessor(first);
        Assessor underSecond = new Assessor(second);
        return new RuleBookDiff(
                a,
                b,
                only(b, a),
                only(a, b),
                a.rules().stream()
                        .flatMap(rule -> b.find(rule.id()).map(other -> new RuleEdit(rule, other)).stream())
                        .filter(edit -> !edit.fields().isEmpty())
                        .toList(),
                TreeComparison.differences(first.figures(), second.figures()).stream()
                        .map(ParameterChange::of)
                        .toList(),
                scenarios.stream()
                        .map(scenario -> new VerdictChange(
                                underFirst.assess(scenario.first()), underSecond.assess(scenario.second())))
                        .sorted(Comparator.comparing((VerdictChange change) -> !change.flips())
                                .thenComparingInt(change -> -Math.abs(change.tenths())))
                        .toList());
    }

    private static List<Rule> only(RuleBook own, RuleBook other) {
        return own.rules().stream()
                .filter(rule -> other.find(rule.id()).isEmpty())
                .toList();
    }

    /**
     * A figure of the catalogue or the weights that differs between two rule books.
     *
     * @param path location, such as {@code weights/alliance/STRONG/points}
     * @param before as text; a dash if the first book does not have it
     */
    public record ParameterChange(String path, String before, String after) {

        private static ParameterChange of(Difference found) {
            return new ParameterChange(found.path().substring(2), text(found.before()), text(found.after()));
        }

        private static String text(Optional<Node> figure) {
            return figure.map(TreeComparison::text).orElse("–");
        }
    }
}

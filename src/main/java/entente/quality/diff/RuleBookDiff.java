package entente.quality.diff;

import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Indicator.CutPoint;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.ConfidenceParameters;
import entente.model.rule.RuleBook.Parameter;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * The differences between two rule books and the verdicts of scenarios under each.
 *
 * @param added rules that only the second book has
 * @param removed rules that only the first book has
 * @param parameters weights, ceilings, cut points, rates and the like
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
                ParameterChange.between(a, b),
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
     * A parameter that differs between two rule books. Reasons are not compared.
     *
     * @param path location, such as {@code weights/alliance/STRONG}
     * @param before as text; a dash if the first book does not have it
     */
    public record ParameterChange(String path, String before, String after) {

        private static final String NONE = "–";

        static List<ParameterChange> between(RuleBook first, RuleBook second) {
            Map<String, String> before = parameters(first);
            Map<String, String> after = parameters(second);
            Set<String> paths = new LinkedHashSet<>(before.keySet());
            paths.addAll(after.keySet());
            return paths.stream()
                    .map(path ->
                            new ParameterChange(path, before.getOrDefault(path, NONE), after.getOrDefault(path, NONE)))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
        }

        /** All parameters of a rule book as text, by path. */
        private static Map<String, String> parameters(RuleBook book) {
            Map<String, String> figures = new LinkedHashMap<>();
            for (Question question : Question.values()) {
                String path = "weights/" + question.name().toLowerCase(Locale.ROOT) + "/";
                table(figures, path, book.weights().of(question));
            }
            for (CeilingKind kind : CeilingKind.values()) {
                Optional.ofNullable(book.ceilings().get(kind))
                        .ifPresent(ceiling -> figures.put("ceilings/" + kind, ceiling(ceiling)));
            }
            figures.put("referenceClasses/default", book.referenceClasses().standard());
            book.referenceClasses()
                    .all()
                    .forEach(one -> figures.put("referenceClasses/" + one.id(), plain(one.rate())));
            book.catalogue().indicators().forEach(indicator -> indicator(figures, indicator, book.catalogue()));
            table(figures, "relationship/floors/", book.relationship().floors());
            figures.put("relationship/pactTag", book.relationship().pactTag());
            figures.put("relationship/withPact", plain(book.relationship().withPact()));
            figures.put("relationship/withSwitch", plain(book.relationship().withSwitch()));
            confidence(figures, book.confidence());
            return figures;
        }

        private static void indicator(Map<String, String> figures, Indicator indicator, Catalogue catalogue) {
            String path = "indicators/" + indicator.id() + "/";
            figures.put(path + "cutPoints", list(indicator.cutPoints().stream().map(CutPoint::from)));
            figures.put(path + "range", Numbers.plain(indicator.low()) + " to " + Numbers.plain(indicator.high()));
            figures.put(path + "unit", indicator.unit());
            figures.put(path + "group", catalogue.group(indicator.group()).id());
            figures.put(path + "alliance", indicator.alliance().mark());
            figures.put(path + "partnership", indicator.partnership().mark());
            figures.put(path + "commitment", String.valueOf(indicator.commitment()));
            figures.put(path + "partOf", indicator.partOf().orElse(NONE));
            figures.put(path + "actsThrough", indicator.actsThrough().orElse(NONE));
        }

        private static String ceiling(Ceiling ceiling) {
            return "knee " + percent(ceiling.kneePercent()) + ", share " + Numbers.plain(ceiling.share()) + ", limit "
                    + percent(ceiling.limitPercent());
        }

        private static String percent(OptionalDouble percent) {
            return percent.isPresent() ? Numbers.plain(percent.getAsDouble()) : NONE;
        }

        private static void confidence(Map<String, String> figures, ConfidenceParameters scheme) {
            table(figures, "confidence/", scheme.reliability());
            table(figures, "confidence/", scheme.credibility());
            figures.put("confidence/ungraded", plain(scheme.ungraded()));
            figures.put("confidence/assumed/coverage", plain(scheme.assumedCoverage()));
            figures.put("confidence/assumed/sourceScore", plain(scheme.assumedSource()));
            figures.put("confidence/freshYears", plain(scheme.freshYears()));
            figures.put("confidence/worthlessYears", plain(scheme.worthlessYears()));
            figures.put("confidence/high", plain(scheme.high()));
            figures.put("confidence/moderate", plain(scheme.moderate()));
            figures.put("confidence/stepDownBelow", plain(scheme.stepDownBelow()));
            figures.put("confidence/longViewYears", plain(scheme.longViewYears()));
            figures.put("confidence/wideBands", plain(scheme.wideBands()));
        }

        private static void table(Map<String, String> figures, String path, Map<?, Parameter> table) {
            new TreeMap<>(table).forEach((key, figure) -> figures.put(path + key, plain(figure)));
        }

        private static String list(Stream<Double> figures) {
            return figures.map(Numbers::plain).collect(Collectors.joining(", "));
        }

        private static String plain(Parameter figure) {
            return Numbers.plain(figure.value());
        }
    }
}

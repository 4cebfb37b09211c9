package entente.scoring;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Group;
import entente.model.RuleCondition;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.rulebook.TruthTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The relations between the rules, indicators and groups of a book as arrays of their indexes, with all that no
 * assumption changes. Rules have their index in the book, indicators and groups theirs in the catalogue.
 */
final class RuleIndex {

    static final int NONE = -1;

    final RuleBook book;
    final TruthTables tables;
    final Map<String, Integer> positions;

    /** By indicator, the rules that read it, ascending. */
    final int[][] byIndicator;

    /** By indicator and position of a rule in {@link #byIndicator}, the grades with which it can hold, as bits. */
    final int[][] masksByIndicator;

    /** By group, its rules, ascending. */
    final int[][] byGroup;

    /** By rule, the index of its group; {@link #NONE} for interplay. */
    final int[] groups;

    /** By rule, the rules that it overrides if it holds, ascending. */
    final int[][] overridden;

    /** By rule, the rules that override it if they hold, ascending. */
    final int[][] overriding;

    /** By rule, the ordinal of the kind of ceiling that it applies, or {@link #NONE}. */
    final int[] ceilings;

    /** By rule, whether it claims that a pact is in force. */
    final boolean[] pacts;

    /** The conditions of all rules without duplicates. */
    final List<RuleCondition> conditions;

    /** By condition, the indicator that it reads. */
    final int[] conditionIndicators;

    /** By rule, the indexes of its conditions in {@link #conditions}, in the order of the rule. */
    final int[][] conditionsByRule;

    final GradeClasses classes;

    /** By one more than the kind of the last ceiling before the incident's, without and with that of an incident. */
    private final List<List<List<Ceiling>>> appliedCeilings = new ArrayList<>();

    RuleIndex(RuleBook book, TruthTables tables) {
        this.book = book;
        this.tables = tables;
        List<Rule> rules = book.rules();
        positions = book.catalogue().positions();
        byIndicator = inverse(tables.indicators(), positions.size());
        masksByIndicator = new int[byIndicator.length][];
        for (int i = 0; i < byIndicator.length; i++) {
            int indicator = i;
            masksByIndicator[i] = IntStream.of(byIndicator[i])
                    .map(rule -> mask(rule, indicator))
                    .toArray();
        }
        List<String> ids = book.catalogue().groups().stream().map(Group::id).toList();
        groups = rules.stream().mapToInt(rule -> ids.indexOf(rule.group())).toArray();
        byGroup = inverse(
                IntStream.of(groups)
                        .mapToObj(group -> group == NONE ? new int[0] : new int[] {group})
                        .toArray(int[][]::new),
                ids.size());
        overridden = rules.stream().map(rule -> overridden(rule, rules)).toArray(int[][]::new);
        overriding = inverse(overridden, rules.size());
        ceilings = rules.stream()
                .mapToInt(rule -> rule.ceiling().map(CeilingKind::ordinal).orElse(NONE))
                .toArray();
        pacts = new boolean[rules.size()];
        for (int r = 0; r < pacts.length; r++) {
            pacts[r] = book.relationship().isPact(rules.get(r));
        }
        // By a number instead of the condition itself: to link the equals of a record takes a twentieth of a
        // cold start.
        Map<Integer, RuleCondition> byNumber = new LinkedHashMap<>();
        rules.forEach(rule -> rule.conditions().forEach(c -> byNumber.putIfAbsent(number(c), c)));
        conditions = List.copyOf(byNumber.values());
        conditionIndicators = conditions.stream()
                .mapToInt(condition -> position(condition.indicator()))
                .toArray();
        List<Integer> numbers = List.copyOf(byNumber.keySet());
        conditionsByRule = rules.stream()
                .map(rule -> rule.conditions().stream()
                        .mapToInt(condition -> numbers.indexOf(number(condition)))
                        .toArray())
                .toArray(int[][]::new);
        classes = new GradeClasses(tables, byIndicator);
        for (int last = NONE; last < CeilingKind.INCIDENT.ordinal(); last++) {
            List<Ceiling> without = last == NONE ? List.of() : ceilings(CeilingKind.values()[last]);
            List<Ceiling> with = new ArrayList<>(without);
            with.addAll(ceilings(CeilingKind.INCIDENT));
            appliedCeilings.add(List.of(without, List.copyOf(with)));
        }
    }

    private List<Ceiling> ceilings(CeilingKind kind) {
        Ceiling ceiling = book.ceilings().get(kind);
        return ceiling == null ? List.of() : List.of(ceiling);
    }

    /**
     * The ceilings to apply in turn.
     *
     * @param last ordinal of the last kind that holds before the incident's, or {@link #NONE}
     */
    List<Ceiling> appliedCeilings(int last, boolean incident) {
        return appliedCeilings.get(last + 1).get(incident ? 1 : 0);
    }

    private int mask(int rule, int indicator) {
        int position = 0;
        while (tables.indicators()[rule][position] != indicator) {
            position++;
        }
        return tables.masks()[rule][position];
    }

    private static int[] overridden(Rule override, List<Rule> rules) {
        return override.overrides().isEmpty()
                ? new int[0]
                : IntStream.range(0, rules.size())
                        .filter(other -> override.overrides(rules.get(other)))
                        .toArray();
    }

    /** For each value the ascending indexes of the lists that contain it. */
    private static int[][] inverse(int[][] lists, int values) {
        int[][] inverse = new int[values][0];
        for (int list = 0; list < lists.length; list++) {
            for (int value : lists[list]) {
                int[] known = inverse[value];
                inverse[value] = Arrays.copyOf(known, known.length + 1);
                inverse[value][known.length] = list;
            }
        }
        return inverse;
    }

    private int number(RuleCondition condition) {
        int comparison = position(condition.indicator()) * ComparisonOperator.values().length
                + condition.comparison().ordinal();
        return comparison * Grade.values().length + condition.threshold().ordinal();
    }

    int position(String indicator) {
        return Objects.requireNonNull(positions.get(indicator));
    }
}

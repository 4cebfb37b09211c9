package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.rulebook.TruthTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** By indicator and ordinal of its grade, the rules that cannot hold with it, as bits. */
    private final BitSet[][] excluded;

    /** By group, its rules, ascending. */
    final int[][] byGroup;

    /** By rule, the rules that it overrides if it holds, ascending. */
    final int[][] overridden;

    /** By rule, the rules that override it if they hold, ascending. */
    final int[][] overriding;

    /** By rule, the ordinal of the kind of ceiling that it applies, or {@link #NONE}. */
    final int[] ceilings;

    /** By rule, whether it claims that a pact is in force. */
    final boolean[] pacts;

    /** By ordinal of the kind of ceiling; null for those that the book does not have. */
    final @Nullable Ceiling[] byKind;

    RuleIndex(RuleBook book, TruthTables tables) {
        this.book = book;
        this.tables = tables;
        List<Rule> rules = book.rules();
        positions = book.catalogue().positions();
        byIndicator = inverse(tables.indicators(), positions.size());
        masksByIndicator = new int[byIndicator.length][];
        excluded = new BitSet[byIndicator.length][];
        for (int i = 0; i < byIndicator.length; i++) {
            int indicator = i;
            masksByIndicator[i] = IntStream.of(byIndicator[i])
                    .map(rule -> mask(rule, indicator))
                    .toArray();
            excluded[i] = Arrays.stream(Grade.values())
                    .map(grade -> excluded(indicator, grade))
                    .toArray(BitSet[]::new);
        }
        byGroup = book.catalogue().groups().stream()
                .map(group -> IntStream.range(0, rules.size())
                        .filter(rule -> rules.get(rule).group().equals(group.id()))
                        .toArray())
                .toArray(int[][]::new);
        overridden = rules.stream().map(rule -> overridden(rule, rules)).toArray(int[][]::new);
        overriding = inverse(overridden, rules.size());
        ceilings = rules.stream()
                .mapToInt(rule -> rule.ceiling().map(CeilingKind::ordinal).orElse(NONE))
                .toArray();
        pacts = new boolean[rules.size()];
        for (int r = 0; r < pacts.length; r++) {
            pacts[r] = book.relationship().isPact(rules.get(r));
        }
        byKind = new Ceiling[CeilingKind.values().length];
        for (CeilingKind kind : CeilingKind.values()) {
            byKind[kind.ordinal()] = book.ceilings().get(kind);
        }
    }

    /** The points that remain under a ceiling, given as the ordinal of its kind; all if the book has none of the kind. */
    Points under(int kind, Points points) {
        Ceiling ceiling = byKind[kind];
        return ceiling == null ? points : ceiling.apply(points);
    }

    private BitSet excluded(int indicator, Grade grade) {
        BitSet excluded = new BitSet();
        for (int at = 0; at < byIndicator[indicator].length; at++) {
            if ((masksByIndicator[indicator][at] >> grade.ordinal() & 1) == 0) {
                excluded.set(byIndicator[indicator][at]);
            }
        }
        return excluded;
    }

    /** As {@link TruthTables#satisfiedRules}, in less time for a large book. */
    boolean[] satisfiedRules(Grade[] grades) {
        BitSet unsatisfied = new BitSet(pacts.length);
        for (int i = 0; i < grades.length; i++) {
            unsatisfied.or(excluded[i][grades[i].ordinal()]);
        }
        boolean[] satisfied = new boolean[pacts.length];
        int rules = pacts.length;
        for (int r = unsatisfied.nextClearBit(0); r < rules; r = unsatisfied.nextClearBit(r + 1)) {
            satisfied[r] = true;
        }
        return satisfied;
    }

    /** Whether no rule, and so no result, tells one grade from the other. */
    boolean equivalent(int indicator, Grade one, Grade two) {
        for (int mask : masksByIndicator[indicator]) {
            if ((mask >> one.ordinal() & 1) != (mask >> two.ordinal() & 1)) {
                return false;
            }
        }
        return true;
    }

    /** The first of each class of equivalent grades among these. */
    List<Grade> distinct(int indicator, List<Grade> grades) {
        List<Grade> distinct = new ArrayList<>();
        for (Grade grade : grades) {
            if (distinct.stream().noneMatch(known -> equivalent(indicator, known, grade))) {
                distinct.add(grade);
            }
        }
        return distinct;
    }

    /** The nearest known grade of each class except that of the current grade, ascending. */
    List<Grade> others(int indicator, Grade current) {
        List<Grade> nearestFirst = Arrays.stream(Grade.values())
                .filter(grade -> grade != Grade.UNKNOWN && !equivalent(indicator, grade, current))
                .sorted(Comparator.comparingInt(grade -> Math.abs(grade.ordinal() - current.ordinal())))
                .toList();
        return distinct(indicator, nearestFirst).stream().sorted().toList();
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

    int position(String indicator) {
        return Objects.requireNonNull(positions.get(indicator));
    }
}

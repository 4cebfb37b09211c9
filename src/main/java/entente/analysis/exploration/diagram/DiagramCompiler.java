package entente.analysis.exploration.diagram;

import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compiles a rule book to a {@link Diagram}. The readings that rules ask together come first, in an order that keeps the
 * layers narrow; those that rules ask alone follow.
 */
public final class DiagramCompiler {

    private static final int MOST_STATES = 20_000;
    /** Of all layers, some 200 bytes each. */
    private static final int MOST_STATES_IN_ALL = 100_000;
    /** Numbers in the states of a layer, four bytes each. */
    private static final int MOST_PENDING = 4_000_000;

    private final BookParts parts;
    private final int[] support;
    private final int[][] classOf;
    private final int[][] representatives;

    /**
     * @param support by indicator, the grades that occur, as bits by ordinal; at least one each
     * @throws WorkLimitException as the methods, if the book does not fit
     */
    public DiagramCompiler(ScoringModel model, int[] support) {
        this.parts = new BookParts(model, support);
        this.support = support;
        this.classOf =
                IntStream.range(0, support.length).mapToObj(this::classes).toArray(int[][]::new);
        this.representatives =
                Arrays.stream(classOf).map(DiagramCompiler::representatives).toArray(int[][]::new);
    }

    /** @throws WorkLimitException if it exceeds the budget or memory */
    public Diagram compile(WorkBudget budget) {
        return compile(order(budget), budget);
    }

    /** The order of the layers: the next is always the reading that leaves the fewest states. */
    private List<Integer> order(WorkBudget budget) {
        List<DiagramState> states = List.of(parts.start());
        List<Integer> order = new ArrayList<>();
        List<Integer> left = new ArrayList<>(IntStream.range(0, support.length)
                .filter(this::isShared)
                .boxed()
                .toList());
        while (!left.isEmpty()) {
            Integer best = left.get(0);
            List<DiagramState> fewest = List.of();
            for (Integer candidate : left) {
                int most = fewest.isEmpty() ? MOST_STATES + 1 : fewest.size();
                Optional<List<DiagramState>> next = following(states, candidate, most, budget);
                if (next.isPresent()) {
                    best = candidate;
                    fewest = next.get();
                }
            }
            if (fewest.isEmpty()) {
                throw tooLarge();
            }
            states = fewest;
            order.add(best);
            left.remove(best);
        }
        IntStream.range(0, support.length)
                .filter(indicator -> !isShared(indicator)
                        && Arrays.stream(parts.byGrade[indicator]).anyMatch(points -> points[0] != 0 || points[1] != 0))
                .forEach(order::add);
        return order;
    }

    /**
     * @param order all indicators that a rule asks
     * @throws WorkLimitException if it exceeds the budget or memory
     */
    public Diagram compile(List<Integer> order, WorkBudget budget) {
        Map<DiagramState, Integer> numbers = new LinkedHashMap<>(Map.of(parts.start(), 0));
        List<Layer> layers = new ArrayList<>();
        int inAll = 0;
        for (int indicator : order) {
            List<DiagramState> states = List.copyOf(numbers.keySet());
            numbers = new LinkedHashMap<>();
            layers.add(layer(states, indicator, numbers, budget));
            inAll += numbers.size();
            if (inAll > MOST_STATES_IN_ALL) {
                throw tooLarge();
            }
        }
        int[] flags = numbers.keySet().stream().mapToInt(DiagramState::flags).toArray();
        return new Diagram(layers, parts.alliance(), parts.partnership(), flags);
    }

    private Layer layer(
            List<DiagramState> states, int indicator, Map<DiagramState, Integer> numbers, WorkBudget budget) {
        int[] grades = representatives[indicator];
        int[][] target = new int[states.size()][grades.length];
        int[][] alliance = new int[states.size()][grades.length];
        int[][] partnership = new int[states.size()][grades.length];
        int pending = 0;
        for (int state = 0; state < states.size(); state++) {
            for (int c = 0; c < grades.length; c++) {
                int[] points = parts.byGrade[indicator][grades[c]].clone();
                DiagramState next = after(states.get(state), indicator, grades[c], points, budget);
                int before = numbers.size();
                target[state][c] = numbers.computeIfAbsent(next, added -> before);
                pending += numbers.size() > before ? next.pending().length : 0;
                if (numbers.size() > MOST_STATES || pending > MOST_PENDING) {
                    throw tooLarge();
                }
                alliance[state][c] = points[0];
                partnership[state][c] = points[1];
            }
        }
        return new Layer(indicator, classOf[indicator], target, alliance, partnership);
    }

    /** The distinct states that follow; empty if there are this many or more. */
    private Optional<List<DiagramState>> following(
            List<DiagramState> states, int indicator, int most, WorkBudget budget) {
        Set<DiagramState> found = new LinkedHashSet<>();
        int pending = 0;
        for (DiagramState state : states) {
            for (int grade : representatives[indicator]) {
                DiagramState next = after(state, indicator, grade, new int[2], budget);
                pending += found.add(next) ? next.pending().length : 0;
                if (found.size() >= most || pending > MOST_PENDING) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(List.copyOf(found));
    }

    /** @param points to which the decided points are added */
    private DiagramState after(DiagramState state, int indicator, int grade, int[] points, WorkBudget budget) {
        budget.charge(1 + state.pending().length / DiagramState.TRIPLE);
        int flags = state.flags();
        int[] pending = state.pending();
        SortedMap<Integer, int[]> left = new TreeMap<>();
        for (int at = 0; at < pending.length; at += DiagramState.TRIPLE) {
            int next = parts.rules.after(pending[at], indicator, grade);
            if (next == PendingRules.GONE) {
                continue;
            }
            PendingRule rule = parts.rules.rule(next);
            if (rule.isDecided()) {
                points[0] += pending[at + 1];
                points[1] += pending[at + 2];
                flags = StateFlags.with(flags, rule.effect());
            } else {
                int[] sums = left.computeIfAbsent(next, number -> new int[2]);
                sums[0] += pending[at + 1];
                sums[1] += pending[at + 2];
            }
        }
        int decided = flags;
        left.entrySet().removeIf(entry -> {
            RuleEffect effect = parts.rules.rule(entry.getKey()).effect();
            return effect == RuleEffect.POINTS
                    ? entry.getValue()[0] == 0 && entry.getValue()[1] == 0
                    : StateFlags.hasNoFurther(decided, effect);
        });
        return DiagramState.of(flags, left);
    }

    /** Whether a rule asks this reading together with others, or sets a flag by it. */
    private boolean isShared(int indicator) {
        return parts.accepted(indicator).stream().anyMatch(accepted -> accepted != Conjunction.EVERY_GRADE);
    }

    /** The class of each grade that occurs; grades of one class are told apart by no rule. */
    private int[] classes(int indicator) {
        List<Integer> masks = parts.accepted(indicator);
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        int[] classes = new int[Grades.COUNT];
        for (int grade = 0; grade < Grades.COUNT; grade++) {
            int bit = grade;
            int[] points = parts.byGrade[indicator][grade];
            List<Integer> answers =
                    new ArrayList<>(masks.stream().map(mask -> mask >> bit & 1).toList());
            answers.add(points[0]);
            answers.add(points[1]);
            boolean occurs = (support[indicator] >> grade & 1) != 0;
            classes[grade] = occurs ? numbers.computeIfAbsent(answers, added -> numbers.size()) : -1;
        }
        return classes;
    }

    private static WorkLimitException tooLarge() {
        return new WorkLimitException("too many states");
    }

    private static int[] representatives(int[] classOf) {
        int count = Arrays.stream(classOf).max().orElse(-1) + 1;
        int[] grades = new int[count];
        for (int grade = classOf.length - 1; grade >= 0; grade--) {
            if (classOf[grade] >= 0) {
                grades[classOf[grade]] = grade;
            }
        }
        return grades;
    }
}

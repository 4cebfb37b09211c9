package entente.analysis.exploration.diagram;

import entente.rulebook.InterruptionCheck;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compiles a rule book to a {@link Diagram}. The readings that rules ask together come first, in an order that keeps the
 * layers narrow; those that rules ask alone follow.
 */
public final class DiagramCompiler {

    private final BookParts parts;
    private final int[] support;
    private final int limit;
    private final int[][] classOf;
    private final int[][] representatives;

    /**
     * @param support by indicator, the grades that occur, as bits by ordinal; at least one each
     * @param limit the most states of a layer
     */
    public DiagramCompiler(ScoringModel model, int[] support, int limit) {
        this.parts = new BookParts(model, support);
        this.support = support;
        this.limit = limit;
        this.classOf =
                IntStream.range(0, support.length).mapToObj(this::classes).toArray(int[][]::new);
        this.representatives =
                Arrays.stream(classOf).map(DiagramCompiler::representatives).toArray(int[][]::new);
    }

    public Diagram compile() throws DiagramTooLargeException {
        return compile(order());
    }

    /** The order of the layers: the next is always the reading that leaves the fewest states. */
    public List<Integer> order() throws DiagramTooLargeException {
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
                int most = fewest.isEmpty() ? limit + 1 : fewest.size();
                List<DiagramState> next = following(states, candidate, most);
                if (next.size() < most) {
                    best = candidate;
                    fewest = next;
                }
            }
            if (fewest.isEmpty()) {
                throw new DiagramTooLargeException(limit);
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

    /** @param order all indicators that a rule asks */
    public Diagram compile(List<Integer> order) throws DiagramTooLargeException {
        Map<DiagramState, Integer> numbers = new LinkedHashMap<>(Map.of(parts.start(), 0));
        List<Layer> layers = new ArrayList<>();
        for (int indicator : order) {
            List<DiagramState> states = List.copyOf(numbers.keySet());
            numbers = new LinkedHashMap<>();
            layers.add(layer(states, indicator, numbers));
            if (numbers.size() > limit) {
                throw new DiagramTooLargeException(limit);
            }
        }
        int[] flags = numbers.keySet().stream().mapToInt(DiagramState::flags).toArray();
        return new Diagram(layers, parts.alliance(), parts.partnership(), flags);
    }

    private Layer layer(List<DiagramState> states, int indicator, Map<DiagramState, Integer> numbers) {
        int[] grades = representatives[indicator];
        int[][] target = new int[states.size()][grades.length];
        int[][] alliance = new int[states.size()][grades.length];
        int[][] partnership = new int[states.size()][grades.length];
        for (int state = 0; state < states.size(); state++) {
            for (int c = 0; c < grades.length; c++) {
                int[] points = parts.byGrade[indicator][grades[c]].clone();
                DiagramState next = after(states.get(state), indicator, grades[c], points);
                target[state][c] = numbers.computeIfAbsent(next, added -> numbers.size());
                alliance[state][c] = points[0];
                partnership[state][c] = points[1];
            }
        }
        return new Layer(indicator, classOf[indicator], target, alliance, partnership);
    }

    /** The distinct states that follow; incomplete if there are this many or more. */
    private List<DiagramState> following(List<DiagramState> states, int indicator, int most) {
        Map<DiagramState, Boolean> found = new LinkedHashMap<>();
        for (DiagramState state : states) {
            InterruptionCheck.check();
            for (int grade : representatives[indicator]) {
                found.put(after(state, indicator, grade, new int[2]), true);
                if (found.size() >= most) {
                    return List.copyOf(found.keySet());
                }
            }
        }
        return List.copyOf(found.keySet());
    }

    /** @param points to which the decided points are added */
    private DiagramState after(DiagramState state, int indicator, int grade, int[] points) {
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

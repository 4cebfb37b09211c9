package entente.analysis.exploration;

import entente.analysis.exploration.Diagram.Effect;
import entente.analysis.exploration.Diagram.Layer;
import entente.model.Grade;
import entente.model.Question;
import entente.scoring.Conjunction;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/**
 * Compiles a rule book to a {@link Diagram}. The readings that rules ask together come first, in an order that keeps the
 * layers narrow; those that rules ask alone follow.
 */
final class DiagramCompiler {

    private static final int STARTS = 4;
    private static final int MOST_STATES = 20_000;
    /** Of all layers, some 200 bytes each. */
    private static final int MOST_STATES_IN_ALL = 100_000;
    /** Numbers in the states of a layer, four bytes each. */
    private static final int MOST_PENDING = 4_000_000;

    private final ScoringModel model;
    private final int[] support;
    private final PendingRule.Numbers rules;

    /** By indicator and grade: alliance and partnership points of the rules that ask this reading only, in hundredths. */
    private final int[][][] byGrade;

    /** Points of the rules that several readings decide, by the number of the rule. */
    private final SortedMap<Integer, int[]> pending = new TreeMap<>();

    /** Points that hold for all readings. */
    private final int[] certain = new int[2];

    private int flags;
    private final int[][] classOf;
    private final int[][] representatives;

    /**
     * @param support by indicator, the grades that occur, as bits by ordinal; at least one each
     * @throws WorkLimits.Exceeded as the methods, if the book does not fit
     */
    DiagramCompiler(ScoringModel model, int[] support) {
        this.model = model;
        this.support = support;
        rules = new PendingRule.Numbers(support.length);
        byGrade = new int[support.length][Diagram.GRADES][2];
        for (int rule = 0; rule < model.rules().size(); rule++) {
            if (!model.disabled(rule)) {
                add(rule);
            }
        }
        pending.keySet().removeIf(number -> rules.rule(number).effect().isCoveredBy(flags));
        classOf = IntStream.range(0, support.length).mapToObj(this::classes).toArray(int[][]::new);
        representatives =
                Arrays.stream(classOf).map(DiagramCompiler::representatives).toArray(int[][]::new);
    }

    private void add(int rule) {
        Optional<Conjunction> condition = condition(rule);
        if (condition.isEmpty()) {
            return;
        }
        List<Conjunction> overrides = IntStream.range(0, model.rules().size())
                .filter(other -> !model.disabled(other) && model.overrides(other, rule))
                .boxed()
                .flatMap(other -> condition(other).stream())
                .toList();
        int[] points = {
            model.points(rule, Question.ALLIANCE).hundredths(),
            model.points(rule, Question.PARTNERSHIP).hundredths()
        };
        List<Effect> effects = new ArrayList<>(points[0] == 0 && points[1] == 0 ? List.of() : List.of(Effect.POINTS));
        model.rules().get(rule).ceiling().ifPresent(kind -> effects.add(Effect.of(kind)));
        if (model.claimsPact(rule)) {
            effects.add(Effect.PACT);
        }
        for (Effect effect : effects) {
            int[] added = effect == Effect.POINTS ? points : new int[2];
            PendingRule.of(condition.get(), overrides, effect).ifPresent(pendingRule -> add(pendingRule, added));
        }
    }

    /** What is certain, what one reading decides, and what several do. */
    private void add(PendingRule rule, int[] points) {
        int[] asked = IntStream.range(0, support.length).filter(rule::asks).toArray();
        if (rule.isDecided()) {
            addTo(certain, points, 0);
            flags = rule.effect().addedTo(flags);
        } else if (asked.length == 1 && rule.effect() == Effect.POINTS) {
            for (int grade = 0; grade < Diagram.GRADES; grade++) {
                if (rule.after(asked[0], grade).isPresent()) {
                    addTo(byGrade[asked[0]][grade], points, 0);
                }
            }
        } else {
            addTo(pending.computeIfAbsent(rules.number(rule), number -> new int[2]), points, 0);
        }
    }

    private static void addTo(int[] sums, int[] points, int from) {
        sums[0] += points[from];
        sums[1] += points[from + 1];
    }

    /** The conditions of a rule on the readings that vary; empty if it cannot hold. */
    private Optional<Conjunction> condition(int rule) {
        Conjunction condition = Conjunction.none(support.length);
        int[] indicators = model.indicators(rule);
        for (int position = 0; position < indicators.length; position++) {
            int accepted = 0;
            for (Grade grade : Grade.values()) {
                accepted |= model.accepts(rule, position, grade) ? 1 << grade.ordinal() : 0;
            }
            int possible = support[indicators[position]];
            if ((accepted & possible) == 0) {
                return Optional.empty();
            }
            if ((accepted & possible) != possible) {
                condition = condition.with(indicators[position], accepted & possible);
            }
        }
        return Optional.of(condition);
    }

    /** The class of each grade that occurs; grades of one class are told apart by no rule. */
    private int[] classes(int indicator) {
        List<Conjunction> asking = pending.keySet().stream()
                .map(rules::rule)
                .flatMap(rule -> {
                    List<Conjunction> all = new ArrayList<>(rule.overrides());
                    all.add(rule.condition());
                    return all.stream();
                })
                .filter(condition -> condition.asks(indicator))
                .toList();
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        int[] classes = new int[Diagram.GRADES];
        for (int grade = 0; grade < Diagram.GRADES; grade++) {
            int of = grade;
            List<Integer> answers = new ArrayList<>(asking.stream()
                    .map(condition -> condition.accepts(indicator, of) ? 1 : 0)
                    .toList());
            answers.add(byGrade[indicator][grade][0]);
            answers.add(byGrade[indicator][grade][1]);
            boolean occurs = (support[indicator] >> grade & 1) != 0;
            classes[grade] = occurs ? numbers.computeIfAbsent(answers, added -> numbers.size()) : -1;
        }
        return classes;
    }

    private static int[] representatives(int[] classOf) {
        int[] grades = new int[Arrays.stream(classOf).max().orElse(-1) + 1];
        for (int grade = classOf.length - 1; grade >= 0; grade--) {
            if (classOf[grade] >= 0) {
                grades[classOf[grade]] = grade;
            }
        }
        return grades;
    }

    /**
     * The narrowest of some orders in which the next is always the reading that leaves the fewest states; as the first decides
     * much, some are tried.
     *
     * @throws WorkLimits.Exceeded if it exceeds the budget or memory
     */
    Diagram compile(WorkLimits.Budget budget) {
        List<Integer> left = new ArrayList<>();
        List<Integer> alone = new ArrayList<>();
        for (int indicator = 0; indicator < support.length; indicator++) {
            int asked = indicator;
            if (pending.keySet().stream().anyMatch(number -> rules.rule(number).asks(asked))) {
                left.add(indicator);
            } else if (Arrays.stream(byGrade[indicator]).anyMatch(points -> points[0] != 0 || points[1] != 0)) {
                alone.add(indicator);
            }
        }
        Diagram narrowest = new Compilation(budget, Integer.MAX_VALUE).narrow(left, left, alone);
        for (int start = 1; start < Math.min(STARTS, left.size()); start++) {
            try {
                narrowest = new Compilation(budget, narrowest.targets() - 1)
                        .narrow(List.of(left.get(start * left.size() / STARTS)), left, alone);
            } catch (WorkLimits.Exceeded wider) {
                // The one before is kept.
            }
        }
        return narrowest;
    }

    /**
     * @param order all indicators that a rule asks
     * @throws WorkLimits.Exceeded if it exceeds the budget or memory
     */
    Diagram compile(List<Integer> order, WorkLimits.Budget budget) {
        return new Compilation(budget, Integer.MAX_VALUE).diagram(order);
    }

    /** A layer and the states that follow it. */
    private record Step(Layer layer, List<State> following) {}

    /**
     * What is left of a rule book when some readings are known: two sets of readings that leave the same have the same
     * future.
     *
     * @param pending the rules that ask a known reading, as triples, ascending: the number of what is left of one, its alliance
     *     points and its partnership points in hundredths; zero for other effects
     */
    private record State(int flags, int[] pending) {

        private static final int TRIPLE = 3;

        /** Adds to ascending triples, mostly near their end, and returns their length. */
        static int add(int[] triples, int size, int number, int alliance, int partnership) {
            int at = size;
            while (at > 0 && triples[at - TRIPLE] > number) {
                at -= TRIPLE;
            }
            if (at > 0 && triples[at - TRIPLE] == number) {
                triples[at - 2] += alliance;
                triples[at - 1] += partnership;
                return size;
            }
            System.arraycopy(triples, at, triples, at + TRIPLE, size - at);
            triples[at] = number;
            triples[at + 1] = alliance;
            triples[at + 2] = partnership;
            return size + TRIPLE;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state && flags == state.flags && Arrays.equals(pending, state.pending);
        }

        @Override
        public int hashCode() {
            return 31 * flags + Arrays.hashCode(pending);
        }
    }

    /** The layers so far. */
    @RequiredArgsConstructor
    private final class Compilation {

        private final WorkLimits.Budget budget;
        private final int mostTargets;
        private final List<Layer> layers = new ArrayList<>();
        private List<State> states = List.of(new State(flags, new int[0]));
        /** Rules that ask no reading that is known. */
        private final SortedMap<Integer, int[]> untouched = new TreeMap<>(pending);

        private int inAll;
        private int targets;

        /** @param first one of which comes first */
        Diagram narrow(List<Integer> first, List<Integer> all, List<Integer> alone) {
            List<Integer> left = new ArrayList<>(all);
            while (!left.isEmpty()) {
                Optional<Step> best = Optional.empty();
                for (Integer candidate : layers.isEmpty() ? first : left) {
                    int most = best.map(step -> step.following().size()).orElse(MOST_STATES + 1);
                    Optional<Step> next = step(candidate, most);
                    best = next.isPresent() ? next : best;
                }
                add(best);
                left.remove((Integer) best.orElseThrow().layer().indicator());
            }
            return diagram(alone);
        }

        private void add(Optional<Step> step) {
            layers.add(step.orElseThrow(() -> new WorkLimits.Exceeded("too many states"))
                    .layer());
            states = step.get().following();
            int known = step.get().layer().indicator();
            untouched.keySet().removeIf(number -> rules.rule(number).asks(known));
            inAll += states.size();
            targets += step.get().layer().states() * step.get().layer().classes();
            if (inAll > MOST_STATES_IN_ALL || targets > mostTargets) {
                throw new WorkLimits.Exceeded("too many states");
            }
        }

        Diagram diagram(List<Integer> further) {
            further.forEach(indicator -> add(step(indicator, MOST_STATES + 1)));
            int[] after = states.stream().mapToInt(State::flags).toArray();
            return new Diagram(layers, certain[0], certain[1], after);
        }

        /** The layer of an indicator; empty if this many states or more follow, or they do not fit into memory. */
        Optional<Step> step(int indicator, int most) {
            Map<State, Integer> numbers = new LinkedHashMap<>();
            int[] grades = representatives[indicator];
            int[] touched = untouched.entrySet().stream()
                    .filter(entry -> rules.rule(entry.getKey()).asks(indicator))
                    .flatMapToInt(entry -> IntStream.of(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                    .toArray();
            int[][] target = new int[states.size()][grades.length];
            int[][] alliance = new int[states.size()][grades.length];
            int[][] partnership = new int[states.size()][grades.length];
            int kept = 0;
            for (int state = 0; state < target.length; state++) {
                int[] before = states.get(state).pending();
                int[] asked = Arrays.copyOf(before, before.length + touched.length);
                System.arraycopy(touched, 0, asked, before.length, touched.length);
                for (int c = 0; c < grades.length; c++) {
                    int[] points = byGrade[indicator][grades[c]].clone();
                    State next = after(states.get(state).flags(), asked, indicator, grades[c], points);
                    int known = numbers.size();
                    target[state][c] = numbers.computeIfAbsent(next, added -> known);
                    kept += numbers.size() > known ? next.pending().length : 0;
                    if (numbers.size() >= most || kept > MOST_PENDING) {
                        return Optional.empty();
                    }
                    alliance[state][c] = points[0];
                    partnership[state][c] = points[1];
                }
            }
            Layer layer = new Layer(indicator, classOf[indicator], target, alliance, partnership);
            return Optional.of(new Step(layer, List.copyOf(numbers.keySet())));
        }

        /**
         * @param before the pending rules, in any order but that those which do not ask the reading ascend
         * @param points to which the decided points are added
         */
        private State after(int flags, int[] before, int indicator, int grade, int[] points) {
            budget.charge(1 + before.length / State.TRIPLE);
            int known = flags;
            int[] left = new int[before.length];
            int size = 0;
            for (int at = 0; at < before.length; at += State.TRIPLE) {
                if (rules.after(before[at], indicator, grade) == before[at]) {
                    left[size] = before[at];
                    left[size + 1] = before[at + 1];
                    left[size + 2] = before[at + 2];
                    size += State.TRIPLE;
                }
            }
            for (int at = 0; at < before.length; at += State.TRIPLE) {
                int next = rules.after(before[at], indicator, grade);
                if (next != before[at] && next != PendingRule.Numbers.GONE) {
                    if (rules.isDecided(next)) {
                        addTo(points, before, at + 1);
                        known = rules.rule(next).effect().addedTo(known);
                    } else {
                        size = State.add(left, size, next, before[at + 1], before[at + 2]);
                    }
                }
            }
            int kept = 0;
            for (int at = 0; at < size; at += State.TRIPLE) {
                boolean pointless = left[at + 1] == 0 && left[at + 2] == 0;
                if (!pointless || !isIdle(rules.rule(left[at]).effect(), known)) {
                    if (kept < at) {
                        System.arraycopy(left, at, left, kept, State.TRIPLE);
                    }
                    kept += State.TRIPLE;
                }
            }
            return new State(known, Arrays.copyOf(left, kept));
        }

        private static boolean isIdle(Effect effect, int known) {
            return effect == Effect.POINTS || effect.isCoveredBy(known);
        }
    }

    /**
     * A rule that readings not yet known still decide.
     *
     * @param condition under which it holds
     * @param overrides each of which, if it holds, overrides the rule
     */
    record PendingRule(Conjunction condition, List<Conjunction> overrides, Effect effect) {

        /** In its shortest form, so that rules that come to the same are equal; empty if it is overridden for certain. */
        static Optional<PendingRule> of(Conjunction condition, List<Conjunction> overrides, Effect effect) {
            if (overrides.isEmpty()) {
                return Optional.of(new PendingRule(condition, overrides, effect));
            }
            List<Conjunction> left = new ArrayList<>();
            for (Conjunction override : overrides) {
                if (!override.excludes(condition)) {
                    Conjunction rest = condition.leftOf(override);
                    if (rest.always()) {
                        return Optional.empty();
                    }
                    left.add(rest);
                }
            }
            List<Conjunction> shortest = left.stream()
                    .distinct()
                    .filter(one -> left.stream().noneMatch(other -> !other.equals(one) && one.implies(other)))
                    .sorted(Comparator.comparing(Conjunction::accepted, Arrays::compare))
                    .toList();
            return Optional.of(new PendingRule(condition, shortest, effect));
        }

        boolean isDecided() {
            return condition.always() && overrides.isEmpty();
        }

        boolean asks(int indicator) {
            boolean asks = condition.asks(indicator);
            for (Conjunction override : overrides) {
                asks |= override.asks(indicator);
            }
            return asks;
        }

        /** What is left of it when a reading has this grade; empty if it holds no longer. */
        Optional<PendingRule> after(int indicator, int grade) {
            if (!condition.accepts(indicator, grade)) {
                return Optional.empty();
            }
            List<Conjunction> left = new ArrayList<>();
            for (Conjunction override : overrides) {
                if (override.accepts(indicator, grade)) {
                    left.add(override.with(indicator, Conjunction.EVERY_GRADE));
                }
            }
            return of(condition.with(indicator, Conjunction.EVERY_GRADE), left, effect);
        }

        /** Numbers pending rules, equal ones alike, and remembers what is left of each after a reading. */
        static final class Numbers {

            /** The rule holds no longer. */
            static final int GONE = -1;

            private static final int UNKNOWN = -2;

            /** A kilobyte each. */
            private static final int MOST_RULES = 20_000;

            private final Map<PendingRule, Integer> numbers = new HashMap<>();
            private final List<PendingRule> rules = new ArrayList<>();
            /** By indicator, as a state learns one of them at a time; then by rule and grade. */
            private final int[][] following;

            private final BitSet decided = new BitSet();

            Numbers(int indicators) {
                following = new int[indicators][Diagram.GRADES];
            }

            int number(PendingRule rule) {
                return numbers.computeIfAbsent(rule, added -> {
                    int number = rules.size();
                    if (number == MOST_RULES) {
                        throw new WorkLimits.Exceeded("more than " + MOST_RULES + " rules in part");
                    }
                    decided.set(number, added.isDecided());
                    rules.add(added);
                    int end = rules.size() * Diagram.GRADES;
                    for (int i = 0; i < following.length; i++) {
                        if (following[i].length < end) {
                            following[i] = Arrays.copyOf(following[i], 2 * end);
                        }
                        Arrays.fill(following[i], end - Diagram.GRADES, end, added.asks(i) ? UNKNOWN : number);
                    }
                    return number;
                });
            }

            PendingRule rule(int number) {
                return rules.get(number);
            }

            boolean isDecided(int number) {
                return decided.get(number);
            }

            /** The number of what is left when a reading has this grade, or {@link #GONE}. */
            int after(int number, int indicator, int grade) {
                int at = number * Diagram.GRADES + grade;
                if (following[indicator][at] == UNKNOWN) {
                    Optional<PendingRule> left = rules.get(number).after(indicator, grade);
                    int next = left.isEmpty() ? GONE : number(left.get());
                    following[indicator][at] = next;
                }
                return following[indicator][at];
            }
        }
    }
}

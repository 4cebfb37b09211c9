package entente.scoring;

import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook.RelationshipThresholds;
import entente.scoring.Completions.OpenIndicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the states of the relationship that the completions of open readings attain, by branch and bound: the parts of
 * a state (partnership points, likelihood, pledge, switch, incident) are each bounded by the completions in which they
 * are lowest and highest. While these bounds allow a state that no evaluated completion has, the grades of one reading
 * are divided.
 */
final class RelationshipSearch {

    /** Divided sets of grades, after which states that are not ruled out are kept. */
    private static final int MAX_DIVISIONS = 500;

    private static final int PARTNERSHIP = 0;
    private static final int LIKELIHOOD = 1;
    private static final int PLEDGE = 2;
    private static final int SWITCH = 3;
    private static final int INCIDENT = 4;
    private static final int PARTS = 5;

    private final RelationshipThresholds thresholds;
    private final ScenarioVariant variant;
    private final Interval interval;

    /** In the order in which their grades are divided. */
    private final List<OpenIndicator> open;

    /** By part, the direction of each indicator. */
    private final Monotonicity[][] directions;

    private final Set<Relationship> attained = EnumSet.noneOf(Relationship.class);
    private final Set<Relationship> kept = EnumSet.noneOf(Relationship.class);
    private int divisions;

    /**
     * The states that the completions and the point outcome attain.
     *
     * @param exact whether each is attained; otherwise some may be impossible
     */
    record States(List<Relationship> states, boolean exact) {}

    /** @param interval contains the likelihood of every completion */
    private RelationshipSearch(
            ScoringModel model, ScenarioVariant variant, List<OpenIndicator> open, Interval interval) {
        this.thresholds = model.book().relationship();
        this.variant = variant;
        this.interval = interval;
        this.directions = new Monotonicity[][] {
            model.monotonicity(Question.PARTNERSHIP),
            model.monotonicity(Question.ALLIANCE),
            monotonicity(model, model::pledges),
            monotonicity(model, rule -> model.hasCeiling(rule, CeilingKind.SWITCH)),
            monotonicity(model, rule -> model.hasCeiling(rule, CeilingKind.INCIDENT)),
        };
        // Readings without a direction first, as nothing is bounded before they are divided, then by their points.
        this.open = open.stream()
                .sorted(Comparator.comparingInt(reading -> -importance(model, reading)))
                .toList();
    }

    /** For whether any of some rules is effective. */
    private static Monotonicity[] monotonicity(ScoringModel model, IntPredicate rules) {
        return Monotonicity.of(model, rule -> rules.test(rule) ? Monotonicity.UP : Monotonicity.NONE);
    }

    private int importance(ScoringModel model, OpenIndicator reading) {
        if (Arrays.stream(directions).anyMatch(part -> part[reading.indicator()] == Monotonicity.MIXED)) {
            return Integer.MAX_VALUE;
        }
        return IntStream.of(model.index().byIndicator[reading.indicator()])
                .map(rule -> Math.abs(model.hundredths(rule, Question.ALLIANCE))
                        + Math.abs(model.hundredths(rule, Question.PARTNERSHIP)))
                .sum();
    }

    /**
     * @param point the scenario itself, as it is again afterwards
     * @param interval contains the likelihood of every completion
     */
    static States states(ScoringModel model, ScenarioVariant point, List<OpenIndicator> open, Interval interval) {
        RelationshipSearch search = new RelationshipSearch(model, point, open, interval);
        search.attained.add(search.state());
        List<Grade> before = search.open.stream()
                .map(reading -> point.grade(reading.indicator()))
                .toList();
        List<List<Grade>> grades = new ArrayList<>();
        for (OpenIndicator reading : search.open) {
            grades.add(model.index().distinct(reading.indicator(), reading.grades()));
            point.set(reading.indicator(), reading.lowest());
        }
        Set<Relationship> possible = search.possible(grades);
        if (!search.attained.containsAll(possible)) {
            search.walk(grades);
            search.search(grades, possible);
        }
        for (int at = 0; at < before.size(); at++) {
            point.set(search.open.get(at).indicator(), before.get(at));
        }
        boolean exact = !search.attained.addAll(search.kept);
        return new States(List.copyOf(search.attained), exact);
    }

    /** Adds the states of completions between those that bound the parts, one reading after another. */
    private void walk(List<List<Grade>> grades) {
        for (int from = 0; from < 2 * PARTS; from++) {
            for (int to = 0; to < 2 * PARTS; to++) {
                for (int at = 0; at < open.size(); at++) {
                    set(at, grades.get(at), from / 2, from % 2 > 0);
                }
                for (int at = 0; at < open.size(); at++) {
                    if (set(at, grades.get(at), to / 2, to % 2 > 0)) {
                        attained.add(state());
                    }
                }
            }
        }
    }

    private Monotonicity direction(int part, int at) {
        return directions[part][open.get(at).indicator()];
    }

    /** Gives a reading the grade at which a part is lowest or highest. */
    private boolean set(int at, List<Grade> grades, int part, boolean highest) {
        boolean up = highest == (direction(part, at) != Monotonicity.DOWN);
        return variant.set(open.get(at).indicator(), grades.get(up ? grades.size() - 1 : 0));
    }

    /** @param possible the states that the bounds allow with these grades */
    private void search(List<List<Grade>> grades, Set<Relationship> possible) {
        if (attained.containsAll(possible)) {
            return;
        }
        int divided = 0;
        while (divided < grades.size() && grades.get(divided).size() == 1) {
            divided++;
        }
        if (divided == grades.size()) {
            return;
        }
        if (divisions == MAX_DIVISIONS) {
            kept.addAll(possible);
            return;
        }
        divisions++;
        List<Grade> whole = grades.get(divided);
        int middle = whole.size() / 2;
        grades.set(divided, whole.subList(middle, whole.size()));
        search(grades, possible(grades));
        grades.set(divided, whole.subList(0, middle));
        search(grades, possible(grades));
        grades.set(divided, whole);
    }

    /** The states that the bounds of the parts allow; also adds those of the completions at the bounds. */
    private Set<Relationship> possible(List<List<Grade>> grades) {
        int[] low = new int[PARTS];
        int[] high = new int[PARTS];
        for (int part = 0; part < PARTS; part++) {
            low[part] = bound(part, grades, false);
            high[part] = bound(part, grades, true);
        }
        int lowest = thresholds.floor(new Points(low[PARTNERSHIP])).ordinal();
        int highest = thresholds.floor(new Points(high[PARTNERSHIP])).ordinal();
        Set<Relationship> possible = EnumSet.noneOf(Relationship.class);
        for (int floor = lowest; floor <= highest; floor++) {
            for (int pledge = low[PLEDGE]; pledge <= high[PLEDGE]; pledge++) {
                for (int open = low[SWITCH]; open <= high[SWITCH]; open++) {
                    for (int incident = low[INCIDENT]; incident <= high[INCIDENT]; incident++) {
                        for (int tenths : new int[] {low[LIKELIHOOD], high[LIKELIHOOD]}) {
                            possible.add(
                                    state(Relationship.values()[floor], pledge > 0, open > 0, incident > 0, tenths));
                        }
                    }
                }
            }
        }
        return possible;
    }

    /** The lowest or highest value of a part; unbounded while a reading without a direction has several grades. */
    private int bound(int part, List<List<Grade>> grades, boolean highest) {
        boolean bounded = true;
        for (int at = 0; at < open.size(); at++) {
            if (direction(part, at) != Monotonicity.NONE) {
                set(at, grades.get(at), part, highest);
                bounded &= direction(part, at) != Monotonicity.MIXED
                        || grades.get(at).size() == 1;
            }
        }
        attained.add(state());
        return switch (part) {
            case PARTNERSHIP -> bounded ? variant.partnership() : highest ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            case LIKELIHOOD -> (bounded ? likelihood() : highest ? interval.high() : interval.low()).tenths();
            case PLEDGE -> (bounded ? variant.hasPledge() : highest) ? 1 : 0;
            case SWITCH -> (bounded ? variant.hasCeiling(CeilingKind.SWITCH) : highest) ? 1 : 0;
            default -> (bounded ? variant.hasCeiling(CeilingKind.INCIDENT) : highest) ? 1 : 0;
        };
    }

    private Percent likelihood() {
        return Percent.of(variant.result());
    }

    /** The state of the scenario that is set. */
    private Relationship state() {
        return state(
                thresholds.floor(new Points(variant.partnership())),
                variant.hasPledge(),
                variant.hasCeiling(CeilingKind.SWITCH),
                variant.hasCeiling(CeilingKind.INCIDENT),
                likelihood().tenths());
    }

    private Relationship state(
            Relationship floor, boolean pledged, boolean switchOpen, boolean incident, int likelihoodTenths) {
        double percent = new Percent(likelihoodTenths).value();
        return RelationshipJudgement.of(
                        floor,
                        pledged,
                        false,
                        incident,
                        percent >= thresholds.withPact().value(),
                        switchOpen && percent >= thresholds.withSwitch().value())
                .relationship();
    }
}

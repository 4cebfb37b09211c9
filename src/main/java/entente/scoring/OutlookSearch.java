package entente.scoring;

import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.Counterfactual;
import entente.model.assessment.Outlook.IdleChange;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.Outlook.WeakReading;
import entente.model.assessment.ReadingMove;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Computes the outlook of a scenario. */
final class OutlookSearch {

    private final ScoredScenario scored;
    private final ScoringModel model;
    private final RuleIndex index;
    private final Catalogue catalogue;
    private final ScenarioVariant variant;
    private final Grade[] grades;
    private final SingleChangeResults changes;
    private final ConfidenceFormula confidence;
    private final ScoringOutcome outcome;
    private final Percent now;

    /** @param variant the scenario itself, as it is again afterwards */
    OutlookSearch(
            ScoredScenario scored, ScenarioVariant variant, SingleChangeResults changes, ConfidenceFormula confidence) {
        this.scored = scored;
        this.model = scored.model();
        this.index = model.index();
        this.catalogue = scored.catalogue();
        this.variant = variant;
        this.grades = scored.grades();
        this.changes = changes;
        this.confidence = confidence;
        this.outcome = variant.outcome();
        this.now = outcome.likelihood();
    }

    Outlook outlook() {
        List<SingleChange> leading = bandChanges();
        return new Outlook(
                path(),
                counterfactuals(),
                least(leading, band -> band.compareTo(now.band()) > 0),
                least(leading, band -> band.compareTo(now.band()) < 0),
                weakReadings(),
                idleChanges());
    }

    private LikelihoodPath path() {
        List<Group> groups = catalogue.groups();
        ScoringOutcome drivers = variant.without(IntStream.range(0, groups.size())
                .filter(group -> groups.get(group).kind() == GroupKind.BARRIER)
                .toArray());
        Scenario scenario = scored.scenario();
        List<CeilingKind> ceilings = new ArrayList<>();
        Points left = drivers.raw();
        for (Ceiling ceiling : drivers.ceilings()) {
            if (ceiling.apply(left).compareTo(left) < 0) {
                ceilings.add(ceiling.kind());
            }
            left = ceiling.apply(left);
        }
        return new LikelihoodPath(
                model.book().baseRate(scenario.assumptions(), scenario.horizonYears()),
                Percent.of(drivers.raw()),
                drivers.likelihood(),
                now,
                drivers.sum(),
                outcome.sum().minus(drivers.sum()),
                ceilings.stream().reduce((first, last) -> last));
    }

    private List<Counterfactual> counterfactuals() {
        return IntStream.range(0, index.byGroup.length)
                .filter(group -> IntStream.of(index.byGroup[group])
                        .anyMatch(rule -> outcome.effective()[rule] && model.hundredths(rule, Question.ALLIANCE) != 0))
                .mapToObj(group -> new Counterfactual(
                        catalogue.groups().get(group).id(),
                        variant.without(group).likelihood()))
                .toList();
    }

    /** Every change of one reading to adjacent grades, as many as lead to the same band, where that is another one. */
    private List<SingleChange> bandChanges() {
        List<SingleChange> leading = new ArrayList<>();
        for (int i = 0; i < index.byIndicator.length; i++) {
            int first = Grade.VERY_LOW.ordinal();
            for (int last = first; last <= Grade.VERY_HIGH.ordinal(); last++) {
                if (last == Grade.VERY_HIGH.ordinal() || band(i, last + 1) != band(i, last)) {
                    if (band(i, last) != now.band()) {
                        leading.add(change(i, Grade.values()[first], Grade.values()[last]));
                    }
                    first = last + 1;
                }
            }
        }
        return leading;
    }

    private Band band(int indicator, int grade) {
        return Percent.of(changes.with(indicator, Grade.values()[grade])).band();
    }

    private SingleChange change(int indicator, Grade first, Grade last) {
        ReadingMove move = ReadingMoves.moveTo(scored, indicator, first, last);
        List<Percent> over = Arrays.stream(Grade.values(), first.ordinal(), last.ordinal() + 1)
                .map(grade -> Percent.of(changes.with(indicator, grade)))
                .sorted()
                .toList();
        return new SingleChange(
                move, Percent.of(changes.with(indicator, move.toGrade())), over.get(0), over.get(over.size() - 1));
    }

    /** The least change of each reading that reaches a band: fewest grades first, then the largest effect. */
    private List<SingleChange> least(List<SingleChange> leading, Predicate<Band> reached) {
        Comparator<SingleChange> order = Comparator.comparingInt(
                        (SingleChange change) -> change.move().steps())
                .thenComparingInt(change -> -Math.abs(change.likelihood().tenths() - now.tenths()))
                .thenComparingDouble(change -> ReadingMoves.distance(change.move(), indicator(change)))
                .thenComparing(change -> change.move().indicator())
                .thenComparing(change -> change.move().toGrade().toString());
        List<SingleChange> least = new ArrayList<>();
        leading.stream()
                .filter(change -> reached.test(change.likelihood().band()))
                .sorted(order)
                .filter(change -> least.stream()
                        .noneMatch(other ->
                                other.move().indicator().equals(change.move().indicator())))
                .limit(Outlook.MOST_CHANGES)
                .forEach(least::add);
        return List.copyOf(least);
    }

    private Indicator indicator(SingleChange change) {
        return catalogue.indicators().get(index.position(change.move().indicator()));
    }

    /** The larger the swing and the weaker the reading, the earlier. */
    private List<WeakReading> weakReadings() {
        SortedMap<Double, List<WeakReading>> byUrgency = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < index.byIndicator.length; i++) {
            Reading reading = scored.readings().get(i);
            if (reading.status() != ReadingStatus.UNKNOWN) {
                IntSummaryStatistics over = changes.hundredths(i);
                Percent lowest = Percent.of(new Points(over.getMin()));
                Percent highest = Percent.of(new Points(over.getMax()));
                double weakness = confidence.weakness(scored.scenario(), reading);
                double urgency = weakness * weakness * (highest.tenths() - lowest.tenths());
                if (urgency > 0) {
                    byUrgency
                            .computeIfAbsent(urgency, same -> new ArrayList<>())
                            .add(new WeakReading(reading.indicator(), lowest, highest));
                }
            }
        }
        return byUrgency.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The readings that differ from those they replace without satisfying other rules, and what they lack. Those of one run
     * first, which are assumed.
     */
    private List<IdleChange> idleChanges() {
        List<Reading> readings = scored.readings();
        return IntStream.range(0, readings.size())
                .boxed()
                .sorted(Comparator.comparing(i -> readings.get(i).status() != ReadingStatus.ASSUMED))
                .flatMap(i -> readings
                        .get(i)
                        .replaced()
                        .flatMap(replaced -> readings.get(i).range().flatMap(range -> idle(i, replaced, range)))
                        .stream())
                .toList();
    }

    private Optional<IdleChange> idle(int reading, ValueRange replaced, ValueRange range) {
        return range.value() == replaced.value()
                        || switchesRules(reading, replaced)
                        || (range.wide() && switchesRules(reading, range))
                ? Optional.empty()
                : Optional.of(explained(reading, replaced.value(), range.value()));
    }

    /** Whether any grade of a range satisfies other rules. */
    private boolean switchesRules(int reading, ValueRange range) {
        GradeScale scale = model.scale(reading);
        return IntStream.rangeClosed(
                        scale.gradeOf(range.low()).ordinal(),
                        scale.gradeOf(range.high()).ordinal())
                .anyMatch(grade -> switchesRules(reading, Grade.values()[grade]));
    }

    /** Whether another grade of a reading satisfies other rules. */
    private boolean switchesRules(int reading, Grade grade) {
        boolean switches = variant.set(reading, grade);
        variant.set(reading, grades[reading]);
        return switches;
    }

    private IdleChange explained(int reading, double from, double to) {
        boolean up = to > from;
        List<Grade> all = List.of(Grade.values());
        int current = grades[reading].ordinal();
        // In the direction of the change, the nearest first.
        List<Grade> beyond = new ArrayList<>(
                up ? all.subList(current + 1, all.size()) : all.subList(Grade.VERY_LOW.ordinal(), current));
        if (!up) {
            Collections.reverse(beyond);
        }
        OptionalDouble cut = OptionalDouble.empty();
        List<RuleCondition> unmet = List.of();
        Optional<Grade> next =
                beyond.stream().filter(grade -> switchesRules(reading, grade)).findFirst();
        if (next.isPresent()) {
            cut = cut(reading, next.get(), up);
        } else {
            unmet = unmet(reading, model.scale(reading).gradeOf(from));
            for (int at = 0; unmet.isEmpty() && at < beyond.size(); at++) {
                unmet = unmet(reading, beyond.get(at));
                cut = unmet.isEmpty() ? cut : cut(reading, beyond.get(at), up);
            }
        }
        return new IdleChange(scored.readings().get(reading).indicator(), from, to, cut, unmet);
    }

    /** The cut point at which a grade is reached. */
    private OptionalDouble cut(int reading, Grade grade, boolean up) {
        return OptionalDouble.of(model.scale(reading).from(up ? grade : Grade.values()[grade.ordinal() + 1]));
    }

    /**
     * What the rule that distinguishes this grade from the present one lacks otherwise: a rule that is satisfied at neither
     * lacks another reading. The shortest list, if there is one.
     */
    private List<RuleCondition> unmet(int reading, Grade grade) {
        Grade current = grades[reading];
        return IntStream.range(0, model.rules().size())
                .filter(rule -> !model.disabled(rule))
                .mapToObj(rule -> model.rules().get(rule).conditions())
                .filter(conditions -> accepts(conditions, reading, grade) != accepts(conditions, reading, current))
                .map(conditions -> conditions.stream()
                        .filter(condition -> index.position(condition.indicator()) != reading)
                        .filter(condition -> !condition.isMetBy(grades[index.position(condition.indicator())]))
                        .toList())
                .filter(conditions -> !conditions.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** Whether the conditions on this reading accept a grade. */
    private boolean accepts(List<RuleCondition> conditions, int reading, Grade grade) {
        return conditions.stream()
                .filter(condition -> index.position(condition.indicator()) == reading)
                .allMatch(condition -> condition.isMetBy(grade));
    }
}

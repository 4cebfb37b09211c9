package entente.scoring;

import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.Counterfactual;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.Outlook.WeakReading;
import entente.model.assessment.ReadingMove;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Computes the outlook of a scenario. A rule of a group that is left out counts as not satisfied, which has the same
 * outcome as switching the group off by an assumption.
 */
final class OutlookSearch {

    private final ScoredScenario scored;
    private final ScoringModel model;
    private final Catalogue catalogue;
    private final boolean[] satisfied;
    private final ConfidenceFormula confidence;
    private final ScoringOutcome outcome;
    private final Percent now;
    private final Map<String, Integer> positions;

    OutlookSearch(ScoredScenario scored, boolean[] satisfied, ConfidenceFormula confidence) {
        this.scored = scored;
        this.model = scored.model();
        this.catalogue = scored.graded().catalogue();
        this.satisfied = satisfied;
        this.confidence = confidence;
        this.outcome = scored.outcome(satisfied);
        this.now = outcome.likelihood();
        this.positions = catalogue.positions();
    }

    Outlook outlook() {
        List<SingleChange> changes = changes();
        return new Outlook(
                path(),
                counterfactuals(),
                least(changes, band -> band.compareTo(now.band()) > 0),
                least(changes, band -> band.compareTo(now.band()) < 0),
                weakReadings(changes),
                new IdleChangeSearch(scored, satisfied).changes());
    }

    private LikelihoodPath path() {
        Set<String> barriers = catalogue.groups().stream()
                .filter(group -> group.kind() == GroupKind.BARRIER)
                .map(Group::id)
                .collect(Collectors.toSet());
        ScoringOutcome drivers = without(barriers);
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
                scenario.assumptions()
                        .baseRatePercent()
                        .orElseGet(() -> model.book().baseRate(scenario.horizonYears())),
                Percent.of(drivers.raw()),
                drivers.likelihood(),
                now,
                drivers.sum(),
                outcome.sum().minus(drivers.sum()),
                ceilings.stream().reduce((first, last) -> last));
    }

    private ScoringOutcome without(Set<String> groups) {
        List<Rule> rules = model.rules();
        boolean[] left = satisfied.clone();
        for (int r = 0; r < left.length; r++) {
            left[r] &= !groups.contains(rules.get(r).group());
        }
        return scored.outcome(left);
    }

    private List<Counterfactual> counterfactuals() {
        List<Rule> rules = model.rules();
        Set<String> counted = IntStream.range(0, rules.size())
                .filter(r -> outcome.effective()[r]
                        && model.points(r, Question.ALLIANCE).hundredths() != 0)
                .mapToObj(r -> rules.get(r).group())
                .collect(Collectors.toSet());
        return catalogue.groups().stream()
                .map(Group::id)
                .filter(counted::contains)
                .map(id -> new Counterfactual(id, without(Set.of(id)).likelihood()))
                .toList();
    }

    /** Every change of one reading to another class of grades. */
    private List<SingleChange> changes() {
        Grade[] grades = scored.graded().grades().clone();
        boolean[] holding = satisfied.clone();
        List<SingleChange> changes = new ArrayList<>();
        for (List<ReadingMove> moves : ReadingMoves.distinct(scored)) {
            for (ReadingMove move : moves) {
                int position = position(move.indicator());
                Grade before = grades[position];
                grades[position] = move.toGrade();
                model.update(holding, grades, position);
                changes.add(new SingleChange(move, scored.outcome(holding).likelihood()));
                grades[position] = before;
                model.update(holding, grades, position);
            }
        }
        return changes;
    }

    private int position(String indicator) {
        return Objects.requireNonNull(positions.get(indicator));
    }

    /** The least change of each reading that reaches a band: fewest grades first, then the largest effect. */
    private List<SingleChange> least(List<SingleChange> changes, Predicate<Band> reached) {
        Comparator<SingleChange> order = Comparator.comparingInt(
                        (SingleChange change) -> change.move().steps())
                .thenComparingInt(change -> -Math.abs(change.likelihood().tenths() - now.tenths()))
                .thenComparingDouble(change -> ReadingMoves.distance(
                        change.move(), catalogue.indicator(change.move().indicator())))
                .thenComparing(change -> change.move().indicator())
                .thenComparing(change -> change.move().toGrade().toString());
        List<SingleChange> least = new ArrayList<>();
        changes.stream()
                .filter(change -> reached.test(change.likelihood().band()))
                .sorted(order)
                .filter(change -> least.stream()
                        .noneMatch(other ->
                                other.move().indicator().equals(change.move().indicator())))
                .limit(Outlook.MOST_CHANGES)
                .forEach(least::add);
        return List.copyOf(least);
    }

    /** The larger the swing and the weaker the reading, the earlier. */
    private List<WeakReading> weakReadings(List<SingleChange> changes) {
        Map<String, List<Percent>> reached = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.move().indicator(),
                        Collectors.mapping(SingleChange::likelihood, Collectors.toList())));
        List<WeakReading> weak = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            List<Percent> likelihoods = reached.getOrDefault(indicator.id(), List.of());
            boolean known = scored.scenario().reading(indicator.id()).status() != ReadingStatus.UNKNOWN;
            if (known && likelihoods.stream().anyMatch(likelihood -> likelihood.tenths() != now.tenths())) {
                List<Percent> all = new ArrayList<>(likelihoods);
                all.add(now);
                all.sort(Comparator.naturalOrder());
                weak.add(new WeakReading(indicator.id(), all.get(0), all.get(all.size() - 1)));
            }
        }
        return weak.stream()
                .filter(reading -> urgency(reading) > 0)
                .sorted(Comparator.comparingDouble((WeakReading reading) -> -urgency(reading)))
                .toList();
    }

    private double urgency(WeakReading weak) {
        Reading reading = scored.scenario().reading(weak.indicator());
        double weakness = confidence.weakness(scored.scenario(), reading);
        return weakness * weakness * (weak.highest().tenths() - weak.lowest().tenths());
    }
}

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
import entente.model.Scenario;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.Counterfactual;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.ReadingMove;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.scoring.ScenarioVariant.SingleChangeResults;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Computes the outlook of a scenario. */
final class OutlookSearch {

    private final ScoredScenario scored;
    private final ScoringModel model;
    private final RuleIndex index;
    private final Catalogue catalogue;
    private final ScenarioVariant variant;
    private final SingleChangeResults changes;
    private final ScoringOutcome outcome;
    private final Percent now;

    /** @param variant the scenario itself, as it is again afterwards */
    OutlookSearch(ScoredScenario scored, ScenarioVariant variant, SingleChangeResults changes) {
        this.scored = scored;
        this.model = scored.model();
        this.index = model.index();
        this.catalogue = scored.catalogue();
        this.variant = variant;
        this.changes = changes;
        this.outcome = variant.outcome();
        this.now = outcome.likelihood();
    }

    Outlook outlook() {
        List<SingleChange> leading = bandChanges();
        return new Outlook(
                path(),
                counterfactuals(),
                least(leading, band -> band.compareTo(now.band()) > 0),
                least(leading, band -> band.compareTo(now.band()) < 0));
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
}

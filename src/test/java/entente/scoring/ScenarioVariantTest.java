package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.ScoringModel.ScoringOutcome;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The outcome of a scenario that changes step by step equals that of evaluating every rule by its text. */
@Tag("law")
class ScenarioVariantTest {

    private static final Grade[] GRADES = Grade.values();
    private static final int INDICATORS = 5;
    private static final int CHANGES = 40;

    @Test
    void changesOfRandomBooksKeepTheOutcome() {
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = RandomRuleBooks.open(random, INDICATORS);
            Set<String> without = new TreeSet<>();
            book.book().rules().stream()
                    .map(Rule::id)
                    .filter(id -> random.nextInt(8) == 0)
                    .forEach(without::add);
            check("book " + n, book, Assumptions.NONE.withWithout(without), INDICATORS, random);
        }
    }

    @Test
    void changesOfTheShippedBookKeepTheOutcome() {
        for (int n = 0; n < Property.cases() / 10; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED - n);
            check(
                    "assumptions " + n,
                    Shipped.BOOK,
                    RandomWorlds.assumptions(random),
                    RandomWorlds.INDICATORS.size(),
                    random);
        }
    }

    private static void check(
            String name, LoadedRuleBook book, Assumptions assumptions, int indicators, SplittableRandom random) {
        ScoringModel model = new ScoringModel(book.book(), book.tables(), assumptions);
        Points base = Points.ofPercent(random.nextInt(2, 60));
        Grade[] grades = new Grade[RandomWorlds.INDICATORS.size()];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = i < indicators ? GRADES[random.nextInt(GRADES.length)] : Grade.UNKNOWN;
        }
        ScenarioVariant variant = new ScenarioVariant(model, base, grades);
        for (int change = 0; change < CHANGES; change++) {
            Expected before = new Expected(model, base, grades);
            int indicator = random.nextInt(indicators);
            grades[indicator] = GRADES[random.nextInt(GRADES.length)];
            boolean changed = variant.set(indicator, grades[indicator]);
            Expected expected = new Expected(model, base, grades);
            assertThat(changed).as(name).isEqualTo(!expected.holding.equals(before.holding));
            assertThat(describe(variant)).as(name).isEqualTo(expected.toString());
            int group = random.nextInt(book.book().catalogue().groups().size());
            assertThat(variant.without(group).result())
                    .as("%s without group %s", name, group)
                    .isEqualTo(withoutGroup(expected, group).result());
            assertThat(describe(variant)).as(name + " after a search").isEqualTo(expected.toString());
        }
    }

    private static String describe(ScenarioVariant variant) {
        ScoringOutcome outcome = variant.outcome();
        return "%s %s %s %s %s %s %s %s %s %s"
                .formatted(
                        indices(variant.satisfiedRules()),
                        indices(outcome.effective()),
                        outcome.sum(),
                        outcome.raw(),
                        outcome.ceilings().stream().map(Ceiling::kind).toList(),
                        outcome.result(),
                        variant.result(),
                        outcome.partnership(),
                        outcome.switchOpen(),
                        variant.hasPledge());
    }

    private static List<Integer> indices(boolean[] rules) {
        return IntStream.range(0, rules.length).filter(r -> rules[r]).boxed().toList();
    }

    private static Expected withoutGroup(Expected all, int group) {
        String id = all.model.book().catalogue().groups().get(group).id();
        List<Integer> left = all.holding.stream()
                .filter(r -> !all.model.rules().get(r).group().equals(id))
                .toList();
        return new Expected(all.model, all.base, left);
    }

    /** Evaluates all rules in the plainest way. */
    private record Expected(ScoringModel model, Points base, List<Integer> holding) {

        Expected(ScoringModel model, Points base, Grade[] grades) {
            this(model, base, indices(RandomRuleBooks.satisfied(model.book(), grades)));
        }

        List<Integer> effective() {
            List<Integer> on = holding.stream().filter(r -> !model.disabled(r)).toList();
            List<Rule> rules = model.rules();
            return on.stream()
                    .filter(r -> on.stream().noneMatch(other -> rules.get(other).overrides(rules.get(r))))
                    .toList();
        }

        Points sum(Question question) {
            return effective().stream().map(r -> model.points(r, question)).reduce(Points.ZERO, Points::plus);
        }

        List<CeilingKind> kinds() {
            return effective().stream()
                    .flatMap(r -> model.rules().get(r).ceiling().stream())
                    .toList();
        }

        List<Ceiling> ceilings() {
            List<Ceiling> ceilings = new ArrayList<>();
            Optional<CeilingKind> last = kinds().stream()
                    .filter(kind -> kind != CeilingKind.INCIDENT)
                    .max(CeilingKind::compareTo);
            last.ifPresent(kind -> ceilings.add(model.book().ceilings().get(kind)));
            if (kinds().contains(CeilingKind.INCIDENT)) {
                ceilings.add(model.book().ceilings().get(CeilingKind.INCIDENT));
            }
            return ceilings;
        }

        Points result() {
            Points result = base.plus(sum(Question.ALLIANCE));
            for (Ceiling ceiling : ceilings()) {
                result = ceiling.apply(result);
            }
            return result;
        }

        @Override
        public String toString() {
            return "%s %s %s %s %s %s %s %s %s %s"
                    .formatted(
                            holding,
                            effective(),
                            sum(Question.ALLIANCE),
                            base.plus(sum(Question.ALLIANCE)),
                            ceilings().stream().map(Ceiling::kind).toList(),
                            result(),
                            result(),
                            sum(Question.PARTNERSHIP),
                            kinds().contains(CeilingKind.SWITCH),
                            effective().stream().anyMatch(model::claimsPact)
                                    || kinds().contains(CeilingKind.DECISION)
                                    || kinds().contains(CeilingKind.WORKING_PACT));
        }
    }
}

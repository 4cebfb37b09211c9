package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.Strength;
import entente.model.rule.Rule;
import entente.model.rule.Weight;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scoring.GradedScenario;
import entente.scoring.RandomRuleBooks;
import entente.scoring.ScoringModel;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The outcomes of the kernel are those of the scoring model. */
@Tag("law")
class EnsembleKernelTest {

    private static final int VARIANTS = 50;

    @Test
    void shippedBookGivesTheOutcomesOfTheScoringModel() {
        checkBook(Shipped.BOOK);
    }

    @Test
    void rivalBookGivesTheOutcomesOfTheScoringModel() throws RuleBookException {
        checkBook(RuleBooks.open(Shipped.RULES.resolve("rival"), Shipped.CACHE));
    }

    private static void checkBook(LoadedRuleBook loaded) {
        int read = loaded.book().catalogue().indicators().size();
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Assumptions assumptions = n % 3 == 0 ? Assumptions.NONE : RandomWorlds.assumptions(random);
            EnsembleFixture.random(loaded, assumptions, random, read, VARIANTS).check("case " + n);
        }
    }

    @Test
    void randomBooksGiveTheOutcomesOfTheScoringModel() {
        for (int n = 0; n < 5 * Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            int read = 1 + random.nextInt(10);
            List<Rule> rules = RandomRuleBooks.open(random, read).book().rules().stream()
                    .map(rule -> unusual(rule, random))
                    .toList();
            Assumptions assumptions = n % 3 == 0 ? Assumptions.NONE : assumptions(random, rules);
            EnsembleFixture.random(RandomRuleBooks.ruleBook(rules), assumptions, random, read, VARIANTS)
                    .check("case " + n + " of " + rules);
        }
    }

    /** Adds what no valid book has but the scoring model defines: tagged and weighted overrides, some of themselves. */
    private static Rule unusual(Rule rule, SplittableRandom random) {
        boolean plain = rule.overrides().isEmpty() || random.nextInt(3) == 0;
        List<String> tags = List.of("a", "b", "pact");
        return new Rule(
                rule.id(),
                rule.group(),
                rule.claim(),
                plain ? rule.alliance() : Optional.of(Weight.STRONGLY_AGAINST),
                rule.partnership(),
                rule.cites(),
                rule.projectAssumption(),
                plain ? rule.tags() : List.of(tags.get(random.nextInt(3))),
                rule.encodes(),
                rule.conditions(),
                rule.ceiling().isEmpty() && random.nextInt(12) == 0
                        ? List.of(tags.get(random.nextInt(3)))
                        : rule.overrides(),
                rule.ceiling());
    }

    private static Assumptions assumptions(SplittableRandom random, List<Rule> rules) {
        return new Assumptions(
                RandomWorlds.weights(random),
                Map.of("us_reaction", random.nextInt(9) / 4.0),
                Set.of(rules.get(random.nextInt(rules.size())).id()),
                Map.of(),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(1, 99)));
    }

    @Test
    void moreThanSixtyFourTagsAreDistinct() {
        SplittableRandom random = new SplittableRandom(Property.SEED);
        List<Rule> rules = ManyTags.rules(70);
        EnsembleFixture.random(RandomRuleBooks.ruleBook(rules), Assumptions.NONE, random, 41, 1000)
                .check("many tags");
    }

    @Test
    void severalBlocksAndATailAreEvaluated() {
        for (int variants : List.of(0, 1, 63, 64, 511, 512, 513, 1700)) {
            EnsembleFixture.random(Shipped.BOOK, Assumptions.NONE, new SplittableRandom(variants), 41, variants)
                    .check(variants + " variants");
        }
    }

    @Test
    void evaluatorCarriesNothingFromBatchToBatch() {
        EnsembleFixture one = EnsembleFixture.random(Shipped.BOOK, Assumptions.NONE, new SplittableRandom(1), 41, 600);
        EnsembleEvaluator evaluator =
                kernel(one.model(), one.fixed(), one.varied()).evaluator();
        OutcomeColumns first = new OutcomeColumns(600);
        evaluator.evaluate(one.batch(), first);
        OutcomeColumns second = new OutcomeColumns(600);
        GradeColumns other = new GradeColumns(one.varied().length, 600);
        other.resize(600);
        for (int c = 0; c < other.indicators(); c++) {
            Arrays.fill(other.column(c), 0, 600, (byte) Grade.VERY_HIGH.ordinal());
        }
        evaluator.evaluate(other, second);
        evaluator.evaluate(one.batch(), second);
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void unsuitableInputIsRejected() {
        ScoringModel model = new ScoringModel(Shipped.BOOK.book(), Shipped.BOOK.tables(), Assumptions.NONE);
        Grade[] fixed = new Grade[41];
        Arrays.fill(fixed, Grade.UNKNOWN);
        EnsembleKernel kernel = kernel(model, fixed, 3, 4);
        GradeColumns batch = new GradeColumns(2, 10);
        batch.resize(10);
        assertThatThrownBy(() -> kernel.evaluator().evaluate(batch, new OutcomeColumns(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10 variants, but outcomes for 9 only");
        assertThatThrownBy(() -> kernel.evaluator().evaluate(new GradeColumns(3, 10), new OutcomeColumns(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 columns for 2 varied indicators");
        assertThatThrownBy(() -> batch.resize(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kernel(model, fixed, 3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicator 3 is varied twice");
        Assumptions huge = new Assumptions(
                Map.of(Question.ALLIANCE, Map.of(Strength.SLIGHT, 1e6)),
                Map.of(),
                Set.of(),
                Map.of(),
                OptionalDouble.empty());
        assertThatThrownBy(() -> kernel(new ScoringModel(Shipped.BOOK.book(), Shipped.BOOK.tables(), huge), fixed, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exceed 10 million");
    }

    @Test
    void interruptedThreadIsCancelled() {
        EnsembleFixture some = EnsembleFixture.random(Shipped.BOOK, Assumptions.NONE, new SplittableRandom(1), 41, 9);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(some::evaluate).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static EnsembleKernel kernel(ScoringModel model, Grade[] fixed, int... varied) {
        Catalogue catalogue = model.book().catalogue();
        return new EnsembleKernel(model, Points.ZERO, new GradedScenario(catalogue, fixed), varied);
    }
}

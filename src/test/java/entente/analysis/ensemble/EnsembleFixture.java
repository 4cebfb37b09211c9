package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.CeilingKind;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.GradedScenario;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A random batch over a book and assumptions, and the comparison of the kernel with the scoring model on it. */
record EnsembleFixture(ScoringModel model, Points base, Grade[] fixed, int[] varied, GradeColumns batch) {

    static final Grade[] GRADES = Grade.values();

    /** Some indicators are varied and have any grade, the others are fixed at any grade. */
    static EnsembleFixture random(
            LoadedRuleBook loaded, Assumptions assumptions, SplittableRandom random, int read, int variants) {
        Catalogue catalogue = loaded.book().catalogue();
        Grade[] fixed = new Grade[catalogue.indicators().size()];
        Arrays.setAll(fixed, i -> GRADES[random.nextInt(GRADES.length)]);
        int share = random.nextInt(1, 5);
        int[] varied =
                IntStream.range(0, read).filter(i -> random.nextInt(4) < share).toArray();
        GradeColumns batch = new GradeColumns(varied.length, variants);
        batch.resize(variants);
        for (int c = 0; c < varied.length; c++) {
            for (int v = 0; v < variants; v++) {
                batch.column(c)[v] = (byte) random.nextInt(GRADES.length);
            }
        }
        return new EnsembleFixture(
                new ScoringModel(loaded.book(), loaded.tables(), assumptions),
                ScoringModel.basePoints(
                        loaded.book(), assumptions, List.of(1, 5, 10).get(random.nextInt(3))),
                fixed,
                varied,
                batch);
    }

    Grade[] grades(int variant) {
        Grade[] grades = fixed.clone();
        for (int c = 0; c < varied.length; c++) {
            grades[varied[c]] = GRADES[batch.column(c)[variant]];
        }
        return grades;
    }

    OutcomeColumns evaluate() {
        OutcomeColumns outcomes = new OutcomeColumns(batch.capacity());
        new EnsembleKernel(model, base, new GradedScenario(model.book().catalogue(), fixed), varied)
                .evaluator()
                .evaluate(batch, outcomes);
        return outcomes;
    }

    /** Compares every variant with the outcome of the rules that hold in it by the tables. */
    void check(String name) {
        check(name, model::satisfiedRules);
    }

    void check(String name, Function<Grade[], boolean[]> satisfiedRules) {
        OutcomeColumns outcomes = evaluate();
        for (int v = 0; v < batch.count(); v++) {
            Grade[] grades = grades(v);
            assertThat(new Actual(outcomes, v))
                    .as(name + ", variant " + v + ", varied " + Arrays.toString(varied) + ", grades "
                            + Arrays.toString(grades))
                    .hasToString(expected(satisfiedRules.apply(grades)));
        }
    }

    private String expected(boolean[] satisfied) {
        ScoringOutcome outcome = model.outcome(satisfied, base);
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        Set<CeilingKind> ceilings = EnumSet.noneOf(CeilingKind.class);
        boolean hollow = false;
        for (int r = 0; r < satisfied.length; r++) {
            if (outcome.effective()[r]) {
                model.rules().get(r).ceiling().ifPresent(ceilings::add);
            }
            hollow |= satisfied[r] && !outcome.effective()[r] && !model.disabled(r) && model.claimsPact(r);
        }
        return "%s %s %s %s %s %s %s %s %s"
                .formatted(
                        outcome.result(),
                        outcome.likelihood(),
                        outcome.likelihood().band(),
                        outcome.partnership(),
                        judgement.relationship(),
                        judgement.flags(),
                        ceilings,
                        judgement.pact(),
                        hollow);
    }

    private record Actual(OutcomeColumns outcomes, int variant) {

        @Override
        public String toString() {
            int signals = outcomes.signals()[variant];
            return "%s Percent[tenths=%d] %s %s %s %s %s %s %s"
                    .formatted(
                            new Points(outcomes.points()[variant]),
                            outcomes.percentTenths()[variant],
                            Band.values()[outcomes.bands()[variant]],
                            new Points(outcomes.partnership()[variant]),
                            Relationship.values()[outcomes.relationships()[variant]],
                            members(VerdictFlag.class, outcomes.flags()[variant]),
                            members(CeilingKind.class, signals),
                            (signals & OutcomeColumns.PACT) != 0,
                            (signals & OutcomeColumns.HOLLOW) != 0);
        }

        private static <E extends Enum<E>> Set<E> members(Class<E> type, int bits) {
            Set<E> members = EnumSet.allOf(type);
            members.removeIf(member -> (bits & 1 << member.ordinal()) == 0);
            return members;
        }
    }
}

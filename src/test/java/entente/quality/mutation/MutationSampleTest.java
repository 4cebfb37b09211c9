package entente.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.assessment.LedgerRow;
import entente.model.rule.RuleBook;
import entente.rulebook.RewrittenRuleBook;
import entente.scoring.Assessor;
import entente.scoring.Assessor.PointAssessment;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sample of the mutants in every build; all of them with {@code mvn -Dgroups=mutation test}. */
@Tag("thorough")
class MutationSampleTest {

    private static final int SIZE = 300;
    private static final int WORLDS = 20;
    private static final long SEED = 2019;
    private static final RuleBook BOOK = Shipped.BOOK.book();
    private static final List<Killer> KILLERS = Killer.all();
    private static final List<Mutant> MUTANTS = mutants();

    private static List<Mutant> mutants() {
        try {
            return MutationRun.mutants(BOOK, Shipped.RULES);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void mutationScoreIsAboveTheThreshold() throws IOException {
        MutationRun run = new MutationRun(BOOK, KILLERS, Equivalents.read(Equivalents.FILE));
        List<Fate> fates = run.run(run.sample(MUTANTS, SIZE, SEED));
        assertThat(run.wrongEntries(MUTANTS, fates)).isEmpty();
        assertThat(Score.below(MutationTest.LEAST, fates)).isEmpty();
    }

    @Test
    void scoreFallsWithoutThresholdCases() {
        List<Killer> others = KILLERS.stream()
                .filter(k -> k.kind() == Killer.Kind.CASES && !k.name().startsWith("thresholds-"))
                .toList();
        MutationRun run = new MutationRun(BOOK, others, new Equivalents(Map.of()));
        List<Fate> fates = run.run(run.sample(MUTANTS, SIZE, SEED));
        assertThat(Score.of(fates).percent()).isBetween(20.0, MutationTest.LEAST);
    }

    @Test
    void listedEquivalentsAreSurvivingMutants() {
        String found =
                "us_reads_alliance_as_offence_high: us_reaction_severity_expected at least HIGH → at least VERY_HIGH";
        String same = "us_prc_gdp_ratio: LOW from 0.8 → 0.9";
        String misspelt = "us_reads_alliance_as_offense: rule left out";
        MutationRun run = new MutationRun(
                BOOK, KILLERS, new Equivalents(Map.of(found, "a slip", same, "reckoned", misspelt, "a slip")));
        List<Fate> fates = run.run(run.sample(MUTANTS, 0, SEED));
        assertThat(run.wrongEntries(MUTANTS, fates))
                .containsExactlyInAnyOrder(
                        "there is no such mutant: " + misspelt,
                        "listed as equivalent, yet KILLED: " + found,
                        "listed as equivalent, yet SAME: " + same);
    }

    @Test
    void equivalentBooksGiveTheSameAnswers() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<RuleBook> same = MUTANTS.stream()
                .filter(m -> m.operator() == Operator.TAG || m.operator() == Operator.CUT)
                .flatMap(m -> m.book().get().stream())
                .filter(mutated -> SameAnswers.everywhere(BOOK, mutated))
                .toList();
        assertThat(same).hasSizeGreaterThan(50);
        for (RuleBook mutated : same) {
            Assessor assessor = new Assessor(RewrittenRuleBook.open(mutated));
            for (int n = 0; n < WORLDS; n++) {
                Scenario world = RandomWorlds.any(random);
                assertThat(outcome(assessor, world)).isEqualTo(outcome(Shipped.ASSESSOR, world));
            }
        }
    }

    private static List<Object> outcome(Assessor assessor, Scenario world) {
        PointAssessment findings = assessor.pointAssessment(world);
        List<Object> outcome = new ArrayList<>(List.of(
                findings.likelihood(),
                findings.balance(),
                findings.relationship(),
                findings.commitment(),
                findings.flags()));
        for (LedgerRow row : findings.ledger()) {
            outcome.add(List.of(row.rule().id(), row.status(), row.overriddenBy(), row.alliancePoints()));
        }
        return outcome;
    }

    @Test
    void mutantIsNamedByOriginalAndReplacement() {
        assertThat(MUTANTS)
                .extracting(Mutant::id)
                .doesNotHaveDuplicates()
                .contains(
                        "us_reads_alliance_as_offence_high: us_reaction_severity_expected at least HIGH → at least VERY_HIGH",
                        "us_reads_alliance_as_offence_high: us_reaction_severity_expected at least HIGH → at most HIGH",
                        "interests_fuse: prc_western_tech_access at most LOW left out",
                        "pressure_on_both: rule left out",
                        "will_to_ally_high: alliance DECISIVELY_FOR → DECISIVELY_AGAINST",
                        "us_reads_alliance_as_offence: tag deterrent left out",
                        "us_margin_decisive: tag deterrent added",
                        "status_accepted: overrides ca → deterrent",
                        "no_switch: ceiling NO_SWITCH → SWITCH",
                        "ceilings SWITCH share 0.7 → 0.75",
                        "weights alliance SLIGHT points 0.3 → 0.33",
                        "referenceClasses classes pooled-1815-2017 percent 8.3 → 7.3",
                        "relationship floors MIXED from -6 → -6.5",
                        "us_prc_gdp_ratio: HIGH from 1.4 → 1.5");
    }
}

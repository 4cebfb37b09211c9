package entente.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.rulebook.RewrittenRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scoring.Assessor;
import entente.testkit.Golden;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All mutants of the rules: {@code mvn -Dgroups=mutation test}. Reports are always written to target/mutation/. */
@Tag("mutation")
class MutationTest {

    /** Mutation score thresholds in percent: in total and per operator. */
    static final double LEAST = 95;

    private static final Path REPORTS = Path.of("target", "mutation");
    private static final RuleBook BOOK = Shipped.BOOK.book();

    @Test
    void mutationScoreIsAboveTheThreshold() throws IOException {
        List<Mutant> all = MutationRun.mutants(BOOK, Shipped.RULES);
        Equivalents equivalents = Equivalents.read(Equivalents.FILE);
        MutationRun run = new MutationRun(BOOK, Killer.all(), equivalents);
        List<Fate> fates = run.run(all);
        report("report.md", MutationReport.of("the rule book", fates, equivalents));
        assertThat(run.wrongEntries(all, fates)).isEmpty();
        assertThat(Score.below(LEAST, fates)).isEmpty();
        Golden.checkExactly(
                MutationPage.FILE, MutationPage.with(Files.readString(MutationPage.FILE), BOOK.version(), fates));
    }

    /** The rival book has few cases and no threshold; its score is only reported. */
    @Test
    void rivalBookIsReported() throws IOException, RuleBookException {
        Path rules = Shipped.RULES.resolve("rival");
        RuleBook rival = RuleBooks.open(rules, Shipped.CACHE).book();
        Equivalents none = new Equivalents(Map.of());
        List<Fate> fates =
                new MutationRun(rival, Killer.cases(rules, rival), none).run(MutationRun.mutants(rival, rules));
        report("rival.md", MutationReport.of("the rival book", fates, none));
        assertThat(Score.of(fates).killed()).isPositive();
    }

    private static void report(String name, String text) throws IOException {
        Files.createDirectories(REPORTS);
        Files.writeString(REPORTS.resolve(name), text);
    }

    @Test
    void changedCardIsWrittenToTheRuleText() {
        RuleMutants.of(BOOK).parallelStream().filter(MutationTest::isWritten).forEach(mutant -> {
            Optional<Rule> read = RewrittenRuleBook.read(new Card(mutant.rule().get()).drl());
            if (mutant.book().get().isPresent()) {
                assertThat(read).as(mutant.id()).isEqualTo(mutant.rule());
            } else {
                // Rejected by itself, or only together with the other rules.
                assertThat(read).as(mutant.id()).isIn(Optional.empty(), mutant.rule());
            }
        });
    }

    /** What the run takes for equivalent changes no answer. */
    @Test
    void equivalentBooksGiveTheSameAnswers() throws IOException {
        SplittableRandom random = new SplittableRandom(2019);
        List<RuleBook> same = MutationRun.mutants(BOOK, Shipped.RULES).stream()
                .filter(m -> m.operator() == Operator.TAG || m.operator() == Operator.CUT)
                .flatMap(m -> m.book().get().stream())
                .filter(mutated -> SameAnswers.everywhere(BOOK, mutated))
                .toList();
        assertThat(same).hasSizeGreaterThan(50);
        for (RuleBook mutated : same) {
            Assessor assessor = new Assessor(RewrittenRuleBook.open(mutated));
            for (int n = 0; n < 20; n++) {
                Scenario world = RandomWorlds.any(random);
                assertThat(assessor.pointAssessment(world).balance())
                        .isEqualTo(Shipped.ASSESSOR.pointAssessment(world).balance());
                assertThat(assessor.pointAssessment(world).relationship())
                        .isEqualTo(Shipped.ASSESSOR.pointAssessment(world).relationship());
            }
        }
    }

    /** A step has no text of its own. */
    private static boolean isWritten(Mutant mutant) {
        return mutant.rule().filter(rule -> rule.card().isEmpty()).isPresent();
    }
}

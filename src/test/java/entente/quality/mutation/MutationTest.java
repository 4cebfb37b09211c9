package entente.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.quality.mutation.MutationRun.Fate;
import entente.quality.mutation.MutationRun.State;
import entente.rulebook.RewrittenRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Golden;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All mutants of the rules: {@code mvn -Dgroups=mutation test}. Reports are always written to target/mutation/. */
@Tag("mutation")
class MutationTest {

    /** Mutation score thresholds in percent: in total and per operator. */
    private static final double LEAST = 95;

    private static final Path REPORTS = Path.of("target", "mutation");
    private static final Path EQUIVALENTS = Golden.RESOURCES.resolve("mutation").resolve("equivalent.yaml");
    private static final RuleBook BOOK = Shipped.BOOK.book();

    @Test
    void mutationScoreIsAboveTheThreshold() throws IOException {
        Map<String, String> equivalents = new YAMLMapper().readValue(EQUIVALENTS.toFile(), new TypeReference<>() {});
        MutationRun run = new MutationRun(BOOK, Killer.all(), equivalents);
        List<Fate> fates = run.run(MutationRun.mutants(BOOK, Shipped.RULES));
        MutationReport report = new MutationReport(fates);
        write("report.md", report.whole("the rule book", equivalents));
        assertThat(run.wrongEntries(fates)).isEmpty();
        assertThat(report.below(LEAST)).isEmpty();
        Golden.checkExactly(MutationReport.PAGE, report.page(BOOK.version()));
    }

    /** The rival book has few cases and no threshold; its score is only reported. */
    @Test
    void rivalBookIsReported() throws IOException {
        Path rules = Shipped.RULES.resolve("rival");
        RuleBook rival = Shipped.open(rules).book();
        List<Fate> fates =
                new MutationRun(rival, Killer.cases(rules, rival), Map.of()).run(MutationRun.mutants(rival, rules));
        write("rival.md", new MutationReport(fates).whole("the rival book", Map.of()));
        assertThat(fates).extracting(Fate::state).contains(State.KILLED);
    }

    private static void write(String name, String text) throws IOException {
        Files.createDirectories(REPORTS);
        Files.writeString(REPORTS.resolve(name), text);
    }

    /** What the run takes for equivalent changes no answer. */
    @Test
    void equivalentBooksGiveTheSameAnswers() throws IOException {
        SplittableRandom random = new SplittableRandom(2019);
        List<RuleBook> same = MutationRun.mutants(BOOK, Shipped.RULES).stream()
                .filter(m -> m.operator() == Operator.TAG_ADDED || m.operator() == Operator.CUT)
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
}

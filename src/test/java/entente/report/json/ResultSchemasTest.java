package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.Exploration;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.LikelihoodScale;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The JSON of every command conforms to the schema that {@code scenario schema} prints, which requires what is written. */
class ResultSchemasTest {

    @TempDir
    private Path temp;

    /** In the last column, the members that are optional. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            assessment; assess no-limits-2022 --set us_avg_tariff_on_prc_pct=150 --without no_pact; #/(scenario/resolved/.*|ledger/0/(card|step))
            backtest; rules backtest scenarios --without no_switch; #/(without|outOfSample|cases/0/relationship)
            briefing; brief baseline-2018; .*
            comparison; compare status-quo-2025 total-decoupling --assumptions src/test/resources/assumptions.json; .*/(asOf|relationship|low|high)
            explanation; explain status-quo-2025 --rule us_reads_alliance_as_offence; #/ledger/0/(card|step)
            exploration; explore total-decoupling --set shock_suddenness=any --discover roughly-even; .*
            flip; flip taiwan-war --down; none
            indicators; scenario indicators prc_export_share_us_pct; #/0/note
            indicators; scenario indicators western_sanctions_on_rus; #/0/(note|anchors/[0-9]+)
            lint; rules lint; #/findings/[0-9]+/allowed
            lint; rules lint --rules src/test/resources/lint/base; none
            lint; rules lint --rules src/test/resources/books/several-faults; #/faults/0/(file|line)
            rules; rules list; #/0/(projectAssumption|alliance|partnership|card|step)
            rules; rules show deterrent_spent; #/0/(projectAssumption|alliance|partnership|card|step)
            rules-test; rules test; #/gaps
            sensitivity; sensitivity status-quo-2025 --all; .*/relationship
            series; assess --series scenarios; .*/(asOf|observed|change|relationship|low|high|parts)
            validation; validate src/test/resources/scenarios/bad scenarios; .*/(line|column|suggestion)
            """)
    void everyWrittenMemberIsDescribedAndRequired(String name, String command, String optional) {
        JsonSchemas schema = JsonSchemas.named(name);
        Object[] words = (command + " --format json").split(" ", -1);
        String json = Invocation.of(words).out();
        assertThat(schema.problems(json)).isEmpty();
        assertThat(schema.unnoticed(json)).allMatch(member -> member.matches(optional));
    }

    @Test
    void schemaCommandPrintsEachSchema() {
        for (String name : ResultDocuments.names()) {
            assertThat(Invocation.output("scenario", "schema", name)).isEqualTo(JsonSchemas.text(name));
        }
    }

    @Test
    void verificationsOfEachOutcomeConform() throws IOException {
        String kept = AssessmentJson.document(LikelihoodScale.ICD203).pretty(Shipped.assess("crimea-2014"));
        Path same = Files.writeString(temp.resolve("same.json"), kept);
        Path drifted =
                Files.writeString(temp.resolve("drifted.json"), kept.replace("\"claim\": \"A", "\"claim\": \"B"));
        Path bad = Files.writeString(temp.resolve("bad.json"), "{\"scenario\": }");
        Invocation run = Invocation.of("editions", "verify", same, drifted, bad, "nowhere.json", "--format", "json")
                .expect(1);
        assertThat(JsonSchemas.named("verification").problems(run.out())).isEmpty();
        assertThat(run.out()).contains("\"IDENTICAL\"", "\"SAME_VERDICT\"", "\"INVALID\"", "\"MISSING\"", "/claim\"");
    }

    /** Of any scenario, also one without a reading, in both scales. */
    @Test
    void resultsOfRandomScenariosConform() {
        JsonSchemas assessments = JsonSchemas.named("assessment");
        JsonSchemas sensitivities = JsonSchemas.named("sensitivity");
        JsonSchemas explorations = JsonSchemas.named("exploration");
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(Shipped.ASSESSOR);
        Exploration exploration = new Exploration(Shipped.ASSESSOR);
        Property.forAll(Math.max(1, Property.cases() / 50), RandomWorlds::any, (plain, random) -> {
            var scenario =
                    RandomWorlds.with(plain, RandomWorlds.assumptions(random)).withSha256("0".repeat(64));
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                String json = AssessmentJson.document(scale).pretty(Shipped.ASSESSOR.assess(scenario));
                assertThat(assessments.problems(json))
                        .filteredOn(problem -> !problem.contains("resolved"))
                        .isEmpty();
            }
            assertThat(sensitivities.problems(SensitivityJson.write(sensitivity.analyze(scenario), true)))
                    .isEmpty();
            ExplorationQuestion question = new ExplorationQuestion(
                    scenario,
                    Map.of(),
                    random.nextBoolean(),
                    Optional.of(new Discover(Band.values()[random.nextInt(7)], Set.of())));
            assertThat(explorations.problems(ExplorationJson.DOCUMENT.pretty(exploration.explore(question))))
                    .isEmpty();
        });
        List<String> shipped = Stream.concat(
                        Shipped.scenarioIds().stream().map(Shipped::assess),
                        Stream.of(Shipped.ASSESSOR.assess(
                                Shipped.parse("{\"id\": \"n\", \"title\": \"N\", \"readings\": {}}"))))
                .map(AssessmentJson.document(LikelihoodScale.PHIA)::line)
                .toList();
        assertThat(shipped)
                .allSatisfy(json -> assertThat(assessments.problems(json)).isEmpty());
    }

    @Test
    void explanationsHaveTheLedgerOfTheAssessment() {
        JsonNode ledger = Invocation.json("explain", Invocation.BASELINE).get("ledger");
        assertThat(ledger).hasSize(Shipped.BOOK.book().rules().size());
        assertThat(ledger)
                .isEqualTo(Invocation.json("assess", Invocation.BASELINE).get("ledger"));
    }

    private static List<String> names(Map<String, Object> members) {
        return JsonWriter.write(members)
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.substring(3, 4))
                .toList();
    }

    /** The same value is written as the same text in every process. */
    @Test
    void unorderedMapIsWrittenSortedByName() {
        List<String> letters = List.of("q", "w", "e", "r", "t", "y", "u", "i", "o", "p", "a", "s", "d", "f");
        Map<String, Object> none =
                Map.copyOf(letters.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
        assertThat(names(none)).isSorted().hasSize(letters.size());
    }

    @Test
    void orderedMapKeepsItsOrder() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("b", 1);
        given.put("c", 2);
        given.put("a", 3);
        assertThat(names(given)).containsExactly("b", "c", "a");
    }
}

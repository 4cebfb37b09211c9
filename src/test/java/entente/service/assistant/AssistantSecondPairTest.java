package entente.service.assistant;

import static entente.service.assistant.StdioSession.text;
import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Assistants with the book on another pair of powers: places and commands are those of that book. */
@Timeout(120)
class AssistantSecondPairTest {

    private static final Path RULES = Shipped.RULES.resolve("us-india");
    private static final Path SCENARIOS = Shipped.SCENARIOS.resolve("us-india");
    private static final String THEN = "bad-bet-2023";

    private static StdioSession session;

    @BeforeAll
    static void start() throws IOException, RuleBookException {
        session = new StdioSession(new AssistantServer(
                new RuleBookSnapshot(
                        RuleBooks.open(RULES, Shipped.CACHE),
                        Optional.empty(),
                        new FolderScenarioSource(List.of(SCENARIOS))),
                ServedFolders.of(RULES.toString(), SCENARIOS.toString())));
    }

    @AfterAll
    static void stop() throws IOException {
        session.close();
    }

    @Test
    void placesAreThoseOfTheBook() throws IOException {
        assertThat(text(session.call("explain_rule", Map.of("rule", "autonomy_guarded"))))
                .containsPattern("rules/us-india/autonomy\\.drl:[0-9]+");
        assertThat(text(session.call("explain_indicator", Map.of("indicator", "us_ind_rift"))))
                .containsPattern("rules/us-india/indicators\\.yaml:[0-9]+");
        assertThat(text(session.call("assess", Map.of("scenario", THEN))))
                .containsPattern(", rules/us-india/[a-z_]+\\.drl:[0-9]+]")
                .doesNotContainPattern(", rules/[a-z_]+\\.drl");
    }

    @Test
    void commandsNameTheBook() throws IOException {
        Map<String, Object> one = Map.of("scenario", THEN);
        Map<String, Map<String, ?>> calls = Map.of(
                "assess", one,
                "explain_rule", Map.of("rule", "autonomy_guarded"),
                "validate_scenario", one,
                "list_scenarios", Map.of(),
                "list_indicators", Map.of(),
                "explain_indicator", Map.of("indicator", "treaty_commitment_level"),
                "compare", Map.of("scenarios", List.of(THEN, THEN)),
                "series", Map.of(),
                "sensitivity", one,
                "brief", one);
        for (String tool : calls.keySet()) {
            String text = text(session.call(tool, calls.get(tool)));
            assertThat(text.lines().filter(line -> line.contains("./entente ")))
                    .as(tool)
                    .isNotEmpty()
                    .allMatch(line -> line.contains("--rules rules/us-india"));
        }
        assertThat(text(session.call("series", Map.of())))
                .contains("./entente assess scenarios/us-india --series --rules rules/us-india");
        assertThat(text(session.call("brief", one))).contains("./entente assess " + THEN + " --rules rules/us-india");
    }

    @Test
    void instructionsAttributeEachOfSeveralTextsToItsAuthor() throws RuleBookException {
        for (String name : List.of("us-india", "rival")) {
            var article = RuleBooks.open(Shipped.RULES.resolve(name), Shipped.CACHE)
                    .about()
                    .article();
            assertThat(AssistantServer.encoded(article))
                    .contains(
                            "rests on what was read of " + article.cited(), "§6 ", "Attribute a citation to its text.")
                    .doesNotContain("encodes");
        }
        assertThat(AssistantServer.encoded(Shipped.BOOK.about().article()))
                .as("a book on one article")
                .startsWith(" The rule book encodes Paszak (2019), \"Sino-Russian")
                .endsWith("whose paragraphs rules cite.");
    }

    @Test
    void aFolderElsewhereIsNotTold() {
        ServedFolders elsewhere = new ServedFolders(Path.of("target"), Path.of("rules"), Path.of("scenarios"));
        assertThat(elsewhere.rulesName()).isEqualTo("rules");
        assertThat(elsewhere.command("rules show x")).isEqualTo("./entente rules show x --rules DIR");
        assertThat(elsewhere.scenariosName()).isEqualTo("DIR");
    }
}

package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entente.model.Commitment;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Rule;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.testkit.Folders;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Law 9: order, file names, comments and layout do not change the result. */
@Tag("law")
class OrderLawTest {

    private static final Pattern RULE = Pattern.compile("^rule \".*?^end$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("^\\s*(//|#).*\\R", Pattern.MULTILINE);
    private static final String HEAD =
            "package entente.rules\n\nimport entente.model.GradedReading\nimport entente.model.Grade\n\n";
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ResultDocument<Assessment> JSON = AssessmentJson.document(LikelihoodScale.ICD203);

    @TempDir
    private Path folder;

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void orderAndFilesOfRulesDoNotChangeTheBook(int files) throws IOException, RuleBookException {
        Random random = new Random(Property.SEED + files);
        List<String> rules = rules();
        assertThat(rules).hasSize((int) Shipped.BOOK.book().rules().stream()
                .map(Rule::cardId)
                .distinct()
                .count());
        Collections.shuffle(rules, random);
        for (int file = 0; file < files; file++) {
            StringBuilder text = new StringBuilder(HEAD);
            for (int r = file; r < rules.size(); r += files) {
                text.append("// ")
                        .append(random.nextInt())
                        .append('\n')
                        .append(rules.get(r))
                        .append("\n\n");
            }
            Files.writeString(folder.resolve("x" + random.nextInt(1_000_000) + ".drl"), text);
        }
        for (String yaml : List.of("indicators.yaml", "weights.yaml", "inventory.yaml")) {
            Files.writeString(folder.resolve(yaml), bare(Shipped.RULES.resolve(yaml)));
        }
        LoadedRuleBook shuffled = RuleBooks.open(folder, folder.resolve("cache"));
        assertThat(shuffled.book().sha256()).isEqualTo(Shipped.BOOK.book().sha256());
        assertThat(shuffled.book()).isEqualTo(Shipped.BOOK.book());
        Assessor assessor = new Assessor(shuffled);
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            assertThat(JSON.pretty(assessor.assess(scenario))).as(id).isEqualTo(json(scenario));
        }
    }

    @Test
    void orderOfMembersDoesNotChangeTheScenario() {
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            Map<?, ?> read =
                    MAPPER.readValue(Shipped.SCENARIOS.resolve(id + ".json").toFile(), Map.class);
            Scenario shuffled = Shipped.parse(MAPPER.writeValueAsString(shuffled(read, new Random(Property.SEED))));
            assertThat(shuffled.sha256()).as(id).isEqualTo(scenario.sha256());
            assertThat(json(shuffled)).as(id).isEqualTo(json(scenario));
        }
    }

    private static String json(Scenario scenario) {
        return JSON.pretty(Shipped.ASSESSOR.assess(scenario));
    }

    /** The text of each rule. */
    private static List<String> rules() throws IOException {
        List<String> rules = new ArrayList<>();
        for (Path file : Folders.files(Shipped.RULES, ".drl")) {
            RULE.matcher(bare(file)).results().map(MatchResult::group).forEach(rules::add);
        }
        return rules;
    }

    private static String bare(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    /** The value with shuffled members of objects; the order of lists is kept. */
    private static Object shuffled(Object value, Random random) {
        if (value instanceof Map<?, ?> object) {
            List<Map.Entry<?, ?>> members = new ArrayList<>(object.entrySet());
            Collections.shuffle(members, random);
            Map<Object, Object> shuffled = new LinkedHashMap<>();
            members.forEach(member -> shuffled.put(member.getKey(), shuffled(member.getValue(), random)));
            return shuffled;
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> shuffled(item, random)).toList()
                : value;
    }

    private static final Map<String, String> NAMES = Map.of(
            "treaty_commitment_level", "obligation",
            "us_avg_tariff_on_prc_pct", "levy",
            "prc_export_share_us_pct", "narrow_share",
            "prc_export_share_west5_pct", "wide_share",
            "\"pact\"", "\"bond\"",
            "tag: pact", "tag: bond");

    private static final String SCENARIO = """
            {"id": "s", "title": "S", "readings": {"treaty_commitment_level": 4, "rus_elite_balancing_sentiment": 4,
              "us_avg_tariff_on_prc_pct": 145, "prc_export_share_us_pct": 11.1, "prc_export_share_west5_pct": 10}}
            """;

    /** The engine does not depend on ids of indicators or tags. */
    @Test
    @Tag("thorough")
    void otherNamesGiveTheSameAnswer() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        for (Path file : Folders.files(Shipped.RULES, "")) {
            Files.writeString(rules.resolve(file.getFileName()), renamed(Files.readString(file)));
        }
        LoadedRuleBook book = RuleBooks.open(rules, folder);
        Assessment other = new Assessor(book)
                .assess(Shipped.accepted(new ScenarioReader(Vocabulary.of(book.book()))
                        .read(renamed(SCENARIO).getBytes(StandardCharsets.UTF_8), ScenarioSource.none())));
        Assessment shipped = Shipped.ASSESSOR.assess(Shipped.parse(SCENARIO));
        assertThat(other.verdict()).isEqualTo(shipped.verdict());
        assertThat(other.verdict().commitment()).isEqualTo(Commitment.DEFENCE);
        assertThat(other.verdict().flags()).contains(VerdictFlag.HOLLOW_ALLIANCE);
        assertThat(other.warnings())
                .extracting(Warning::kind, Warning::facts)
                .contains(
                        tuple(Warning.Kind.SHARE_ABOVE_WHOLE, List.of("11.1", "10")),
                        tuple(Warning.Kind.TARIFF_WITHOUT_EFFECT, List.of("145", "11.1")));
    }

    private static String renamed(String text) {
        String renamed = text;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }
}

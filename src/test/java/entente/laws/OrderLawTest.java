package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 9: order, file names, comments and layout do not change the result. */
@Tag("law")
class OrderLawTest {

    private static final Pattern RULE = Pattern.compile("^rule \".*?^end$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("^\\s*(//|#).*\\R", Pattern.MULTILINE);
    private static final String HEAD =
            "package entente.rules\n\nimport entente.model.GradedReading\nimport entente.model.Grade\n\n";
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
            byte[] bytes = Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json"));
            Node root = Documents.json(bytes, DocumentLimits.SCENARIO).root().orElseThrow();
            Scenario shuffled = Shipped.parse(shuffled(root, new Random(Property.SEED)));
            assertThat(shuffled.sha256()).as(id).isEqualTo(scenario.sha256());
            assertThat(json(shuffled)).as(id).isEqualTo(json(scenario));
        }
    }

    private static String json(Scenario scenario) {
        return JSON.pretty(Shipped.ASSESSOR.assess(scenario));
    }

    /** The text of each rule. */
    private static List<String> rules() throws IOException {
        try (Stream<Path> files = Files.list(Shipped.RULES)) {
            List<String> rules = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
                RULE.matcher(bare(file)).results().map(MatchResult::group).forEach(rules::add);
            }
            return rules;
        }
    }

    private static String bare(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    /** The document as JSON with shuffled object members; the order of lists is kept. */
    private static String shuffled(Node node, Random random) {
        if (node instanceof Node.ObjectNode object) {
            List<String> members = new ArrayList<>();
            object.members().forEach((name, value) -> members.add(quoted(name) + " :" + shuffled(value, random)));
            Collections.shuffle(members, random);
            return "{\n" + String.join(",\t", members) + "}";
        }
        if (node instanceof Node.ListNode list) {
            return list.items().stream().map(i -> shuffled(i, random)).collect(Collectors.joining(",", "[", "]"));
        }
        if (node instanceof Node.TextNode text) {
            return quoted(text.text());
        }
        if (node instanceof Node.NumberNode number) {
            return number.raw();
        }
        return node instanceof Node.BooleanNode flag ? String.valueOf(flag.value()) : "null";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

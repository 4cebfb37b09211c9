package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final ProblemCollector problems = new ProblemCollector();

    private Fields fields(String json) {
        Document document = Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO);
        assertThat(document.problems()).isEmpty();
        return Fields.of(document.root().orElseThrow(), "#", problems).orElseThrow();
    }

    private List<String> problemCodes() {
        return problems.all().stream().map(p -> p.pointer() + " " + p.code()).toList();
    }

    @Test
    void readsValidMembers() {
        Fields fields = fields("{\"t\": \"x\", \"n\": 1.5, \"b\": false, \"o\": {\"i\": 1}, \"l\": [\"p\", \"q\"],"
                + " \"ns\": [1, 2], \"os\": [{\"a\": 1}, {}]}");
        assertThat(fields.text("t")).contains("x");
        assertThat(fields.number("n")).isEqualTo(Optional.of(1.5));
        assertThat(fields.booleanValue("b")).contains(false);
        assertThat(fields.object("o").orElseThrow().number("i")).isEqualTo(Optional.of(1.0));
        assertThat(fields.texts("l")).containsExactly("p", "q");
        assertThat(fields.numbers("ns")).containsExactly(1.0, 2.0);
        assertThat(fields.objects("os")).extracting(Fields::pointer).containsExactly("#/os/0", "#/os/1");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void reportsMissingMembersOnlyIfRequired() {
        Fields fields = fields("{}");
        assertThat(fields.text("t")).isEmpty();
        assertThat(fields.number("n")).isEmpty();
        assertThat(fields.booleanValue("b")).isEmpty();
        assertThat(fields.object("o")).isEmpty();
        assertThat(fields.texts("l")).isEmpty();
        assertThat(fields.numbers("l")).isEmpty();
        assertThat(fields.objects("l")).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
        fields.requiredText("t");
        fields.requiredNumber("n");
        assertThat(problemCodes()).containsExactly("#/t MISSING_FIELD", "#/n MISSING_FIELD");
    }

    @Test
    void doesNotConvertTypes() {
        Fields fields = fields(
                "{\"one\": \"1\", \"yes\": 1, \"five\": 5, \"nil\": null, \"list\": {}, \"object\": [], \"blank\": \" \"}");
        assertThat(fields.number("one")).isEmpty();
        assertThat(fields.booleanValue("yes")).isEmpty();
        assertThat(fields.text("five")).isEmpty();
        assertThat(fields.text("nil")).isEmpty();
        assertThat(fields.texts("list")).isEmpty();
        assertThat(fields.object("object")).isEmpty();
        assertThat(fields.requiredText("blank")).contains(" ");
        assertThat(problemCodes())
                .containsExactly(
                        "#/one WRONG_TYPE",
                        "#/yes WRONG_TYPE",
                        "#/five WRONG_TYPE",
                        "#/nil WRONG_TYPE",
                        "#/list WRONG_TYPE",
                        "#/object WRONG_TYPE",
                        "#/blank BLANK");
        assertThat(problems.all())
                .extracting(Problem::suggestion)
                .startsWith(Optional.of("1"), Optional.empty(), Optional.of("\"5\""));
    }

    @Test
    void reportsInvalidListItemsByIndex() {
        Fields fields = fields("{\"l\": [1, \"a\", null, \"b\"],\n \"ns\": [\"x\", 2, 1e999]}");
        Map<String, String> read = new java.util.TreeMap<>();
        fields.texts(
                "l",
                (text, at) -> read.put(at.pointer(), text + " " + at.location().column()));
        assertThat(read).isEqualTo(Map.of("#/l/1", "a 11", "#/l/3", "b 22"));
        assertThat(fields.numbers("ns")).containsExactly(2.0);
        assertThat(problemCodes())
                .containsExactly("#/l/0 WRONG_TYPE", "#/l/2 WRONG_TYPE", "#/ns/0 WRONG_TYPE", "#/ns/2 NOT_FINITE");
    }

    @Test
    void reportsUnknownMembersWithAllowedNames() {
        fields("{\"titel\": 1, \"id\": 2}").allowOnly(List.of("title", "id"));
        assertThat(problems.all()).singleElement().satisfies(p -> {
            assertThat(p.pointer()).isEqualTo("#/titel");
            assertThat(p.code()).isEqualTo("UNKNOWN_FIELD");
            assertThat(p.allowed()).containsExactly("id", "title");
            assertThat(p.suggestion()).contains("title");
        });
    }

    @Test
    void escapesNamesInPointersAndReplacesControlCharacters() {
        Fields fields = fields("{\"a/b~c\": 1}").allowOnly(List.of());
        assertThat(problemCodes()).containsExactly("#/a~1b~0c UNKNOWN_FIELD");
        assertThat(fields.pointer("\u001B[2J")).isEqualTo("#/\uFFFD[2J");
    }

    @Test
    void truncatesValuesInMessages() {
        fields("{\"" + "x".repeat(61) + "\": 1, \"" + "y".repeat(60) + "\": 1}").allowOnly(List.of());
        assertThat(problems.all())
                .extracting(Problem::detail)
                .containsExactly(
                        "There is no field \"" + "x".repeat(60) + "…\" here.",
                        "There is no field \"" + "y".repeat(60) + "\" here.");
    }

    @Test
    void rejectsNonObjects() {
        Node list = Documents.json(new byte[] {'[', ']'}, DocumentLimits.SCENARIO)
                .root()
                .orElseThrow();
        assertThat(Fields.of(list, "#", problems)).isEmpty();
        assertThat(problemCodes()).containsExactly("# WRONG_TYPE");
    }
}

package entente.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.document.Node.ListNode;
import entente.document.Node.ObjectNode;
import entente.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict parsing of JSON and YAML, with error messages independent of the parser; suggestions and allowed characters. */
class DocumentsTest {

    private final ProblemCollector problems = new ProblemCollector();

    private static Document json(String text) {
        return Documents.json(text.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO);
    }

    private static Document yaml(String text) {
        return Documents.yaml(text.getBytes(StandardCharsets.UTF_8), DocumentLimits.BOOK);
    }

    private static String onlyProblem(Document document) {
        assertThat(document.root()).isEmpty();
        assertThat(document.problems()).hasSize(1);
        Problem problem = document.problems().get(0);
        return problem.code() + " " + problem.detail();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "[\"a\" \"b\"] § G",
                "[1,] § G",
                "{\"a\":} § G",
                "{\"a\" 1} § G",
                "{\"a\":1,5} § G",
                "{a:1} § G",
                "[01] § N",
                "[+1] § N",
                "[.5] § N",
                "[1.] § N",
                "[--1] § N",
                "['a'] § Names and text need straight double quotes (\").",
                "[“a”] § Names and text need straight double quotes (\").",
                "[1] } § Something follows the end of the document.",
                "[1} § G",
                "[1 § The document ends prematurely.",
                "[\"a § The document ends prematurely.",
                "[\"\\x\"] § Within a text a line break is written \\n, a tab \\t and a backslash twice; other control",
                "[1 // a § JSON has no comments; put remarks into a \"note\".",
                "[NaN] § JSON has no NaN and no Infinity; a missing value is left out or \"unknown\".",
                "[1e] § N",
                "[1x] § G",
                "} § G",
                "[True] § G",
                "[&] § G"
            })
    void describesJsonSyntaxErrors(String text, String detail) {
        assertThat(onlyProblem(json(text)))
                .matches("(NOT_JSON|TRAILING_TEXT) .*")
                .contains(
                        switch (detail) {
                            case "N" -> " This is not a number; ";
                            case "G" -> " A bracket, comma, colon, name or value is missing here or too many; ";
                            default -> " " + detail;
                        });
    }

    @Test
    void namesControlCharactersInsteadOfPrintingThem() {
        for (String text : List.of("a\nb", "a\tb", "a\u001Bb")) {
            assertThat(onlyProblem(json("[\"" + text + "\"]"))).contains("Within a text a line break is written \\n");
        }
        assertThat(onlyProblem(json("\u0000{}"))).startsWith("NOT_JSON ");
        assertThat(onlyProblem(json("[\u001B]"))).doesNotContain("\u001B");
        assertThat(onlyProblem(json("[a\u001B[31m]"))).doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\uFEFF", "\uFEFF \n"})
    void rejectsEmptyDocuments(String text) {
        assertThat(onlyProblem(json(text))).isEqualTo("EMPTY The document is empty.");
        if (!text.contains("\t")) {
            assertThat(onlyProblem(yaml(text))).isEqualTo("EMPTY The document is empty.");
        }
    }

    @Test
    void rejectsOtherEncodingsThanUtf8() {
        for (byte[] bytes : List.of(
                "[\"é\"]".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {'[', '"', (byte) 0xC3},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                "\uFEFF[]".getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(onlyProblem(Documents.json(bytes, DocumentLimits.SCENARIO)))
                    .isEqualTo("NOT_UTF8 This is not UTF-8 text; save it in that encoding.");
        }
        assertThat(json("\uFEFF[\"\uD83D\uDE00\"]").problems()).isEmpty();
    }

    @Test
    void reportsAllDuplicateNamesAndForbiddenCharacters() {
        Document document =
                json("{\"a\": 1, \"a\": 2, \"b\": {\"c\": \"\\u0000\", \"c\": \"\\ud800\"}, \"\\u007f\": 3}");
        assertThat(document.root()).isPresent();
        assertThat(document.problems())
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly(
                        "#/a DUPLICATE_KEY",
                        "#/b/c FORBIDDEN_CHARACTER",
                        "#/b/c DUPLICATE_KEY",
                        "#/b/c FORBIDDEN_CHARACTER",
                        "#/\uFFFD FORBIDDEN_CHARACTER");
        assertThat(document.root())
                .get()
                .matches(r -> ((Node.NumberNode) ((Node.ObjectNode) r).members().get("a"))
                        .raw()
                        .equals("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x {b: 1}\nc: *x",
                "a: 1\nb: *a",
                "a: !!int \"3\"",
                "a: !foo 3",
                "a: !!binary aGk=",
                "a: &x [1]",
                "&x a: 1"
            })
    void rejectsYamlAnchorsAliasesAndTags(String text) {
        assertThat(onlyProblem(yaml(text)))
                .matches("NOT_PLAIN Anchors, aliases and tags are not allowed; write each value out\\.|NOT_YAML .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n---\nb: 2", "a: 1\n...\nb: 2"})
    void rejectsSeveralYamlDocuments(String text) {
        assertThat(onlyProblem(yaml(text))).startsWith("TRAILING_TEXT ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "a: b: c § This is not YAML: mapping values are not allowed here.",
                "a: {b: 1 § This is not YAML: expected ',' or '}', but got <stream end>.",
                "a: @x § This is not YAML: found character '@' that cannot start any token."
            })
    void describesYamlSyntaxErrorsWithoutContext(String text, String detail) {
        assertThat(onlyProblem(yaml(text))).isEqualTo("NOT_YAML " + detail);
    }

    private static Map<String, String> locations(String text, boolean yaml) {
        Document document = yaml ? yaml(text) : json(text);
        assertThat(document.problems()).isEmpty();
        Map<String, String> locations = new TreeMap<>();
        collect(document.root().orElseThrow(), "#", locations);
        return locations;
    }

    private static void collect(Node node, String at, Map<String, String> locations) {
        locations.put(at, node.location().line() + ":" + node.location().column());
        if (node instanceof ObjectNode object) {
            object.members().forEach((name, value) -> collect(value, Position.below(at, name), locations));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(list.items().get(i), at + "/" + i, locations);
            }
        }
    }

    @Test
    void locatesJsonValues() {
        assertThat(locations("{\"a\": 1,\n \"b\":\n  [true,\n\tnull, \"x\"],\n\"c\": {}}", false))
                .isEqualTo(Map.of(
                        "#", "1:1", "#/a", "1:7", "#/b", "3:3", "#/b/0", "3:4", "#/b/1", "4:2", "#/b/2", "4:8", "#/c",
                        "5:6"));
    }

    @Test
    void countsEachLineEndOnce() {
        Map<String, String> expected = Map.of("#", "1:1", "#/a", "2:6", "#/b", "3:6");
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(locations("{" + end + "\"a\": 1," + end + "\"b\": 2}", false))
                    .isEqualTo(expected);
        }
    }

    @Test
    void columnsCountCharactersWithoutByteOrderMark() {
        assertThat(locations("\uFEFF{\"é中\": [\"ж\", 7]}", false))
                .isEqualTo(Map.of("#", "1:1", "#/é中", "1:8", "#/é中/0", "1:9", "#/é中/1", "1:14"));
    }

    @Test
    void locatesYamlValues() {
        assertThat(locations("# one\na: 1\nb:\n  - x\n  - {c: \"y\"}\n", true))
                .isEqualTo(Map.of(
                        "#", "2:1", "#/a", "2:4", "#/b", "4:3", "#/b/0", "4:5", "#/b/1", "5:5", "#/b/1/c", "5:9"));
    }

    private Fields fields(String json) {
        return Fields.of(json(json).root().orElseThrow(), "#", problems).orElseThrow();
    }

    @Test
    void escapesNamesInPointersAndReplacesControlCharacters() {
        Fields fields = fields("{\"a/b~c\": 1}").allowOnly(List.of());
        assertThat(problems.all())
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly("#/a~1b~0c UNKNOWN_FIELD");
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

    private static final DocumentLimits LIMITS = DocumentLimits.SCENARIO;

    private static List<String> codes(String json) {
        return Documents.json(json.getBytes(StandardCharsets.UTF_8), LIMITS).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void limitsMatchTheDocumentation() {
        assertThat(LIMITS).isEqualTo(new DocumentLimits(1_048_576, 64, 20_000, 100_000, 256, 100));
    }

    /** What is as large as allowed has no problem, and what is larger by one has this one. */
    private static void limit(String code, String most, String... more) {
        assertThat(codes(most)).as(code).isEmpty();
        assertThat(Stream.of(more).map(DocumentsTest::codes)).as(code).allMatch(List.of(code)::equals);
    }

    @Test
    void depthsLengthsAndSizesAreBounded() {
        limit("TOO_DEEP", nested(64), nested(65), "{\"a\":".repeat(64) + "1" + "}".repeat(64), "[".repeat(1_000_000));
        limit("TOO_LONG", "{\"" + "n".repeat(256) + "\": 1}", "{\"" + "n".repeat(257) + "\": 1}");
        limit("TOO_LONG", "[\"" + "t".repeat(100_000) + "\"]", "[\"" + "t".repeat(100_001) + "\"]");
        limit("TOO_LONG", "[" + "1".repeat(100) + "]", "[" + "1".repeat(101) + "]");
        assertThat(codes("[" + "1".repeat(101) + ", " + "1".repeat(20_000) + "]"))
                .containsExactly("TOO_LONG", "TOO_LONG");
        limit("TOO_LARGE", "[" + "1,".repeat(19_998) + "1]", "[" + "1,".repeat(19_999) + "1]");
        limit(
                "TOO_LARGE",
                "[]" + " ".repeat((1 << 20) - 2),
                "[]" + " ".repeat((1 << 20) - 1),
                "[\"" + "é".repeat(60_000) + "\"]" + " ".repeat((1 << 20) - 120_003));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "[", "{a: "})
    void yamlHasTheSameDepthLimit(String nest) {
        Document deep = Documents.yaml(nest.repeat(100_000).getBytes(StandardCharsets.UTF_8), LIMITS);
        assertThat(deep.root()).isEmpty();
        assertThat(deep.problems()).hasSize(1);
    }

    @Test
    void rejectsYamlWithTooManyValues() {
        DocumentLimits few = new DocumentLimits(1000, 4, 11, 10, 10, 10);
        assertThat(Documents.yaml("- 1\n".repeat(10).getBytes(StandardCharsets.UTF_8), few)
                        .problems())
                .isEmpty();
        assertThat(Documents.yaml("- 1\n".repeat(11).getBytes(StandardCharsets.UTF_8), few)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("TOO_LARGE");
    }

    @Test
    void sortsKeysAndWritesPlainNumbers() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", List.of(1.0, 1e3, 0.1, -0.0));
        map.put("a", Map.of("z", true, "y", "\"\n\u0001é"));
        map.put("c", 5);
        assertThat(CanonicalJson.write(map))
                .isEqualTo("{\"a\":{\"y\":\"\\\"\\n\\u0001é\",\"z\":true},\"b\":[1,1000,0.1,0],\"c\":5}");
    }

    @Test
    void rejectsOtherTypes() {
        assertThatThrownBy(() -> CanonicalJson.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestIsSha256() {
        assertThat(Digest.sha256("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static final List<String> KNOWN =
            List.of("western_sanctions_on_rus", "rus_west_relations", "horizonYears", "id", "e", "STRONG", "MODERATE");

    @ParameterizedTest
    @CsvSource({
        "western_sanction_on_rus, western_sanctions_on_rus",
        "westernsanctionsonrus, western_sanctions_on_rus",
        "HORIZONYEARS, horizonYears",
        "horizon_years, horizonYears",
        "Id, id",
        "ids, id",
        "strong, STRONG",
        "STRONGLY, STRONG",
        "moderat, MODERATE",
        "sttrong, STRONG"
    })
    void suggestsSimilarNames(String word, String meant) {
        assertThat(Suggestion.closest(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"price_of_gas", "x", "WEAK", "st"})
    void suggestsNothingForDissimilarNames(String word) {
        assertThat(Suggestion.closest(word, KNOWN)).isEmpty();
    }

    @Test
    void suggestsNameWithSwappedLetters() {
        assertThat(Suggestion.closest("titel", List.of("title", "id"))).contains("title");
        assertThat(Suggestion.closest("steak", List.of("stake"))).contains("stake");
    }

    @Test
    void suggestsNothingWithoutKnownNames() {
        assertThat(Suggestion.closest("word", List.of())).isEmpty();
        assertThat(Suggestion.closest("", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tariff, us_avg_tariff_on_prc_pct",
        "TARIFF ON, us_avg_tariff_on_prc_pct",
        "west-relations, rus_west_relations",
        "years, horizonYears"
    })
    void suggestsNamesThatContainTheWord(String word, String meant) {
        List<String> known = new ArrayList<>(KNOWN);
        known.add("us_avg_tariff_on_prc_pct");
        assertThat(Suggestion.closest(word, known)).contains(meant);
    }

    @Test
    void suggestsNamesThatShareMostOfTheWords() {
        List<String> known = List.of("interoperability_stage", "western_markets_matter", "military_value_of_prc");
        assertThat(Suggestion.similar("military_interoperability", known)).containsExactly("interoperability_stage");
        assertThat(Suggestion.similar("westrn_markets", known)).containsExactly("western_markets_matter");
        assertThat(Suggestion.similar("value_of_the_markets", known)).isEmpty();
    }

    @Test
    void suggestsTheClosestThenTheShortestUpToThree() {
        List<String> known = List.of("status", "a-status-quo", "status-quo-2025", "status-conflict-1958", "statue");
        assertThat(Suggestion.similar("statu", known)).containsExactly("statue", "status", "a-status-quo");
        assertThat(Suggestion.sentence("status-", known))
                .isEqualTo(" Did you mean status, a-status-quo or status-quo-2025?");
        assertThat(Suggestion.sentence("nothing", known)).isEmpty();
    }

    @Test
    void breaksTiesAlphabetically() {
        assertThat(Suggestion.closest("cat", List.of("hat", "bat"))).contains("bat");
        assertThat(Suggestion.closest("cat", List.of("bat", "hat"))).contains("bat");
    }

    @Test
    void doesNotCompareVeryLongNames() {
        assertThat(Suggestion.closest("id".repeat(50_000), KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain, with a\ttab and\nlines",
                "Zażółć gęślą jaźń — “quoted”",
                "\u4e2d\u4fc4\u5173\u7cfb",
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
                "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u2764\ufe0f\u200d\ud83d\udd25 \ud83d\udc69\u200d\ud83d\ude80 \ud83d\ude80",
                "\u845b\udb40\udd00"
            })
    void whatAReaderSeesIsAllowed(String text) {
        assertThat(Text.forbiddenCharacter(text)).isEmpty();
        assertThat(Text.printable(text)).isEqualTo(text.replaceAll("[\\t\\n]", "\ufffd"));
    }

    @ParameterizedTest
    @CsvSource({
        "200B, the invisible character U+200B at position 4",
        "FEFF, the invisible character U+FEFF at position 4",
        "00AD, the invisible character U+00AD at position 4",
        "2028, the invisible character U+2028 at position 4",
        "3164, the invisible character U+3164 at position 4",
        "2060, the invisible character U+2060 at position 4",
        "E0041, the invisible character U+E0041 at position 4",
        "FFFF, the invisible character U+FFFF at position 4",
        "200D, the invisible character U+200D at position 4",
        "FE0F, the invisible character U+FE0F at position 4",
        "202E, the invisible character U+202E at position 4",
        "200F, the invisible character U+200F at position 4",
        "2066, the invisible character U+2066 at position 4",
        "0007, the control character U+0007 at position 4",
        "0085, the control character U+0085 at position 4",
        "D83D, half a character (a lone surrogate) at position 4",
    })
    void whatAReaderDoesNotSeeIsRefusedWithItsPlace(String code, String description) {
        String text = "\ud83d\ude80b " + Character.toString(Integer.parseInt(code, 16)) + "c";
        assertThat(Text.forbiddenCharacter(text)).contains(description);
        assertThat(Text.printable(text)).isEqualTo("\ud83d\ude80b \ufffdc");
    }

    @Test
    void eachCharacterThatAReaderDoesNotSeeIsReplaced() {
        assertThat(Text.printable("a\u200bb\u202e\ud83dc\n")).isEqualTo("a\ufffdb\ufffd\ufffdc\ufffd");
    }

    /** One selector varies a character; a row of them hides a message. */
    @ParameterizedTest
    @ValueSource(strings = {"a\ufe00\ufe01", "\u0646\u200c\u200c", "\u0646\u200d\u200d", "\u200da", "a\u200cb"})
    void aRowOfJoinersOrSelectorsIsRefused(String text) {
        assertThat(Text.forbiddenCharacter(text)).isPresent();
    }
}

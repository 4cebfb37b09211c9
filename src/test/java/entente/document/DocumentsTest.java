package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON and YAML are read strictly, and what is broken is told in words that are not the parser's. */
class DocumentsTest {

    private static Document json(String text) {
        return Documents.json(text.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO);
    }

    private static Document yaml(String text) {
        return Documents.yaml(text.getBytes(StandardCharsets.UTF_8), DocumentLimits.BOOK);
    }

    private static String told(Document document) {
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
                "[1 2] § A comma should stand here, or a closing bracket.",
                "[1,] § A value is missing, or there is a comma too many.",
                "{\"a\":} § A value is missing, or there is a comma too many.",
                "{\"a\" 1} § A colon should stand here, between a name and its value.",
                "{\"a\":1,} § A comma stands before the closing bracket; after the last entry there is none.",
                "{\"a\":1,5} § A name in double quotes should stand here; a number has a decimal point, not a comma.",
                "{a:1} § A name in double quotes should stand here.",
                "[01] § A number has no zeros in front.",
                "[+1] § A number has no plus sign in front.",
                "[.5] § A number has a digit before its decimal point.",
                "[1.] § A number breaks off.",
                "[1.x] § A number has a digit after its decimal point.",
                "[--1] § This is no number.",
                "['a'] § Names and text stand in double quotes (\"), not in single ones.",
                "[“a”] § Names and text stand in straight double quotes (\"), not in typographic ones.",
                "[1] } § Something follows the end of the document.",
                "[1} § A bracket closes what was not opened, or one is missing before it.",
                "[1 § The document breaks off.",
                "[\"a § The document breaks off.",
                "[\"\\x\"] § A backslash within a text is written twice.",
                "[1 // a § JSON has no comments; what needs saying goes into a \"note\".",
                "[NaN] § JSON has no NaN and no Infinity; what has no value is left out or \"unknown\".",
                "[&] § The character & should not stand here."
            })
    void brokenJsonIsToldInWords(String text, String detail) {
        assertThat(told(json(text))).matches("(NOT_JSON|TRAILING_TEXT) .*").endsWith(" " + detail);
    }

    @Test
    void controlCharactersInBrokenJsonAreNamedNotShown() {
        assertThat(told(json("[\"a\nb\"]"))).contains("a line break within it is written \\n");
        assertThat(told(json("[\"a\tb\"]"))).contains("A tab within a text is written \\t");
        assertThat(told(json("[\"a\u001Bb\"]"))).contains("control character here (number 27)");
        assertThat(told(json("\u0000{}"))).contains("control character here (number 0)");
        assertThat(told(json("[\u001B]"))).doesNotContain("\u001B");
        assertThat(told(json("[a\u001B[31m]"))).doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\uFEFF", "\uFEFF \n"})
    void nothingIsEmpty(String text) {
        assertThat(told(json(text))).isEqualTo("EMPTY The document is empty.");
        if (!text.contains("\t")) {
            assertThat(told(yaml(text))).isEqualTo("EMPTY The document is empty.");
        }
    }

    @Test
    void onlyUtf8IsText() {
        for (byte[] bytes : List.of(
                "[\"é\"]".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {'[', '"', (byte) 0xC3},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})) {
            assertThat(told(Documents.json(bytes, DocumentLimits.SCENARIO)))
                    .isEqualTo("NOT_UTF8 This is not UTF-8 text; save it in that encoding.");
        }
        for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertThat(told(Documents.json("\uFEFF[]".getBytes(charset), DocumentLimits.SCENARIO)))
                    .contains("UTF-16");
        }
        assertThat(json("\uFEFF[\"\uD83D\uDE00\"]").problems()).isEmpty();
    }

    @Test
    void everyRepeatedNameAndForbiddenCharacterIsToldAtOnce() {
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
    void yamlIsWrittenOut(String text) {
        assertThat(told(yaml(text)))
                .matches(
                        "NOT_PLAIN There are no anchors, aliases and tags here: each value is written out\\.|NOT_YAML .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n---\nb: 2", "a: 1\n...\nb: 2"})
    void yamlIsOneDocument(String text) {
        assertThat(told(yaml(text))).startsWith("TRAILING_TEXT ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "a: b: c § Mapping values are not allowed here.",
                "a: {b: 1 § Expected ',' or '}', but got <stream end>.",
                "a: @x § Found character '@' that cannot start any token. (Do not use @ for indentation)."
            })
    void brokenYamlIsToldWithTheFaultNotItsSurroundings(String text, String detail) {
        assertThat(told(yaml(text))).isEqualTo("NOT_YAML " + detail);
    }
}

package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

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

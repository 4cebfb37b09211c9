package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final byte[] MALFORMED = {'a', '\n', 'b', (byte) 0xFF};

    @Test
    void replacementCharacterInTheTextIsValid() {
        assertThat(Utf8.decode("a\uFFFDb".getBytes(StandardCharsets.UTF_8)).text())
                .contains("a\uFFFDb");
    }

    @Test
    void byteOrderMarkIsRemovedOnce() {
        assertThat(Utf8.decode("\uFEFFa".getBytes(StandardCharsets.UTF_8)).text())
                .contains("a");
        assertThat(Utf8.decode("\uFEFF\uFEFF\uFFFD".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("\uFEFF\uFFFD");
    }

    @Test
    void malformedByteIsLocated() {
        Utf8 utf8 = Utf8.decode(MALFORMED);
        assertThat(utf8.text()).isEmpty();
        assertThat(utf8.location()).isEqualTo(new SourceLocation(2, 2));
    }

    @Test
    void loneSurrogatesAndOverlongFormsAreMalformed() {
        assertThat(Utf8.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})
                        .text())
                .isEmpty();
        assertThat(Utf8.decode(new byte[] {(byte) 0xC0, (byte) 0x80}).text()).isEmpty();
        assertThat(Utf8.decode(new byte[] {(byte) 0xE2, (byte) 0x82}).text()).isEmpty();
    }
}

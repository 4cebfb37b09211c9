package entente.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void barShowsShareAndNumbersAndIsErased() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(new PrintStream(printed, true, StandardCharsets.UTF_8));
        line.show(0, 3);
        line.show(2_500_000_000L, 10_000_000_000L);
        line.show(3, 3);
        line.erase();
        line.erase();
        String erase = "\r\u001B[K";
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(erase + "[" + " ".repeat(30) + "] 0 %, 0 of 3" + erase + "[#######" + " ".repeat(23)
                        + "] 25 %, 2,500,000,000 of 10,000,000,000" + erase + "[" + "#".repeat(30) + "] 100 %, 3 of 3"
                        + erase);
    }
}

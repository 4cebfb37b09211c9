package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void barShowsShareAndIsErased() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        BaseCommand.ProgressLine line =
                new BaseCommand.ProgressLine(new PrintStream(printed, true, StandardCharsets.UTF_8));
        line.showShare(0);
        line.showShare(0.25);
        line.showShare(1);
        line.erase();
        line.erase();
        String erase = "\r\u001B[K";
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(erase + "[" + " ".repeat(30) + "] 0 %" + erase + "[#######" + " ".repeat(23) + "] 25 %"
                        + erase + "[" + "#".repeat(30) + "] 100 %" + erase);
    }
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of any size is assessed incrementally. */
class StreamingTest {

    private static final Home HOME = new Home(Shipped.RULES, Shipped.SCENARIOS, Shipped.CACHE);

    @TempDir
    private Path folder;

    /** The second file is changed when the first result is written, so it must not have been read before. */
    @ParameterizedTest
    @CsvSource({"json, '['", "ndjson, '{'", "csv, '\"id\"'", "md, '| Scenario'"})
    void resultIsWrittenBeforeTheNextFileIsRead(String format, String begin) throws IOException {
        Path first = Files.copy(Invocation.BASELINE, folder.resolve("a.json"));
        Path second = folder.resolve("b.json");
        Files.writeString(second, "{}");
        ByteArrayOutputStream written = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                try {
                    Files.copy(first, second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException broken) {
                    throw new AssertionError(broken);
                }
            }
        };
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stream(written), stream(OutputStream.nullOutputStream()), false, false);
        int code = new Cli(terminal, HOME).run("assess", folder.toString(), "--format", format);
        assertThat(code).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8)).startsWith(begin).isEqualTo(whole(format));
    }

    private String whole(String format) {
        return Invocation.of("assess", folder, "--format", format).out();
    }

    @Test
    void nothingIsWrittenAfterASignalAndTheLastLineIsComplete() throws InterruptedException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ResultStream results = new ResultStream(stream(written))) {
            results.write("[\n{}");
            results.stop();
            Thread late = new Thread(() -> results.write(",\n{}"));
            late.setDaemon(true);
            late.start();
            late.join(200);
            assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("[\n{}\n");
        }
    }

    @Test
    void progressIsShownOnATerminalAndErased() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("a.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("b.json"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stream(OutputStream.nullOutputStream()), stream(err), false, true);
        new Cli(terminal, HOME).run("assess", folder.toString());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("0 of 2", "1 of 2")
                .endsWith("\r\u001B[K");
    }

    private static PrintStream stream(OutputStream out) {
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }
}

package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import entente.service.operations.LogLines.LogMembers;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;

/** Untrusted text cannot add lines to the log. */
class LogTextTest {

    @Test
    void controlAndFormatCharactersAreReplaced() {
        assertThat(LogLines.line("a\r\nb\tc\u0000\u001b[31m\u0085\u2028\u202e\u200bé%d{}"))
                .isEqualTo("a\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFD[31m\uFFFD\uFFFD\uFFFD\uFFFDé%d{}");
    }

    @Test
    void allControlCharactersAndLineEndsAreReplaced() {
        Set<Integer> escaped =
                Set.of((int) Character.CONTROL, (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);
        for (int c = 0; c < 0x10000; c++) {
            assertThat(LogLines.line(String.valueOf((char) c))
                            .chars()
                            .noneMatch(x -> escaped.contains(Character.getType(x))))
                    .as("U+%04X", c)
                    .isTrue();
        }
    }

    @Test
    void longMessagesAreTruncated() {
        assertThat(LogLines.line("x".repeat(LogLines.MAX_LENGTH))).hasSize(LogLines.MAX_LENGTH);
        assertThat(LogLines.line("x".repeat(1_000_000)))
                .hasSize(LogLines.MAX_LENGTH + 1)
                .endsWith("x…");
        assertThat(LogLines.line("\n".repeat(1_000_000))).hasSizeLessThan(LogLines.MAX_LENGTH + 10);
    }

    @Test
    void continuationLinesAreIndented() {
        String forged = "\n2026-01-01T00:00:00.000Z INFO  service: all is well";
        Exception thrown = new IllegalStateException("a" + forged, new IllegalArgumentException("b" + forged));
        String written = written("received" + forged, thrown);
        assertThat(written.lines().findFirst())
                .contains(
                        "2026-01-01T00:00:00.000Z ERROR any: received\uFFFD2026-01-01T00:00:00.000Z INFO  service: all is well");
        assertThat(written.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
        assertThat(written("received", new IllegalStateException("a\u001b[2J\u202e")))
                .contains("a\uFFFD[2J\uFFFD")
                .doesNotContain("\u001b", "\u202e");
        assertThat(written)
                .contains("\n    java.lang.IllegalStateException: a")
                .contains("\n    Caused by: java.lang.IllegalArgumentException: b")
                .contains("\n        at entente.service.operations.LogTextTest");
    }

    @Test
    void longStackTracesAreTruncated() {
        Throwable deep = new IllegalStateException("deep");
        deep.setStackTrace(Collections.nCopies(1000, deep.getStackTrace()[0]).toArray(StackTraceElement[]::new));
        assertThat(written("deep", deep).lines()).hasSizeLessThanOrEqualTo(LogLines.MAX_TRACE_LINES + 1);
        assertThat(written("nothing thrown", null)).isEqualTo("2026-01-01T00:00:00.000Z ERROR any: nothing thrown\n");
    }

    @Test
    void longJsonMessagesAreTruncated() {
        JsonWriter<Object> log = JsonWriter.of(members -> {
            members.add("message", text -> text);
            new LogMembers().customize(members);
        });
        assertThat(log.writeToString("x".repeat(LogLines.MAX_LENGTH)))
                .hasSize("{'message':''}".length() + LogLines.MAX_LENGTH);
        assertThat(log.writeToString("x".repeat(1_000_000)))
                .endsWith("x…\"}")
                .hasSizeLessThan(LogLines.MAX_LENGTH + 20);
    }

    private static String written(String message, @Nullable Throwable thrown) {
        LoggingEvent event = new LoggingEvent(
                "any", new LoggerContext().getLogger("entente.any"), Level.ERROR, message, thrown, new Object[0]);
        event.setTimeStamp(1_767_225_600_000L);
        return new LogLines().format(event);
    }
}

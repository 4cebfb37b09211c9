package entente.service.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import entente.document.Text;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The text log format: time, level, logger, message. Only events begin a line without indentation, for any external
 * text that they contain. Public because the settings name it, where {@code ecs}, {@code logstash} or
 * {@code gelf} replaces it for a log collector.
 */
public final class LogLines implements StructuredLogFormatter<ILoggingEvent> {

    static final int MAX_LENGTH = 4096;

    static final int MAX_TRACE_LINES = 200;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @Override
    public String format(ILoggingEvent event) {
        String name = event.getLoggerName();
        StringBuilder lines = new StringBuilder();
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), lines);
        lines.append(" " + event.getLevel() + " " + name.substring(name.lastIndexOf('.') + 1) + ": "
                + line(String.valueOf(event.getFormattedMessage())) + "\n");
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            ThrowableProxyUtil.asString(thrown)
                    .lines()
                    .limit(MAX_TRACE_LINES)
                    .forEach(line -> lines.append("    ")
                            .append(line(line.replace("\t", "    ")))
                            .append('\n'));
        }
        return lines.toString();
    }

    /** Without line ends and characters that are not seen. */
    static String line(String text) {
        return Text.printable(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }

    /** Limits the length of strings in JSON logs; public because the settings name it. */
    public static final class LogMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

        @Override
        public void customize(Members<Object> members) {
            members.applyingValueProcessor(
                    ValueProcessor.of(String.class, text -> text == null ? null : shortened(text)));
        }
    }
}

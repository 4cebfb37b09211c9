package entente.service.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    /** Maximum characters of a line. */
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

    /** Escapes control, line separator and format characters; cuts beyond {@value #MAX_LENGTH} characters. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 16);
        for (int i = 0; i < text.length(); i++) {
            if (line.length() >= MAX_LENGTH) {
                return line.append('…').toString();
            }
            char c = text.charAt(i);
            if (plain(c)) {
                line.append(c);
            } else {
                line.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return line.toString();
    }

    private static boolean plain(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** Limits the length of strings in JSON logs; public because the settings name it. */
    public static final class LogMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

        @Override
        public void customize(Members<Object> members) {
            members.applyingValueProcessor(ValueProcessor.of(String.class, LogMembers::shortened));
        }

        private static @Nullable String shortened(@Nullable String text) {
            return text != null && text.length() > LogLines.MAX_LENGTH
                    ? text.substring(0, LogLines.MAX_LENGTH) + "…"
                    : text;
        }
    }
}

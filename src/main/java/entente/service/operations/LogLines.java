package entente.service.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * The text log format: time, level, logger, message. Only events begin a line without indentation, whatever external
 * text they contain. Public because the settings name it, where {@code ecs}, {@code logstash} or
 * {@code gelf} replaces it for a log collector.
 */
public final class LogLines implements StructuredLogFormatter<ILoggingEvent> {

    /** Maximum lines of a stack trace. */
    static final int MAX_TRACE_LINES = 200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String format(ILoggingEvent event) {
        String name = event.getLoggerName();
        StringBuilder lines = new StringBuilder();
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), lines);
        lines.append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(name.substring(name.lastIndexOf('.') + 1))
                .append(": ")
                .append(LogText.line(String.valueOf(event.getFormattedMessage())))
                .append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            ThrowableProxyUtil.asString(thrown)
                    .lines()
                    .limit(MAX_TRACE_LINES)
                    .forEach(line -> lines.append("    ")
                            .append(LogText.line(line.replace("\t", "    ")))
                            .append('\n'));
        }
        return lines.toString();
    }
}

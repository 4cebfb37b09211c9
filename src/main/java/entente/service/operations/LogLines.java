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
 * The log for people: time, level, who says it, what. Only an event begins a line without indentation, whatever texts
 * from outside are in it. Public because it is named in the settings, where {@code ecs}, {@code logstash} or
 * {@code gelf} takes its place for a collector.
 */
public final class LogLines implements StructuredLogFormatter<ILoggingEvent> {

    /** Lines of a trace that are kept: a recursion without end has a thousand that say the same. */
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

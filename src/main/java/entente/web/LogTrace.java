package entente.web;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.stream.Collectors;

/**
 * The trace of an event, each line indented, so that a message with line ends cannot pass for another event; public
 * because the logging library makes it by name.
 */
public final class LogTrace extends ThrowableProxyConverter {

    /** Lines of a trace that are kept: a recursion without end has a thousand that say the same. */
    static final int MOST_LINES = 200;

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(thrown)
                .lines()
                .limit(MOST_LINES)
                .map(line -> "\t" + LogText.line(line.replace("\t", "  ")) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}

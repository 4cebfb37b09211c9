package entente.web;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of an event on one line; public because the logging library makes it by name. */
public final class LogMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return LogText.line(String.valueOf(super.convert(event)));
    }
}

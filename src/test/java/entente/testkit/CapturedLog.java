package entente.testkit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Captures the log of this process from the start of a service to its end. */
final class CapturedLog extends AppenderBase<ILoggingEvent> {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Attaches the appender when the context starts, since configuring the logging system removes all appenders. */
    static final class Attachment implements BeanFactoryPostProcessor {

        private static volatile CapturedLog next = new CapturedLog();

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            next.setContext(root().getLoggerContext());
            next.start();
            root().addAppender(next);
        }
    }

    static CapturedLog ofNextService() {
        Attachment.next = new CapturedLog();
        return Attachment.next;
    }

    void end() {
        root().detachAppender(this);
    }

    String text() {
        return String.join("\n", lines);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String cause = event.getThrowableProxy() == null
                ? ""
                : " " + event.getThrowableProxy().getMessage();
        lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + cause);
    }
}

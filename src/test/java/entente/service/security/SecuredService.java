package entente.service.security;

import entente.testkit.Folders;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import entente.Shipped;
import entente.service.config.ServiceApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a port that is free, with an archive of its own, and what it logged. */
final class SecuredService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Path archive;
    private final Log log;

    private SecuredService(ConfigurableApplicationContext context, Path archive, Log log) {
        this.context = context;
        this.archive = archive;
        this.log = log;
    }

    /**
     * @param settings beside those that every service in a test has
     * @param more configuration beside the service's own
     */
    static SecuredService with(Map<String, String> settings, Class<?>... more) throws IOException {
        Path archive = Files.createTempDirectory("entente-access");
        Map<String, String> all = new TreeMap<>(Map.of(
                "entente.rules", Shipped.RULES.toAbsolutePath().toString(),
                "entente.scenarios", Shipped.SCENARIOS.toAbsolutePath().toString(),
                "entente.cache", Shipped.CACHE.toAbsolutePath().toString(),
                "entente.archive.url", archive.toString(),
                "server.port", "0"));
        all.putAll(settings);
        SpringApplication application = new SpringApplication(ServiceApplication.class);
        application.addPrimarySources(List.of(more));
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        Log log = new Log();
        application.addInitializers(starting -> log.listen());
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return new SecuredService(application.run(arguments), archive, log);
        } catch (RuntimeException refused) {
            log.deaf();
            Folders.delete(archive);
            throw refused;
        }
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    RawHttp.Answer ask(String method, String target, String body, String... headers) {
        return RawHttp.ask(port(), method, target, body, headers);
    }

    RawHttp.Answer get(String target, String... headers) {
        return ask("GET", target, "", headers);
    }

    /** Everything logged since the start. */
    String logged() {
        return String.join("\n", log.lines);
    }

    @Override
    public void close() throws IOException {
        context.close();
        log.deaf();
        Folders.delete(archive);
    }

    /** Beside whatever else the log is written to. */
    private static final class Log extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        void listen() {
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }

        void deaf() {
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : " " + event.getThrowableProxy().getMessage()));
        }
    }
}

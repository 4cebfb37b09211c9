package entente.testkit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import entente.service.archive.Database;
import entente.service.config.ServiceApplication;
import entente.service.keys.Role;
import entente.service.operations.StartupAnnouncement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The complete service in this process, with its own port and archive; as a static extension it ends with its class. */
public final class RunningService implements AutoCloseable, AfterAllCallback {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();

    private final ConfigurableApplicationContext context;
    private final int port;
    private final CapturedLog log;

    private RunningService(ConfigurableApplicationContext context, CapturedLog log) {
        this.context = context;
        this.log = log;
        this.port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** An instance shared by tests that do not affect each other; it is closed when the process ends. */
    public static RunningService shared() {
        return Shared.INSTANCE;
    }

    private static final class Shared {
        static final RunningService INSTANCE = start(Map.of());
    }

    /**
     * @param settings in addition to the shipped book and a new archive
     * @param doubles additional configuration, such as components that fail on purpose
     */
    public static RunningService start(Map<String, String> settings, Class<?>... doubles) {
        Map<String, String> all = new TreeMap<>();
        all.put("server.port", "0");
        all.put("entente.rules", Shipped.RULES.toAbsolutePath().toString());
        all.put("entente.scenarios", Shipped.SCENARIOS.toAbsolutePath().toString());
        all.put("entente.cache", Shipped.CACHE.toAbsolutePath().toString());
        all.put("entente.archive.url", folder("archive").toString());
        // Long enough for a loaded machine.
        all.put("entente.limits.queue-timeout", "100s");
        all.put("entente.limits.queue-capacity", "100");
        // Pages that a test leaves at once still have their questions evaluated.
        all.put("entente.limits.heavy-queue-capacity", "100");
        all.put("entente.limits.deadline", "100s");
        // The service must not close a connection that the client wants to reuse.
        all.put("server.tomcat.keep-alive-timeout", "600s");
        all.put("logging.level.root", "warn");
        all.putAll(settings);
        List<Class<?>> sources = new ArrayList<>(List.of(ServiceApplication.class, CapturedLog.Attachment.class));
        sources.addAll(List.of(doubles));
        CapturedLog log = CapturedLog.ofNextService();
        try {
            return new RunningService(ServiceApplication.start(all, sources.toArray(Class<?>[]::new)), log);
        } catch (RuntimeException refused) {
            log.end();
            throw refused;
        }
    }

    /** An instance shared by tests that do not affect each other, with a key for each role. */
    public static RunningService withKeys() {
        return WithKeys.INSTANCE;
    }

    /** An instance of a class of its own, with the same keys. */
    public static RunningService startWithKeys() {
        return start(Map.of("entente.access.keys", WithKeys.KEYS.file().toString()));
    }

    /** The key of these instances for a role. */
    public static String key(Role role) {
        return WithKeys.KEYS.key(role.word()).reveal();
    }

    private static final class WithKeys {
        static final TestKeys KEYS =
                new TestKeys(Stream.of(Role.values()).collect(Collectors.toMap(Role::word, role -> role)));
        static final RunningService INSTANCE = startWithKeys();
    }

    /** The job at an address when it has ended. A job that hangs ends the test; the time is no requirement. */
    public JsonNode endedJob(String location) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(100));
        while (Instant.now().isBefore(end)) {
            JsonNode job = get(location).json();
            if (!List.of("QUEUED", "RUNNING").contains(job.get("state").asString())) {
                return job;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The job " + location + " has not ended.");
    }

    /** A new folder in the build folder. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "running")), name)
                    .toAbsolutePath();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The startup message, with the port that the documents use. */
    public String greeting() {
        return context.getBean(StartupAnnouncement.class).sentence().replace(":" + port + ",", ":8080,");
    }

    public int port() {
        return port;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several beans of the type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The number of rows of the archive, such as those of {@code a_table where …}. */
    public int rows(String of) {
        Database database = bean(Database.class);
        return database.read(() -> database.sql()
                .sql("select count(*) from " + of)
                .query(Integer.class)
                .single());
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(100));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    /** @param headers alternating names and values, in addition to a Content-Type of JSON */
    public Answer post(String path, byte[] body, String... headers) {
        return post(path, "application/json", body, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A batch of scenarios, one on each line. */
    public Answer postLines(String path, String lines, String... headers) {
        return post(path, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Answer post(String path, String media, byte[] body, String... headers) {
        HttpRequest.Builder request =
                to(path).POST(BodyPublishers.ofByteArray(body)).header("Content-Type", media);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A request with these header lines, as {@link HttpWire} sends it. */
    public Answer ask(String method, String target, String body, String... headers) {
        return HttpWire.ask(port, method, target, body, headers);
    }

    /** A GET request with these header lines, as {@link HttpWire} sends it. */
    public Answer fetch(String target, String... headers) {
        return ask("GET", target, "", headers);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Everything logged since the start. */
    public String logged() {
        return log.text();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        context.close();
        log.end();
    }

    /** Captures the log of this process from the start of a service to its end. */
    static final class CapturedLog extends AppenderBase<ILoggingEvent> {

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
}

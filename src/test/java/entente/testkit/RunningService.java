package entente.testkit;

import entente.service.config.ServiceApplication;
import entente.service.operations.StartupAnnouncement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this process, at a port of its own and over an archive of its own. */
public final class RunningService implements AutoCloseable {

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

    /** One instance for all tests that leave no trace that another minds; it ends with the process. */
    public static RunningService shared() {
        return Shared.INSTANCE;
    }

    private static final class Shared {
        static final RunningService INSTANCE = start(Map.of());
    }

    /**
     * @param settings beyond those of a service over the shipped book, with a fresh archive
     * @param doubles further configuration, such as parts that fail on purpose
     */
    public static RunningService start(Map<String, String> settings, Class<?>... doubles) {
        Map<String, String> all = new TreeMap<>();
        all.put("server.port", "0");
        all.put("entente.rules", Shipped.RULES.toAbsolutePath().toString());
        all.put("entente.scenarios", Shipped.SCENARIOS.toAbsolutePath().toString());
        all.put("entente.cache", Shipped.CACHE.toAbsolutePath().toString());
        all.put("entente.archive.url", folder("archive").toString());
        // A loaded machine takes its time; nothing here is about being fast.
        all.put("entente.limits.queue-timeout", "100s");
        all.put("entente.limits.queue-capacity", "100");
        all.put("entente.limits.deadline", "100s");
        // A connection that the client keeps is not closed under its hands.
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

    /** A fresh folder below the build's. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "running")), name)
                    .toAbsolutePath();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What it says when it is ready, as if it served where the documents say. */
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

    /** One of several of its type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(100));
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<byte[]> get(String path) {
        return send(to(path).GET());
    }

    /** @param headers names and values in turn, beside a Content-Type of JSON */
    public HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                to(path).POST(BodyPublishers.ofByteArray(body)).header("Content-Type", "application/json");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A request with these header lines, as {@link HttpWire} sends it. */
    public HttpWire.Answer ask(String method, String target, String body, String... headers) {
        return HttpWire.ask(port, method, target, body, headers);
    }

    /** A GET request with these header lines, as {@link HttpWire} sends it. */
    public HttpWire.Answer fetch(String target, String... headers) {
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
    public void close() {
        context.close();
        log.end();
    }
}

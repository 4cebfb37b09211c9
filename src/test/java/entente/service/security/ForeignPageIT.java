package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * A page of another site, in a real browser on this machine, drives the service to nothing and learns nothing from it.
 */
@Timeout(900)
class ForeignPageIT {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final int LONGEST_WAIT = 300;

    /** A request as the browser sent it, and what became of it. */
    private record Seen(String method, String host, String origin, String site, int status) {}

    private static final Queue<Seen> SEEN = new ConcurrentLinkedQueue<>();

    static class Witness {

        @Bean
        FilterRegistrationBean<Filter> witness() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                HttpServletRequest asked = (HttpServletRequest) request;
                chain.doFilter(request, response);
                SEEN.add(new Seen(
                        asked.getMethod(),
                        String.valueOf(asked.getHeader("Host")),
                        String.valueOf(asked.getHeader("Origin")),
                        String.valueOf(asked.getHeader("Sec-Fetch-Site")),
                        ((HttpServletResponse) response).getStatus()));
            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }

    private final Queue<String> loaded = new ConcurrentLinkedQueue<>();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void aForeignPageDrivesNothingAndLearnsNothing() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BROWSER), "there is no Chromium on this machine");
        SEEN.clear();
        // Not a folder that is cleared at the end of the test: a browser that was ended writes a little longer.
        Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "running")), "browser")
                .toAbsolutePath();
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int foreign = site.getAddress().getPort();
        try (RunningService served = RunningService.start(Map.of(), Witness.class)) {
            int port = served.port();
            site.createContext("/", exchange -> answer(exchange, port));
            site.start();
            // From another site, and from another port of this machine, which browsers take for the same site.
            String first = "http://evil.localhost:" + foreign + "/a?next=http://127.0.0.1:" + foreign + "/b";
            Process browser = browse(profile, first);
            try {
                boolean there = holds(() -> !loaded.isEmpty() || !browser.isAlive());
                assumeTrue(there && !loaded.isEmpty(), "the browser does not load pages on this machine");
                assertThat(holds(() -> done.size() == 2))
                        .as("the page came to its end; it said " + done)
                        .isTrue();
            } finally {
                browser.descendants().forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly();
                browser.waitFor(1, TimeUnit.MINUTES);
            }
            assertThat(done)
                    .containsExactly(
                            "from=evil.localhost%3A" + foreign + "&read=", "from=127.0.0.1%3A" + foreign + "&read=");
            HttpWire.Answer kept = served.fetch("/api/v1/assessments");
            assertThat(kept.status()).isEqualTo(200);
            assertThat(kept.text()).doesNotContain("driven");
        } finally {
            site.stop(0);
        }
        List<Seen> changes = SEEN.stream()
                .filter(seen -> !List.of("GET", "OPTIONS").contains(seen.method()))
                .toList();
        // Two posts without asking, with and without cookies, one that is read, the beacon and the form: at four doors.
        assertThat(changes).hasSizeGreaterThanOrEqualTo(20);
        assertThat(changes).allMatch(seen -> seen.status() == (seen.host().startsWith("rebound") ? 421 : 403));
        assertThat(changes).allMatch(seen -> seen.method().equals("POST"));
        assertThat(SEEN).anyMatch(seen -> seen.site().equals("cross-site"));
        assertThat(SEEN).anyMatch(seen -> seen.site().equals("same-site"));
        assertThat(SEEN).anyMatch(seen -> seen.host().startsWith("rebound") && seen.status() == 421);
    }

    private void answer(HttpExchange exchange, int port) throws IOException {
        byte[] body = new byte[0];
        if (exchange.getRequestURI().getPath().equals("/done")) {
            done.add(exchange.getRequestURI().getRawQuery());
        } else if (exchange.getRequestURI().getPath().length() == 2) {
            loaded.add(exchange.getRequestURI().getPath());
            // The last is a name of somebody else's that has come to mean this machine.
            List<String> services =
                    List.of("http://localhost:" + port, "http://127.0.0.1:" + port, "http://rebound.localhost:" + port);
            body = Files.readString(Path.of("src", "test", "resources", "foreign", "page.html"))
                    .replace("SERVICES", "[\"" + String.join("\", \"", services) + "\"]")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Process browse(Path profile, String address) throws IOException {
        return new ProcessBuilder(
                        BROWSER.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--no-proxy-server",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        // So that the process stays until it is ended.
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        address)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
    }

    private static boolean holds(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < LONGEST_WAIT * 10; i++) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(100);
        }
        return condition.getAsBoolean();
    }
}

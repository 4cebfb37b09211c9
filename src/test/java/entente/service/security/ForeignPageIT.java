package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import entente.testkit.Answer;
import entente.testkit.Browser;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** A page of another site in a real browser on this machine can neither change nor read the service. */
@Timeout(900)
class ForeignPageIT {

    private static final int LONGEST_WAIT = 300_000;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    /** A request as the browser sent it, and the status of its response. */
    private record Seen(String method, String host, String origin, String site, int status) {}

    private static final Queue<Seen> SEEN = new ConcurrentLinkedQueue<>();

    static class RequestRecorder {

        @Bean
        FilterRegistrationBean<Filter> requestRecorder() {
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

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    @Tag("thorough")
    void foreignPageCanNeitherChangeNorReadTheService() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int foreign = site.getAddress().getPort();
        try (RunningService served = RunningService.start(Map.of(), RequestRecorder.class)) {
            int port = served.port();
            site.createContext("/", exchange -> answer(exchange, port));
            site.start();
            // From another site, and from another port of this machine, which browsers take for the same site.
            String first = "http://evil.localhost:" + foreign + "/a?next=http://127.0.0.1:" + foreign + "/b";
            Page page = BROWSER.page();
            page.navigate(first, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForCondition(() -> done.size() == 2, new Page.WaitForConditionOptions().setTimeout(LONGEST_WAIT));
            assertThat(done)
                    .containsExactly(
                            "from=evil.localhost%3A" + foreign + "&read=", "from=127.0.0.1%3A" + foreign + "&read=");
            Answer stored = served.fetch("/api/v1/assessments").expect(200);
            assertThat(stored.text()).doesNotContain("driven");
        } finally {
            site.stop(0);
        }
        BROWSER.clearErrors(); // the browser reports what is refused
        List<Seen> changes = SEEN.stream()
                .filter(seen -> !List.of("GET", "OPTIONS").contains(seen.method()))
                .toList();
        // Two posts without preflight, with and without cookies, one that is read, the beacon and the form: four times.
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
            // The last is a foreign name that resolves to this machine (DNS rebinding).
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
}

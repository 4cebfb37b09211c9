package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The health check script that container engines run. */
@Timeout(120)
class HealthTransitionsIT {

    @BeforeEach
    void requireBash() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
    }

    @Test
    void scriptSucceedsOnlyWhenReadinessReturns200() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
        try {
            int port = service.getAddress().getPort();
            assertThat(runHealthCheck(port)).isZero();
            status.set(503);
            assertThat(runHealthCheck(port)).isEqualTo(1);
            service.removeContext("/actuator/health/readiness");
            assertThat(runHealthCheck(port)).isEqualTo(1);
        } finally {
            service.stop(0);
        }
    }

    @Test
    void closedConnectionIsNotReady() throws Exception {
        // A bound port that closes each connection without an HTTP response.
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread closer = new Thread(() -> {
                try {
                    closing.accept().close();
                } catch (IOException ended) {
                    throw new IllegalStateException(ended);
                }
            });
            closer.start();
            assertThat(runHealthCheck(closing.getLocalPort())).isEqualTo(1);
            closer.join();
        }
    }

    private static int runHealthCheck(int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("docker/healthy")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("ENTENTE_HEALTHY_SECONDS", "60");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

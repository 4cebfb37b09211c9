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

/** How an engine for containers asks whether the service is ready. */
@Timeout(120)
class HealthTransitionsIT {

    @BeforeEach
    void aShellIsThere() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
    }

    @Test
    void itIsReadyWhenItSaysSoAndNotOtherwise() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
        try {
            int port = service.getAddress().getPort();
            assertThat(ask(port)).isZero();
            status.set(503);
            assertThat(ask(port)).isEqualTo(1);
            service.removeContext("/actuator/health/readiness");
            assertThat(ask(port)).isEqualTo(1);
        } finally {
            service.stop(0);
        }
    }

    @Test
    void nobodyThereIsNotReady() throws Exception {
        // Bound and not listening to HTTP: a port that nobody else can take meanwhile, and that answers nothing.
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangUp = new Thread(() -> {
                try {
                    mute.accept().close();
                } catch (IOException ended) {
                    throw new IllegalStateException(ended);
                }
            });
            hangUp.start();
            assertThat(ask(mute.getLocalPort())).isEqualTo(1);
            hangUp.join();
        }
    }

    private static int ask(int port) throws IOException, InterruptedException {
        ProcessBuilder asking = new ProcessBuilder("docker/healthy")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        asking.environment().put("SERVER_PORT", String.valueOf(port));
        asking.environment().put("ENTENTE_HEALTHY_SECONDS", "60");
        Process asked = asking.start();
        assertThat(asked.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return asked.exitValue();
    }
}

package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The stages of {@link RequestPipeline#STAGES} as the document describes them; what their order is for, other tests show. */
class RequestPipelineIT {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([\\w.]+)` \\|");

    /** So that no client waits for the thread of another one. */
    @Test
    void eachConnectionCanHaveAThread() {
        ServletWebServerApplicationContext service =
                (ServletWebServerApplicationContext) RunningService.shared().context();
        Tomcat tomcat = ((TomcatWebServer) service.getWebServer()).getTomcat();
        assertThat(tomcat.getConnector().getProtocolHandler())
                .isInstanceOfSatisfying(
                        AbstractHttp11Protocol.class,
                        protocol -> assertThat(protocol.getMaxThreads()).isEqualTo(protocol.getMaxConnections()));
    }

    @Test
    void documentedTableMatchesTheStages() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(Path.of("src/docs/architecture.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        List<Class<?>> stages = RequestPipeline.STAGES;
        assertThat(rows).hasSameSizeAs(stages);
        for (int i = 0; i < stages.size(); i++) {
            String name = stages.get(i).getName();
            assertThat(rows.get(i))
                    .isEqualTo((i + 1) + " "
                            + (name.startsWith("entente.")
                                    ? name.substring("entente.service.".length())
                                    : stages.get(i).getSimpleName()));
        }
    }
}

package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.security.SecurityChain;
import entente.testkit.RunningService;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.Pipeline;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running container registers the stages of {@link RequestPipeline#STAGES} in that order, and the document describes them. */
class RequestPipelineIT {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([\\w.]+)` \\|");

    private static Tomcat tomcat() {
        ServletWebServerApplicationContext service = (ServletWebServerApplicationContext) RunningService.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getApplicationContext();
        return ((TomcatWebServer) service.getWebServer()).getTomcat();
    }

    /** So that no client waits for the thread of another one. */
    @Test
    void eachConnectionCanHaveAThread() {
        assertThat(tomcat().getConnector().getProtocolHandler())
                .isInstanceOfSatisfying(
                        AbstractHttp11Protocol.class,
                        protocol -> assertThat(protocol.getMaxThreads()).isEqualTo(protocol.getMaxConnections()));
    }

    @Test
    void containerRegistersStagesInOrder() {
        Tomcat tomcat = tomcat();
        Host host = tomcat.getHost();
        Context context = (Context) host.findChildren()[0];
        List<String> stages = new ArrayList<>();
        stages.add(tomcat.getConnector().getProtocolHandler().getClass().getSimpleName());
        Stream.of(tomcat.getEngine().getPipeline(), host.getPipeline())
                .map(Pipeline::getValves)
                .flatMap(Arrays::stream)
                .map(valve -> valve.getClass())
                .filter(RequestPipeline.STAGES::contains)
                .map(Class::getSimpleName)
                .forEach(stages::add);
        List<String> filters = RequestPipeline.STAGES.stream()
                .filter(stage -> Filter.class.isAssignableFrom(stage) || stage == SecurityChain.class)
                .map(RequestPipelineIT::filterName)
                .toList();
        Arrays.stream(context.findFilterMaps())
                .map(FilterMap::getFilterName)
                .filter(filters::contains)
                .forEach(stages::add);
        stages.add("DispatcherServlet");
        stages.add("AdmissionInterceptor");
        assertThat(stages)
                .containsExactlyElementsOf(RequestPipeline.STAGES.stream()
                        .map(stage -> filters.contains(filterName(stage)) ? filterName(stage) : stage.getSimpleName())
                        .toList());
    }

    private static String filterName(Class<?> stage) {
        String name = stage.getSimpleName();
        return stage == SecurityChain.class
                ? "springSecurityFilterChain"
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
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

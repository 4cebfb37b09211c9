package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import entente.testkit.ServedProcess;
import entente.testkit.Shipped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The classes of ours that one assessment passes from its socket to the engine, as a debugger sees them. */
@Tag("thorough")
@Timeout(300)
class AssessmentPathIT {

    private static final int CLASSES = 23;
    private static final Pattern DEBUGGER = Pattern.compile("dt_socket at address: (\\d+)");
    private static final String DISPATCHER = "org.springframework.web.servlet.DispatcherServlet";
    private static final String ENGINE = "entente.scenario.ScenarioReader";
    private static final Pattern THREADS = Pattern.compile("exec|evaluation");

    @Test
    void documentNamesTheClassesOnThePath(@TempDir Path folder) throws Exception {
        List<String> entered = new ArrayList<>();
        String archive = folder.resolve("archive").toString();
        try (ServedProcess service = ServedProcess.launch(
                Path.of("").toAbsolutePath(),
                Map.of(
                        "ENTENTE_JAVA_OPTIONS",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"),
                "--port",
                "0",
                "--archive",
                archive)) {
            HttpRequest assessment = HttpRequest.newBuilder(URI.create(service.address() + "/api/v1/assessments"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json"))))
                    .build();
            VirtualMachine machine = attach(service.await(DEBUGGER).group(1));
            observe(machine, "entente.service.*");
            observe(machine, ENGINE);
            observe(machine, DISPATCHER);
            CompletableFuture<HttpResponse<Void>> answer =
                    HttpClient.newHttpClient().sendAsync(assessment, BodyHandlers.discarding());
            while (!entered.contains(ENGINE)) {
                for (Event event : machine.eventQueue().remove()) {
                    if (event instanceof MethodEntryEvent entry
                            && THREADS.matcher(entry.thread().name()).find()) {
                        entered.add(name(entry));
                    }
                }
            }
            // Observed, the engine would exceed its deadline.
            machine.dispose();
            assertThat(answer.join().statusCode()).isEqualTo(201);
        }
        assertThat(entered.stream().filter("doDispatch"::equals)).hasSize(1);
        Set<String> path = new LinkedHashSet<>(entered.subList(0, entered.indexOf(ENGINE)));
        path.removeIf(name -> !name.startsWith("entente.service."));
        assertThat(path).hasSize(CLASSES);
        String document = Files.readString(Path.of("src/docs/architecture.md"));
        assertThat(path)
                .allSatisfy(name -> assertThat(document)
                        .containsPattern("`([a-z.]+\\.)?" + name.substring(name.lastIndexOf('.') + 1) + "`"));
    }

    private static VirtualMachine attach(String port) throws Exception {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port);
        return sockets.attach(arguments);
    }

    private static void observe(VirtualMachine machine, String classes) {
        MethodEntryRequest entries = machine.eventRequestManager().createMethodEntryRequest();
        entries.addClassFilter(classes);
        entries.setSuspendPolicy(EventRequest.SUSPEND_NONE);
        entries.enable();
    }

    /** The class that is entered, that around a nested one; a dispatch by its method; nothing for records, enums and lambdas. */
    private static String name(MethodEntryEvent entry) {
        String name = entry.method().declaringType().name();
        if (name.equals(DISPATCHER)) {
            return entry.method().name();
        }
        boolean counted = entry.method().declaringType() instanceof ClassType type
                && !type.isEnum()
                && !name.contains("$$")
                && type.superclass() != null
                && !type.superclass().name().equals("java.lang.Record");
        return counted ? name.replaceAll("\\$.*", "") : "";
    }
}

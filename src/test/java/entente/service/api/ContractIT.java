package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Content;
import entente.service.jobs.JobRunner;
import entente.service.problem.ProblemType;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API answers as its document says, and the document says nothing that the API does not answer: each call is asked
 * well and spoilt in every way that it documents, and each answer is held against the document by a validator that is
 * not ours.
 */
@Timeout(600)
class ContractIT {

    /** Small bounds, so that a body beyond them is small, too. */
    static final int BATCH_BYTES = 6 << 20;

    private static RunningService service;
    private static RunningService withKeys;
    private static Contract contract;
    private static GoodRequests good;
    private static final List<String> VIOLATIONS = new ArrayList<>();

    @BeforeAll
    static void exerciseAllOperations() {
        service = RunningService.start(
                Map.of("entente.limits.batch", BATCH_BYTES + "B"),
                FailsOnDemand.class,
                GatedJob.class,
                PatientGuesses.class);
        Path keys = RunningService.folder("keys").resolve("keys");
        String reader = Invocation.of("keys", "add", "ada", "--role", "reader", "--file", keys)
                .out()
                .strip();
        withKeys = RunningService.start(Map.of("entente.access.keys", keys.toString()));
        contract = new Contract(
                GoodRequests.text(service.get("/api/v1/openapi.json").body()));
        good = new GoodRequests(service);
        Provocations provocations =
                new Provocations(good, service.port(), new Provocations.Keyed(withKeys.port(), reader));
        for (Contract.DocumentedOperation operation : contract.operations()) {
            exercise(operation);
        }
        cancelQueuedJob();
        for (Contract.DocumentedOperation operation : contract.operations()) {
            for (String address : contract.problems(operation)) {
                provoke(
                        operation,
                        ProblemType.of(address.substring("/problems/".length())).orElseThrow(),
                        provocations);
            }
        }
    }

    private static void exercise(Contract.DocumentedOperation operation) {
        for (GoodRequests.Good asked : good.all().getOrDefault(operation.id(), List.of())) {
            HttpWire.Answer heard = good.send(asked.sample());
            hold(operation, operation.id() + " asked well", asked.status(), heard);
            String media = asked.sample().headers().getOrDefault("Content-Type", "");
            if (operation.takesBody()
                    && media.equals("application/json")
                    && !operation.id().equals("assessBatch")) {
                contract.invalidBody(operation, GoodRequests.text(asked.sample().body()))
                        .forEach(wrong -> VIOLATIONS.add(operation.id() + ": its good body: " + wrong));
            }
        }
    }

    private static void cancelQueuedJob() {
        service.bean(JobRunner.class).submit("gate", GatedJob.KIND, Content.of(new byte[0]), 1);
        String waiting = good.submittedJob();
        Contract.DocumentedOperation cancel = operation("cancelJob");
        hold(cancel, "what waits is cancelled", 200, good.send(HttpSample.of("DELETE", waiting)));
        hold(operation("getJob"), "what was cancelled", 200, good.send(GoodRequests.get(waiting)));
        service.bean(GatedJob.Gate.class).open();
    }

    private static void provoke(Contract.DocumentedOperation operation, ProblemType type, Provocations provocations) {
        String name = operation.id() + " spoilt into " + type.slug();
        HttpSample sample = good.toSpoil(operation);
        provocations
                .of(operation, type, sample)
                .ifPresentOrElse(
                        heard -> {
                            hold(operation, name, type.status(), heard);
                            if (!heard.text().contains("\"" + type.address() + "\"")) {
                                VIOLATIONS.add(name + ": " + heard.text());
                            }
                            TELLTALES.stream()
                                    .filter(heard.text()::contains)
                                    .forEach(told -> VIOLATIONS.add(name + " tells " + told));
                        },
                        () -> VIOLATIONS.add(name + ": nobody knows how"));
    }

    /** What no caller is told. */
    private static final List<String> TELLTALES = List.of(
            "Exception",
            "entente.web",
            "entente.archive.",
            "java.",
            "tools.",
            "spring",
            "select ",
            "/root",
            "/hidden",
            "\tat ");

    private static void hold(Contract.DocumentedOperation operation, String name, int status, HttpWire.Answer heard) {
        if (heard.status() != status) {
            VIOLATIONS.add(name + ": " + heard.status() + " instead of " + status + ": " + heard.text());
        }
        contract.violations(operation, heard).forEach(wrong -> VIOLATIONS.add(name + ": " + wrong));
    }

    private static Contract.DocumentedOperation operation(String id) {
        return contract.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void end() {
        service.close();
        withKeys.close();
    }

    @Test
    void everyAnswerIsAsDocumented() {
        assertThat(VIOLATIONS).isEmpty();
    }

    @Test
    void everyDocumentedAnswerIsGiven() {
        TreeSet<String> never = new TreeSet<>(contract.documented());
        never.removeAll(contract.seen());
        assertThat(never).isEmpty();
    }

    @Test
    void everyKindOfProblemIsMetAndHasItsPage() {
        TreeSet<String> met = new TreeSet<>();
        contract.seen().forEach(answer -> met.add(answer.substring(answer.lastIndexOf(' ') + 1)));
        for (ProblemType type : ProblemType.values()) {
            assertThat(good.send(HttpSample.of("GET", type.address()).header("Accept", "text/html"))
                            .text())
                    .contains("<h1>" + type.title() + "</h1>");
            if (type != ProblemType.METHOD_NOT_ALLOWED) {
                assertThat(met).contains(type.address());
            }
        }
        HttpWire.Answer heard = good.send(new HttpSample("PATCH", "/api/v1/rules", Map.of(), new byte[0]));
        assertThat(heard.status()).isEqualTo(405);
        assertThat(heard.headers().get("allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(heard.text()).contains("\"/problems/method-not-allowed\"");
    }

    @Test
    void everyCallIsInTheDocument() {
        List<String> documented = contract.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
        List<String> undocumented = new ArrayList<>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> undocumented.add(method + " " + path))));
        undocumented.removeAll(documented);
        // Files of the pages.
        assertThat(undocumented).containsExactlyInAnyOrder("GET /page/**", "GET /swagger-ui/{file}");
    }
}

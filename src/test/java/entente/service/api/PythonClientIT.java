package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import entente.service.api.Contract.DocumentedOperation;
import entente.service.keys.Role;
import entente.testkit.Answer;
import entente.testkit.ProgramRun;
import entente.testkit.Python;
import entente.testkit.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Python client and the service fit: its own tests pass against a service with keys, and every answer that they
 * received is one that the OpenAPI document describes. Skipped with a message without Python 3.11.
 */
@Tag("thorough")
class PythonClientIT {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void testsOfTheClientPassAndItsAnswersAreDocumented(@TempDir Path folder, TestReporter reporter) throws Exception {
        Optional<Python> python = Python.with("tomllib");
        assumeThat(python).as("no python3 from 3.11 on is installed").isPresent();
        Path exchanges = folder.resolve("exchanges");
        RunningService service = RunningService.withKeys();
        Map<String, String> environment = Map.of(
                "ENTENTE_URL", service.uri("").toString(),
                "ENTENTE_KEY", RunningService.key(Role.ANALYST),
                "ENTENTE_EXCHANGES", exchanges.toString());
        ProgramRun run = python.get().run(environment, "-m", "unittest", "discover", "src/test/python");
        reporter.publishEntry("client", run.output());
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("OK").doesNotContain("skipped");
        Contract contract = new Contract(service);
        assertThat(violations(contract, exchanges)).isEmpty();
    }

    private static Set<String> violations(Contract contract, Path exchanges) throws Exception {
        Map<String, DocumentedOperation> operations =
                contract.operations().stream().collect(Collectors.toMap(DocumentedOperation::id, Function.identity()));
        List<String> lines = Files.readAllLines(exchanges);
        assertThat(lines).hasSizeGreaterThan(80);
        Set<String> violations = new TreeSet<>();
        for (String line : lines) {
            JsonNode exchange = MAPPER.readTree(line);
            String name = exchange.get("operation").asString();
            contract.violations(operations.get(name), answer(exchange))
                    .forEach(violation -> violations.add(name + ": " + violation));
        }
        return violations;
    }

    private static Answer answer(JsonNode exchange) {
        List<String> headers = new ArrayList<>();
        exchange.get("headers")
                .properties()
                .forEach(header ->
                        headers.add(header.getKey() + ": " + header.getValue().asString()));
        byte[] body = Base64.getDecoder().decode(exchange.get("body").asString());
        return new Answer(exchange.get("status").asInt(), headers, body);
    }
}

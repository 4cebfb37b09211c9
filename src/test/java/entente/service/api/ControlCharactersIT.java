package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A control character in any declared parameter, path variable or header is answered with 400, by either store. */
@Timeout(300)
class ControlCharactersIT {

    private static final List<String> ENCODED = List.of("%00", "%1F", "%7F", "%C2%85");

    /** As bytes on the wire; the first three are refused by the container, which names no header. */
    private static final List<String> RAW = List.of("\u0000", "\u001F", "\u007F", "\u0085");

    /** A request with a control character in one place, and whether the answer has to name the place. */
    private record Spoilt(String place, HttpSample sample, boolean named) {}

    @Test
    void areRefusedEverywhereOnTheEmbeddedDatabase() {
        assertThat(violations(RunningService.shared())).isEmpty();
    }

    @Test
    void areRefusedEverywhereOnPostgresql() {
        try (RunningService service = RunningService.start(Map.of("entente.archive.url", TestDatabase.address()))) {
            assertThat(violations(service)).isEmpty();
        }
    }

    private static List<String> violations(RunningService service) {
        Contract contract = new Contract(
                GoodRequests.text(service.get("/api/v1/openapi.json").body()));
        GoodRequests good = new GoodRequests(service);
        List<String> violations = new ArrayList<>();
        int asked = 0;
        for (Contract.DocumentedOperation operation : contract.operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                for (Spoilt spoilt : spoilt(operation, good.toSpoil(operation), parameter)) {
                    asked++;
                    HttpWire.Answer heard = good.send(spoilt.sample());
                    if (!refused(heard, spoilt)) {
                        violations.add(operation.id() + " " + spoilt + ": " + heard.status() + " " + heard.text());
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        return violations;
    }

    private static boolean refused(HttpWire.Answer heard, Spoilt spoilt) {
        if (heard.status() != 400) {
            return false;
        }
        JsonNode problem = new JsonMapper().readTree(heard.text());
        return problem.get("type").asString().equals("/problems/bad-parameter")
                && (!spoilt.named() || problem.get("detail").asString().contains(spoilt.place()));
    }

    private static List<Spoilt> spoilt(Contract.DocumentedOperation operation, HttpSample sample, JsonNode parameter) {
        String name = parameter.get("name").asString();
        String path = sample.path().split("\\?", -1)[0];
        return switch (parameter.get("in").asString()) {
            case "query" ->
                ENCODED.stream()
                        .map(control -> new Spoilt(
                                "parameter " + name, sample.at(path).query(name + "=a" + control + "b"), true))
                        .toList();
            // The path is checked by the container and by the firewall as well.
            case "path" ->
                ENCODED.stream()
                        .map(control -> new Spoilt(
                                "path variable " + name,
                                sample.at(operation
                                        .path()
                                        .replace("{" + name + "}", "a" + control + "b")
                                        .replaceAll("\\{\\w+}", "x")),
                                control.equals("%1F")))
                        .toList();
            case "header" ->
                RAW.stream()
                        .map(control -> new Spoilt(
                                "header " + name, sample.header(name, "a" + control + "b"), control.equals("\u0085")))
                        .toList();
            default -> throw new AssertionError(parameter);
        };
    }
}

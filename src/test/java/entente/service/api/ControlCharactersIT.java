package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.api.Contract.DocumentedOperation;
import entente.testkit.Answer;
import entente.testkit.HttpSample;
import entente.testkit.RunningService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A control character in any declared parameter, path variable or header gets 400, before any database is asked. */
@Timeout(300)
class ControlCharactersIT {

    private static final List<String> ENCODED = List.of("%00", "%1F", "%7F", "%C2%85");

    /** As raw bytes; the container refuses the first three and names no header. */
    private static final List<String> RAW = List.of("\u0000", "\u001F", "\u007F", "\u0085");

    /** A request with one control character, and whether the answer has to name its location. */
    private record InvalidRequest(String location, HttpSample sample, boolean named) {}

    @Test
    @Tag("thorough")
    void controlCharactersGet400() {
        RunningService service = RunningService.shared();
        Contract contract = new Contract(service);
        ValidRequests good = new ValidRequests(service);
        List<String> violations = new ArrayList<>();
        int count = 0;
        for (DocumentedOperation operation : contract.operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                for (InvalidRequest invalid : invalidRequests(operation, good.baseRequest(operation), parameter)) {
                    count++;
                    Answer answer = good.send(invalid.sample());
                    if (!refused(answer, invalid)) {
                        violations.add(operation.id() + " " + invalid + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(100);
        assertThat(violations).isEmpty();
    }

    private static boolean refused(Answer answer, InvalidRequest invalid) {
        if (answer.status() != 400) {
            return false;
        }
        if (answer.one("Content-Type").startsWith("text/html")) { // of a page, to a person
            return !invalid.named() || answer.text().contains(invalid.location());
        }
        JsonNode problem = answer.json();
        return problem.get("type").asString().equals("/problems/bad-parameter")
                && (!invalid.named() || problem.get("detail").asString().contains(invalid.location()));
    }

    private static List<InvalidRequest> invalidRequests(
            DocumentedOperation operation, HttpSample sample, JsonNode parameter) {
        String name = parameter.get("name").asString();
        String path = sample.path().split("\\?", -1)[0];
        return switch (parameter.get("in").asString()) {
            case "query" ->
                ENCODED.stream()
                        .map(control -> new InvalidRequest(
                                "parameter " + name, sample.at(path).query(name + "=a" + control + "b"), true))
                        .toList();
            // The path is checked by the container and by the firewall as well.
            case "path" ->
                ENCODED.stream()
                        .map(control -> new InvalidRequest(
                                "path variable " + name,
                                sample.at(operation
                                        .path()
                                        .replace("{" + name + "}", "a" + control + "b")
                                        .replaceAll("\\{\\w+}", "x")),
                                control.equals("%1F")))
                        .toList();
            case "header" ->
                RAW.stream()
                        .map(control -> new InvalidRequest(
                                "header " + name, sample.header(name, "a" + control + "b"), control.equals("\u0085")))
                        .toList();
            default -> throw new AssertionError(parameter);
        };
    }
}

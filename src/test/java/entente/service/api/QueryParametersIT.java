package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.api.Contract.DocumentedOperation;
import entente.testkit.Answer;
import entente.testkit.DynamicTests;
import entente.testkit.HttpSample;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every query parameter that the OpenAPI document declares changes an answer, and no parameter takes a control character. */
class QueryParametersIT {

    private static final ValidRequests GOOD = new ValidRequests(RunningService.shared());
    private static final JsonMapper JSON = new JsonMapper();

    /** Two values of each parameter for which the answers differ, by its name or by the operation and its name. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("keep", List.of("true", "false")),
            Map.entry("scale", List.of("icd203", "phia")),
            Map.entry("table", List.of("ledger", "readings")),
            Map.entry("results", List.of("summary", "full")),
            Map.entry("scenario", List.of("baseline-2018", "no-such-scenario")),
            Map.entry("band", List.of("below_one_percent", "almost_certain")),
            Map.entry("from", List.of("2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z")),
            Map.entry("to", List.of("2100-01-01T00:00:00Z", "2020-01-01T00:00:00Z")),
            Map.entry("rules", List.of(Shipped.BOOK.book().sha256(), "0".repeat(64))),
            Map.entry("scenarios", List.of("taiwan-war", "baseline-2018")),
            Map.entry("format", List.of("md", "json")),
            Map.entry("limit", List.of("1", "2")),
            // The service has an edition: with true nothing has changed, with false there is another.
            Map.entry("ifChanged", List.of("true", "false")),
            Map.entry("first", List.of("A", "B")),
            Map.entry("second", List.of("A", "B")),
            Map.entry("briefScenario scenario", List.of("taiwan-war", "baseline-2018")),
            Map.entry("listScenarios after", List.of("crimea-2014", "taiwan-war")));

    /** Other parameters that a request needs, so that the parameter has an effect. */
    private static final Map<String, String> NEEDED = Map.of(
            "assessBatch scale", "results=full",
            "briefScenario format", "scenario=baseline-2018",
            "briefScenario scale", "scenario=baseline-2018",
            "getDifference first", "second=C",
            "getDifference second", "first=C");

    @BeforeAll
    static void storeEnoughForThreePages() {
        for (int i = 0; i < 3; i++) {
            for (String list : List.of("/assessments", "/editions")) {
                GOOD.send(ValidRequests.post(list, ValidRequests.SCENARIO)).expect(201);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyDeclaredParameterChangesTheAnswer() {
        return tests((operation, parameter) ->
                changesTheAnswer(operation, parameter.get("name").asString()));
    }

    @TestFactory
    Stream<DynamicTest> everyDeclaredParameterRefusesOtherForms() {
        return tests(QueryParametersIT::refusesOtherForms);
    }

    /** One for each query parameter of each operation. */
    private static Stream<DynamicTest> tests(BiConsumer<DocumentedOperation, JsonNode> test) {
        Contract contract = new Contract(RunningService.shared());
        List<DynamicTest> tests = new ArrayList<>();
        for (DocumentedOperation operation : contract.operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                if (parameter.path("in").asString("").equals("query")) {
                    String name = parameter.get("name").asString();
                    tests.add(DynamicTests.test(operation.id() + " " + name, () -> test.accept(operation, parameter)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(QueryParameter.values().length);
        return tests.stream();
    }

    private static void changesTheAnswer(DocumentedOperation operation, String name) {
        HttpSample base = withoutParameter(operation, name);
        List<String> values = Optional.ofNullable(VALUES.get(operation.id() + " " + name))
                .or(() -> Optional.ofNullable(VALUES.get(name)))
                .or(() -> nextPage(base, name))
                .orElseThrow(() -> new AssertionError("VALUES has no two values for this parameter"));
        String first = answer(base.query(parameter(name, values.get(0))));
        assertThat(first).startsWith("20").isEqualTo(answer(base.query(parameter(name, values.get(0)))));
        assertThat(answer(base.query(parameter(name, values.get(1)))))
                .startsWith("20")
                .isNotEqualTo(first);
    }

    /** A misspelled word with what was meant, another text than the declared one, or an empty one. */
    private static void refusesOtherForms(DocumentedOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asString();
        JsonNode form = parameter.get("schema");
        boolean words = form.has("enum");
        boolean anyText = form.get("type").asString().equals("string") && !form.has("pattern") && !form.has("format");
        String value = words ? form.at("/enum/0").asString() + "x" : anyText ? "" : "x";
        HttpSample sample = withoutParameter(operation, name).query(parameter(name, value));
        Answer answer = GOOD.send(sample);
        assertThat(refused(answer, new InvalidRequest("parameter " + name, sample, true)))
                .as("%s answers %s: %s", sample.path(), answer.status(), answer.text())
                .isTrue();
        assertThat(answer.text().contains("did you mean ")).isEqualTo(words);
        assertThat(answer.text()).doesNotContain("?.");
    }

    /** A valid request of the operation with what the parameter needs beside it. */
    private static HttpSample withoutParameter(DocumentedOperation operation, String name) {
        HttpSample request = GOOD.baseRequest(operation);
        HttpSample sample = name.equals("table") ? request.header("Accept", "text/csv") : request;
        HttpSample plain = sample.at(sample.path().replaceFirst("\\?.*", ""));
        return Optional.ofNullable(NEEDED.get(operation.id() + " " + name))
                .map(plain::query)
                .orElse(plain);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The starts of the second and third page of a list. */
    private static Optional<List<String>> nextPage(HttpSample list, String name) {
        if (!name.equals("after")) {
            return Optional.empty();
        }
        String second = next(list.query("limit=1"));
        return Optional.of(List.of(second, next(list.query("limit=1").query("after=" + second))));
    }

    private static String next(HttpSample page) {
        return GOOD.send(page).at("/next").asString();
    }

    /** Status and body without what differs between equal requests. */
    private static String answer(HttpSample request) {
        Answer answer = GOOD.send(request);
        return answer.status() + " " + answer.text().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    private static final List<String> ENCODED = List.of("%00", "%1F", "%7F", "%C2%85");

    /** As raw bytes; the container refuses the first three and names no header. */
    private static final List<String> RAW = List.of("\u0000", "\u001F", "\u007F", "\u0085");

    /** A request with one control character, and whether the answer has to name its location. */
    private record InvalidRequest(String location, HttpSample sample, boolean named) {}

    /** In any declared parameter, path variable or header, and before any database is asked. */
    @Test
    @Tag("thorough")
    @Timeout(300)
    void controlCharactersGet400() {
        Contract contract = new Contract(RunningService.shared());
        List<String> violations = new ArrayList<>();
        int count = 0;
        for (DocumentedOperation operation : contract.operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                for (InvalidRequest invalid : invalidRequests(operation, GOOD.baseRequest(operation), parameter)) {
                    count++;
                    Answer answer = GOOD.send(invalid.sample());
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

package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each operation of the API is in every place of the recipe for an endpoint in CONTRIBUTING.md. */
class EndpointPlacesIT {

    private static final String API = "/api/v1/";
    private static final Path TESTS = Path.of("src", "test", "java", "entente", "service", "api");

    /** Pages that describe the operations below a path; {@code http.md} describes the others. */
    private static final Map<String, String> PAGES =
            Map.of("workshops", "workshop.md", "schedules", "schedules.md", "deliveries", "schedules.md");

    private static String document() {
        return ValidRequests.text(
                RunningService.shared().get("/api/v1/openapi.json").body());
    }

    @Test
    void everyOperationIsInEveryPlace() throws IOException {
        String surface = Files.readString(Path.of("src/test/resources/surface.txt"));
        String requests = Files.readString(TESTS.resolve("ValidRequests.java"))
                + Files.readString(TESTS.resolve("ValidWorkshopRequests.java"));
        String client = Files.readString(Path.of("src/python/entente_client.py"));
        String clientTests = Files.readString(Path.of("src/test/python/test_entente_client.py"));
        List<String> leftOut = Pattern.compile("\"(/api/v1/[^\"]+)\": \"")
                .matcher(clientTests)
                .results()
                .map(start -> start.group(1))
                .toList();
        String openApi = document();
        JsonNode schemas = new JsonMapper().readTree(openApi).at("/components/schemas");
        List<String> missing = new ArrayList<>();
        for (Contract.DocumentedOperation operation : new Contract(openApi).operations()) {
            String path = operation.path();
            Map<String, Boolean> places = new LinkedHashMap<>();
            places.put("surface.txt", surface.contains("\n" + operation.method() + " " + path + " "));
            if (path.startsWith(API)) {
                boolean self = path.equals(API + "openapi.json");
                boolean untagged =
                        operation.node().get("tags").get(0).asString().equals("Service");
                places.put("ApiTags", self || !untagged);
                places.put("ValidRequests", requests.contains("\"" + operation.id() + "\""));
                places.put(
                        "entente_client.py, or LEFT_OUT of its test",
                        client.contains("\"" + operation.id() + "\": ")
                                || leftOut.stream().anyMatch(path::startsWith));
                places.put(page(path), described(path));
                for (String reference : operation.node().findValuesAsString("$ref")) {
                    String name = reference.replace("#/components/schemas/", "");
                    places.put("ServiceDocuments.ALL for " + name, name.startsWith("#") || schemas.has(name));
                }
            }
            places.forEach((place, there) -> {
                if (!there) {
                    missing.add(operation.method() + " " + path + " (" + operation.id() + "): " + place);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static String page(String path) {
        return PAGES.getOrDefault(path.substring(API.length()).split("[/:]", -1)[0], "http.md");
    }

    /** Whether the page names the path, with {@code ID} for a variable, or, on a page of its own, its last part. */
    private static boolean described(String path) throws IOException {
        String page = Files.readString(Path.of("src", "docs", page(path)));
        String relative = path.substring(API.length());
        if (!page(path).equals("http.md")) {
            return Stream.of(relative.split("/", -1))
                    .filter(part -> !part.startsWith("{"))
                    .allMatch(part -> page.contains(part));
        }
        return Pattern.compile("/" + relative.replaceAll("\\{\\w+}", "[A-Z]+") + "(?![\\w/:{])")
                .matcher(page)
                .find();
    }

    @Test
    void everyTagIsUsed() {
        JsonNode openApi = new JsonMapper().readTree(document());
        Set<String> used = new TreeSet<>();
        openApi.get("paths")
                .forEach(path -> path.forEach(method -> method.get("tags").forEach(tag -> used.add(tag.asString()))));
        assertThat(openApi.get("tags").valueStream().map(tag -> tag.get("name").asString()))
                .hasSameElementsAs(used);
    }
}

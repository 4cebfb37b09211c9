package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.api.Contract.DocumentedOperation;
import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each operation of the API is in those places of the recipe for an endpoint in CONTRIBUTING.md that no other test looks at. */
class EndpointPlacesIT {

    private static final String API = "/api/v1/";

    /** Pages that describe the operations below a path; {@code http.md} describes the others. */
    private static final Map<String, String> PAGES =
            Map.of("workshops", "workshop.md", "schedules", "schedules.md", "deliveries", "schedules.md");

    private final Contract contract = new Contract(RunningService.shared());

    @Test
    void everyOperationIsInEveryPlace() throws IOException {
        JsonNode schemas = contract.document().at("/components/schemas");
        List<String> missing = new ArrayList<>();
        for (DocumentedOperation operation : contract.operations()) {
            String path = operation.path();
            if (!path.startsWith(API)) {
                continue;
            }
            if (!described(path)) {
                missing.add(path + ": " + page(path));
            }
            if (operation.node().at("/tags/0").asString().equals("Service") && !path.equals(API + "openapi.json")) {
                missing.add(path + ": ApiTags");
            }
            for (String reference : operation.node().findValuesAsString("$ref")) {
                String name = reference.replace("#/components/schemas/", "");
                if (!name.startsWith("#") && !schemas.has(name)) {
                    missing.add(path + ": ServiceDocuments.ALL for " + name);
                }
            }
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
        JsonNode openApi = contract.document();
        Set<String> used = new TreeSet<>();
        openApi.get("paths")
                .forEach(path -> path.forEach(method -> method.get("tags").forEach(tag -> used.add(tag.asString()))));
        assertThat(openApi.get("tags").valueStream().map(tag -> tag.get("name").asString()))
                .hasSameElementsAs(used);
    }
}

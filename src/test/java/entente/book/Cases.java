package entente.book;

import entente.Shipped;
import entente.domain.Assessment;
import entente.domain.LedgerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The worked examples beside the rules, {@code rules/cases/*.json}: a sentence, readings, and what follows. */
final class Cases {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Cases() {}

    /** One example with its assessment. */
    record Case(String file, JsonNode root) {

        String sentence() {
            return root.path("sentence").asString();
        }

        JsonNode expect(String name) {
            return root.path("expect").path(name);
        }

        List<String> expected(String name) {
            return expect(name).valueStream().map(JsonNode::asString).toList();
        }

        Assessment assess() {
            var scenario = MAPPER.createObjectNode()
                    .put("schemaVersion", "1")
                    .put("id", "example")
                    .put("title", "An example");
            if (root.has("extends")) {
                scenario.set("extends", root.get("extends"));
            }
            scenario.set("readings", root.get("readings"));
            return Shipped.ASSESSOR.assess(Shipped.parse(scenario.toString()));
        }
    }

    static List<Case> all() {
        try (Stream<Path> files = Files.list(Shipped.RULES.resolve("cases"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(f -> new Case(f.getFileName().toString(), MAPPER.readTree(f)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Map<String, LedgerRow> rows(Assessment assessment) {
        return assessment.ledger().stream()
                .collect(Collectors.toMap(row -> row.rule().id(), Function.identity(), (a, b) -> a, TreeMap::new));
    }
}

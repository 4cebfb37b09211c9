package entente.table;

import entente.analysis.ensemble.run.Ensemble;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.BooleanNode;
import entente.document.Node.NumberNode;
import entente.document.Node.TextNode;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Numbers;
import entente.report.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What determines the bytes of a table.
 *
 * @param parameters by their names in the manifest: texts, whole numbers as Double, truth values
 */
public record TableManifest(Map<String, Object> parameters) {

    static final String FILE = "manifest.json";

    public static TableManifest of(Ensemble ensemble, VariantFormat format, int chunkSize) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("engine", ensemble.provenance().engine());
        parameters.put("rulesVersion", ensemble.provenance().rulesVersion());
        parameters.put("rulesSha256", ensemble.provenance().rulesSha256());
        parameters.put("scenario", ensemble.question().scenario().id());
        parameters.put("scenarioSha256", ensemble.question().scenario().sha256());
        parameters.put("unratedAny", ensemble.question().unratedAny());
        parameters.put("design", ensemble.question().design().lowerCaseName());
        parameters.put("size", (double) ensemble.size());
        ensemble.question().usedSeed().ifPresent(seed -> parameters.put("seed", seed));
        parameters.put("table", format.lowerCaseName());
        parameters.put("chunkSize", (double) chunkSize);
        return new TableManifest(parameters);
    }

    /** The parameters of a stored manifest; empty if it is none. */
    static Optional<TableManifest> parse(byte[] bytes) {
        ProblemCollector problems = ProblemCollector.bounded();
        Optional<Fields> manifest = Fields.of(Documents.json(bytes, DocumentLimits.BOOK), problems)
                .flatMap(fields -> fields.object("parameters"));
        if (!problems.isEmpty() || manifest.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        manifest.get().members().forEach((name, node) -> parameters.put(name, value(node)));
        return Optional.of(new TableManifest(parameters));
    }

    private static Object value(Node node) {
        if (node instanceof NumberNode number) {
            return Numbers.finite(number.raw()).orElse(0.0);
        }
        if (node instanceof BooleanNode truth) {
            return truth.value();
        }
        return node instanceof TextNode text ? text.text() : node.kind();
    }

    /** In what a stored table differs from this one, such as "seed 1 instead of 2". */
    List<String> differences(TableManifest stored) {
        List<String> differences = new ArrayList<>();
        parameters.forEach((name, asked) -> {
            Object found = stored.parameters.getOrDefault(name, "none");
            if (!found.equals(asked)) {
                differences.add(name + " " + printable(found) + " instead of " + printable(asked));
            }
        });
        stored.parameters.forEach((name, found) -> {
            if (!parameters.containsKey(name)) {
                differences.add(Text.printable(name) + " " + printable(found) + " instead of none");
            }
        });
        return differences;
    }

    private static String printable(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : Text.printable(value.toString());
    }

    /** @param chunks summaries of their records; empty as long as the table is not complete */
    byte[] json(List<Map<String, Object>> chunks, boolean complete, Map<String, Object> aggregate) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("parameters", parameters);
        manifest.put("complete", complete);
        manifest.putAll(aggregate);
        manifest.put("chunks", chunks);
        return JsonWriter.write(manifest).getBytes(StandardCharsets.UTF_8);
    }
}

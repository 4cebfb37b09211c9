package entente.quality.mutation;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Equivalent mutants that {@link SameAnswers} does not prove, each with a reason. */
record Equivalents(Map<String, String> reasons) {

    static final Path FILE = Path.of("src", "test", "resources", "mutation", "equivalent.yaml");

    static Equivalents read(Path file) throws IOException {
        Document document = Documents.yaml(Files.readAllBytes(file), DocumentLimits.BOOK);
        if (!document.problems().isEmpty()) {
            throw new IOException(document.problems().toString());
        }
        Map<String, String> reasons = new TreeMap<>();
        document.root()
                .filter(ObjectNode.class::isInstance)
                .ifPresent(root -> ((ObjectNode) root)
                        .members()
                        .forEach((id, reason) -> reasons.put(id, ((TextNode) reason).text())));
        return new Equivalents(reasons);
    }
}

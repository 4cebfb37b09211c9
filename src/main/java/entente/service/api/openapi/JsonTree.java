package entente.service.api.openapi;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Parses JSON into maps and lists for inclusion in a larger document. */
final class JsonTree {

    private JsonTree() {}

    @SuppressWarnings("unchecked") // the text is an object
    static Map<String, Object> object(String json) {
        Document document = Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.BOOK);
        return (Map<String, Object>) document.root().flatMap(Node::toJava).orElseThrow();
    }
}

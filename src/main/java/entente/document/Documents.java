package entente.document;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads JSON and YAML strictly: UTF-8 only, nothing repeated, nothing trailing, nothing silently turned into something else. */
public final class Documents {

    private Documents() {}

    public static Document json(byte[] bytes, DocumentLimits limits) {
        return read(bytes, limits, false);
    }

    /** YAML 1.2 without anchors, aliases and tags. */
    public static Document yaml(byte[] bytes, DocumentLimits limits) {
        return read(bytes, limits, true);
    }

    private static Document read(byte[] bytes, DocumentLimits limits, boolean yaml) {
        if (bytes.length > limits.bytes()) {
            return broken(
                    "TOO_LARGE", "The document has more than " + limits.bytes() + " bytes.", SourceLocation.NONE);
        }
        Utf8 utf8 = Utf8.decode(bytes);
        if (utf8.text().isEmpty()) {
            return broken("NOT_UTF8", utf8.fault(), utf8.location());
        }
        String text = utf8.text().get();
        if (text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            return broken("EMPTY", "The document is empty.", SourceLocation.NONE);
        }
        return new TreeBuilder(limits, yaml).build(factory(limits, yaml), text);
    }

    private static TokenStreamFactory factory(DocumentLimits limits, boolean yaml) {
        // A second net behind TreeBuilder's own checks, which name the place.
        StreamReadConstraints net = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 8)
                .maxNumberLength(limits.bytes())
                .maxStringLength(limits.bytes())
                .maxNameLength(limits.bytes())
                .build();
        return yaml
                ? YAMLFactory.builder().streamReadConstraints(net).build()
                : JsonFactory.builder().streamReadConstraints(net).build();
    }

    static ObjectReadContext context() {
        return ObjectReadContext.empty();
    }

    private static Document broken(String code, String detail, SourceLocation place) {
        return new Document(
                Optional.empty(),
                List.of(new Problem("#", code, detail, List.of(), Optional.empty(), place.line(), place.column())));
    }
}

package entente.document;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Parses JSON and YAML strictly: UTF-8 only, no duplicate names, no trailing text, no implicit conversion. */
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
            return failed("TOO_LARGE", "The document has more than " + limits.bytes() + " bytes.", SourceLocation.NONE);
        }
        Utf8 utf8 = Utf8.decode(bytes);
        if (utf8.text().isEmpty()) {
            return failed("NOT_UTF8", utf8.fault(), utf8.location());
        }
        String text = utf8.text().get();
        if (text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            return failed("EMPTY", "The document is empty.", SourceLocation.NONE);
        }
        return new TreeBuilder(limits, yaml).build(factory(limits, yaml), text);
    }

    private static TokenStreamFactory factory(DocumentLimits limits, boolean yaml) {
        // Second line of defence: the checks of TreeBuilder report the location.
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 8)
                .maxNumberLength(limits.bytes())
                .maxStringLength(limits.bytes())
                .maxNameLength(limits.bytes())
                .build();
        return yaml
                ? YAMLFactory.builder().streamReadConstraints(constraints).build()
                : JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private static Document failed(String code, String detail, SourceLocation location) {
        return new Document(Optional.empty(), List.of(location.problem("#", code, detail)));
    }
}

package entente.report.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Copies a resolved scenario, which is JSON already, into the result in the result's own layout. */
final class ResolvedJson {

    private ResolvedJson() {}

    static void copy(String resolved, JsonGenerator json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), resolved)) {
            parser.nextToken();
            json.copyCurrentStructure(parser);
        }
    }
}

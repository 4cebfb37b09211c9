package entente.report.json;

import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The ledger of one scenario as JSON, its rows as they stand in the assessment. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** @param rule the one row to write; all of them when empty */
    public static String write(Assessment assessment, Optional<String> rule) {
        List<LedgerRow> rows = assessment.ledger().stream()
                .filter(row -> rule.isEmpty() || row.rule().id().equals(rule.get()))
                .toList();
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonWriter.generator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("scenario");
            json.writeStringProperty("id", assessment.scenario().id());
            json.writeStringProperty("sha256", assessment.scenario().sha256());
            json.writeEndObject();
            json.writeObjectPropertyStart("rules");
            json.writeStringProperty("version", assessment.provenance().rulesVersion());
            json.writeStringProperty("sha256", assessment.provenance().rulesSha256());
            json.writeEndObject();
            LedgerJson.ledger(json, rows, assessment.catalogue());
            json.writeEndObject();
        }
        return out + "\n";
    }
}

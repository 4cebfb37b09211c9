package entente.report.json;

import entente.model.Catalogue;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.GroupResult;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes the ledger and its sums by barrier. */
final class LedgerJson {

    private LedgerJson() {}

    static void groups(JsonGenerator json, List<GroupResult> groups) {
        json.writeArrayPropertyStart("groups");
        for (GroupResult group : groups) {
            json.writeStartObject();
            json.writeStringProperty("id", group.group().id());
            json.writeStringProperty("kind", group.group().kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("status", group.status().name());
            AssessmentJson.number(json, "alliancePoints", group.alliancePoints().value());
            AssessmentJson.number(
                    json, "partnershipPoints", group.partnershipPoints().value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void ledger(JsonGenerator json, List<LedgerRow> rows, Catalogue catalogue) {
        json.writeArrayPropertyStart("ledger");
        for (LedgerRow row : rows) {
            json.writeStartObject();
            json.writeStringProperty("rule", row.rule().id());
            json.writeStringProperty("group", row.rule().group());
            json.writeStringProperty("claim", row.rule().claim());
            json.writeStringProperty("status", row.status().name());
            AssessmentJson.number(json, "alliancePoints", row.alliancePoints().value());
            AssessmentJson.number(
                    json, "partnershipPoints", row.partnershipPoints().value());
            weight(json, "allianceWeight", row.rule().alliance());
            weight(json, "partnershipWeight", row.rule().partnership());
            json.writeArrayPropertyStart("cites");
            row.rule().cites().forEach(json::writeString);
            json.writeEndArray();
            json.writeName("projectAssumption");
            if (row.rule().projectAssumption().isPresent()) {
                json.writeString(row.rule().projectAssumption().get());
            } else {
                json.writeNull();
            }
            json.writeName("overriddenBy");
            if (row.overriddenBy().isPresent()) {
                json.writeString(row.overriddenBy().get());
            } else {
                json.writeNull();
            }
            json.writeArrayPropertyStart("conditions");
            row.conditions().forEach(condition -> condition(json, condition, catalogue));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void weight(JsonGenerator json, String name, Optional<Weight> weight) {
        json.writeName(name);
        if (weight.isPresent()) {
            json.writeString(weight.get().name());
        } else {
            json.writeNull();
        }
    }

    private static void condition(JsonGenerator json, ConditionResult row, Catalogue catalogue) {
        json.writeStartObject();
        json.writeStringProperty("indicator", row.condition().indicator());
        json.writeStringProperty("comparison", row.condition().comparison().name());
        json.writeStringProperty("grade", row.condition().threshold().name());
        AssessmentJson.number(json, "threshold", row.cut());
        json.writeStringProperty(
                "unit", catalogue.indicator(row.condition().indicator()).unit());
        if (row.actual().isPresent()) {
            AssessmentJson.number(json, "actual", row.actual().getAsDouble());
        } else {
            json.writeNullProperty("actual");
        }
        json.writeStringProperty("actualGrade", row.grade().name());
        json.writeBooleanProperty("held", row.met());
        if (row.distance().isPresent()) {
            AssessmentJson.number(json, "distance", row.distance().getAsDouble());
        } else {
            json.writeNullProperty("distance");
        }
        json.writeEndObject();
    }
}

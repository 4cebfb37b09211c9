package entente.report.json;

import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ConfidenceStatement;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes an assessment as JSON. */
public final class AssessmentJson {

    private final LikelihoodScale scale;

    public AssessmentJson(LikelihoodScale scale) {
        this.scale = scale;
    }

    /** Several lines, indented by two, ending with a line end. */
    public String pretty(Assessment assessment) {
        return write(assessment, true) + "\n";
    }

    /** One line without its end. */
    public String line(Assessment assessment) {
        return write(assessment, false);
    }

    private String write(Assessment assessment, boolean pretty) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = pretty
                ? JsonWriter.generator(out)
                : new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, assessment);
        }
        return out.toString();
    }

    private void write(JsonGenerator json, Assessment assessment) {
        json.writeStartObject();
        scenario(json, assessment.scenario());
        provenance(json, assessment);
        verdict(json, assessment.verdict());
        confidence(json, assessment);
        points(json, assessment.balance());
        json.writeArrayPropertyStart("outsideView");
        assessment.outsideView().forEach(view -> {
            json.writeStartObject();
            number(json, "baseRatePercent", view.baseRatePercent());
            number(json, "percent", view.likelihood().value());
            json.writeStringProperty("band", view.likelihood().band().name());
            json.writeEndObject();
        });
        json.writeEndArray();
        LedgerJson.groups(json, assessment.groups());
        LedgerJson.ledger(json, assessment.ledger(), assessment.catalogue());
        rest(json, assessment);
        json.writeEndObject();
    }

    private static void scenario(JsonGenerator json, Scenario scenario) {
        json.writeObjectPropertyStart("scenario");
        json.writeStringProperty("id", scenario.id());
        json.writeStringProperty("title", scenario.title());
        json.writeName("asOf");
        if (scenario.asOf().isPresent()) {
            json.writeString(scenario.asOf().get().toString());
        } else {
            json.writeNull();
        }
        json.writeNumberProperty("horizonYears", scenario.horizonYears());
        json.writeStringProperty("sha256", scenario.sha256());
        json.writeName("resolved");
        ResolvedJson.copy(scenario.resolved(), json);
        json.writeEndObject();
    }

    private static void provenance(JsonGenerator json, Assessment assessment) {
        json.writeObjectPropertyStart("provenance");
        json.writeStringProperty("engine", assessment.provenance().engine());
        json.writeObjectPropertyStart("rules");
        json.writeStringProperty("version", assessment.provenance().rulesVersion());
        json.writeStringProperty("sha256", assessment.provenance().rulesSha256());
        json.writeEndObject();
        json.writeStringProperty("schema", assessment.provenance().schema());
        json.writeNullProperty("seed");
        json.writeEndObject();
    }

    private void verdict(JsonGenerator json, Verdict verdict) {
        LikelihoodScale.Word word = scale.term(verdict.likelihood());
        json.writeObjectPropertyStart("verdict");
        json.writeObjectPropertyStart("likelihood");
        number(json, "percent", verdict.likelihood().value());
        json.writeStringProperty("band", verdict.likelihood().band().name());
        json.writeStringProperty("term", word.term());
        json.writeArrayPropertyStart("range");
        json.writeNumber(word.from());
        json.writeNumber(word.to());
        json.writeEndArray();
        json.writeStringProperty("scale", scale.name());
        json.writeEndObject();
        json.writeObjectPropertyStart("interval");
        number(json, "lowPercent", verdict.interval().low().value());
        number(json, "highPercent", verdict.interval().high().value());
        names(json, "bands", verdict.interval().bands());
        json.writeBooleanProperty("exact", verdict.interval().exact());
        json.writeEndObject();
        json.writeName("relationship");
        if (verdict.relationship().isPresent()) {
            json.writeString(verdict.relationship().get().name());
        } else {
            json.writeNull();
        }
        names(json, "relationships", verdict.relationships());
        json.writeStringProperty("commitment", verdict.commitment().name());
        names(json, "flags", verdict.flags().stream().sorted().toList());
        json.writeEndObject();
    }

    private static void confidence(JsonGenerator json, Assessment assessment) {
        Confidence confidence = assessment.confidence();
        json.writeObjectPropertyStart("confidence");
        json.writeStringProperty("level", confidence.level().name());
        number(json, "coverage", confidence.coverage());
        number(json, "sourceGrade", confidence.sourceGrade());
        number(json, "age", confidence.age());
        number(json, "robustness", confidence.robustness());
        json.writeStringProperty("atMost", confidence.maximumLevel().name());
        json.writeArrayPropertyStart("raisedBy");
        confidence.raisedBy().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("statement", ConfidenceStatement.of(assessment));
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, PointBalance balance) {
        json.writeObjectPropertyStart("points");
        number(json, "base", balance.base().value());
        number(json, "sum", balance.sum().value());
        number(json, "raw", balance.raw().value());
        json.writeArrayPropertyStart("ceilings");
        balance.ceilings().forEach(effect -> {
            json.writeStartObject();
            json.writeStringProperty("rule", effect.rule());
            if (effect.ceiling().kneePercent().isPresent()) {
                number(json, "kneePercent", effect.ceiling().kneePercent().getAsDouble());
            } else {
                json.writeNullProperty("kneePercent");
            }
            number(json, "share", effect.ceiling().share());
            if (effect.ceiling().limitPercent().isPresent()) {
                number(json, "limitPercent", effect.ceiling().limitPercent().getAsDouble());
            } else {
                json.writeNullProperty("limitPercent");
            }
            number(json, "takenBack", effect.reduction().value());
            json.writeEndObject();
        });
        json.writeEndArray();
        number(json, "final", balance.result().value());
        if (balance.clampedFrom().isPresent()) {
            number(json, "clampedFrom", balance.clampedFrom().getAsDouble());
        } else {
            json.writeNullProperty("clampedFrom");
        }
        number(json, "partnership", balance.partnership().value());
        json.writeStringProperty("floor", balance.floor().name());
        points(json, "floorFrom", balance.floorFrom());
        points(json, "nextFrom", balance.nextFrom());
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, String name, Optional<Points> points) {
        if (points.isPresent()) {
            number(json, name, points.get().value());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void rest(JsonGenerator json, Assessment assessment) {
        json.writeObjectPropertyStart("assumptions");
        json.writeArrayPropertyStart("changed");
        assessment.assumptions().forEach(change -> {
            json.writeStartObject();
            json.writeStringProperty("pointer", change.pointer());
            json.writeStringProperty("book", change.book());
            json.writeStringProperty("assumed", change.assumed());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayPropertyStart("findOutNext");
        assessment.findOutNext().forEach(next -> {
            json.writeStartObject();
            json.writeStringProperty("indicator", next.indicator());
            number(json, "narrowsPercent", next.narrowsPercent());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("gaps");
        assessment.gaps().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("warnings");
        assessment.warnings().forEach(warning -> {
            json.writeStartObject();
            json.writeStringProperty("code", warning.kind().name());
            json.writeStringProperty("pointer", warning.pointer());
            json.writeStringProperty("detail", AssessmentSentences.warning(warning, assessment.catalogue()));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("notes");
        assessment.notes().forEach(note -> {
            json.writeStartObject();
            json.writeStringProperty("indicator", note.indicator());
            json.writeStringProperty("id", note.note().id());
            json.writeStringProperty("note", note.note().note());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void names(JsonGenerator json, String name, List<? extends Enum<?>> constants) {
        json.writeArrayPropertyStart(name);
        constants.forEach(c -> json.writeString(c.name()));
        json.writeEndArray();
    }

    /** Without exponent and trailing zeros, so that equal numbers are equal bytes. */
    static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        json.writeNumber(new BigDecimal(Numbers.plain(value)));
    }
}

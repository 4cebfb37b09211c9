package entente.report.json;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.TippingPoint;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.assessment.Assessment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The effect of each single reading, as JSON. */
public final class SensitivityJson {

    private SensitivityJson() {}

    /** @param all whether readings that change nothing are listed too */
    public static String write(SensitivityResult result, boolean all) {
        Assessment now = result.current();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("scenario", now.scenario().id());
        root.put("scenarioSha256", now.scenario().sha256());
        root.put("provenance", provenance(now));
        root.put("percent", result.likelihood().value());
        root.put("band", result.likelihood().band().name());
        now.verdict().relationship().ifPresent(state -> root.put("relationship", state.name()));
        root.put("changingNothing", result.ineffectiveCount());
        List<Swing> shown = all ? result.swings() : result.effectiveSwings();
        root.put(
                "readings",
                shown.stream()
                        .map(swing -> reading(swing, now.catalogue().indicator(swing.indicator())))
                        .toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> provenance(Assessment now) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("version", now.provenance().rulesVersion());
        rules.put("sha256", now.provenance().rulesSha256());
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("engine", now.provenance().engine());
        provenance.put("rules", rules);
        provenance.put("schema", now.provenance().schema());
        return provenance;
    }

    private static Map<String, Object> reading(Swing swing, Indicator indicator) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("indicator", swing.indicator());
        entry.put("label", indicator.label());
        entry.put("unit", indicator.unit());
        swing.value().ifPresent(now -> entry.put("value", now));
        entry.put("grade", swing.grade().name());
        entry.put("swing", swing.spreadTenths() / 10.0);
        entry.put("low", end(swing.low()));
        entry.put("high", end(swing.high()));
        entry.put(
                "tippingPoints",
                swing.tippingPoints().stream().map(SensitivityJson::tips).toList());
        entry.put(
                "grades", swing.outcomes().stream().map(SensitivityJson::grade).toList());
        return entry;
    }

    private static Map<String, Object> end(GradeOutcome step) {
        Map<String, Object> entry = answer(step);
        entry.put("grade", step.grade().name());
        entry.put("value", step.value());
        return entry;
    }

    private static Map<String, Object> tips(TippingPoint point) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", point.cutPoint());
        List<String> changes = new ArrayList<>();
        if (point.changesBand()) {
            changes.add("BAND");
        }
        if (point.changesRelationship()) {
            changes.add("RELATIONSHIP");
        }
        entry.put("changes", changes);
        entry.put("below", answer(point.below()));
        entry.put("from", answer(point.above()));
        return entry;
    }

    private static Map<String, Object> grade(GradeOutcome step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("grade", step.grade().name());
        entry.put("from", step.from());
        entry.put(step.grade() == Grade.VERY_HIGH ? "to" : "below", step.to());
        entry.putAll(answer(step));
        return entry;
    }

    private static Map<String, Object> answer(GradeOutcome step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("percent", step.likelihood().value());
        entry.put("band", step.band().name());
        step.relationship().ifPresent(state -> entry.put("relationship", state.name()));
        return entry;
    }
}

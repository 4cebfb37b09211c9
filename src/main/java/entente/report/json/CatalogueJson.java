package entente.report.json;

import entente.model.CutPoint;
import entente.model.DataNote;
import entente.model.Indicator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Indicators as JSON. */
public final class CatalogueJson {

    private CatalogueJson() {}

    public static String write(List<Indicator> indicators) {
        return JsonWriter.write(
                indicators.stream().map(CatalogueJson::indicator).toList());
    }

    /** One indicator as an object of its own. */
    public static String write(Indicator indicator) {
        return JsonWriter.write(indicator(indicator));
    }

    private static Map<String, Object> indicator(Indicator indicator) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", indicator.id());
        entry.put("group", indicator.group());
        entry.put("label", indicator.label());
        entry.put("unit", indicator.unit());
        entry.put("range", List.of(indicator.low(), indicator.high()));
        entry.put("whole", indicator.whole());
        entry.put("partnership", indicator.partnership().mark());
        entry.put("alliance", indicator.alliance().mark());
        entry.put(
                "cutPoints",
                indicator.cutPoints().stream().map(CatalogueJson::cut).toList());
        Map<String, Object> anchors = new LinkedHashMap<>();
        indicator.anchors().forEach((value, text) -> anchors.put(value.toString(), text));
        entry.put("anchors", anchors);
        entry.put("source", indicator.source());
        indicator.note().ifPresent(note -> entry.put("note", note));
        entry.put(
                "dataNotes",
                indicator.dataNotes().stream().map(CatalogueJson::note).toList());
        entry.put("cites", indicator.cites());
        return entry;
    }

    private static Map<String, Object> cut(CutPoint cut) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("from", cut.from());
        entry.put("grade", cut.grade().name());
        entry.put("reason", cut.reason());
        return entry;
    }

    private static Map<String, Object> note(DataNote note) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", note.id());
        entry.put("note", note.note());
        entry.put("cites", note.cites());
        return entry;
    }
}

package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.model.CutPoint;
import entente.model.Indicator;
import entente.model.Indicator.DataNote;
import entente.model.Sign;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Indicators as JSON. */
public final class CatalogueJson {

    private static final JsonType<Sign> SIGN =
            choice(Arrays.stream(Sign.values()).map(Sign::mark).toList()).of(Sign::mark);

    private static final Form<CutPoint> CUT_POINT = Form.<CutPoint>named("cutPoint")
            .required("from", MEASURE, "The first value of the grade.", CutPoint::from)
            .required("grade", CommonForms.KNOWN_GRADE, CutPoint::grade)
            .required("reason", TEXT, CutPoint::reason);

    private static final Form<DataNote> NOTE = Form.<DataNote>named("dataNote")
            .required("id", text("id", "pattern", "^DN-[0-9]+$"), DataNote::id)
            .required("note", TEXT, DataNote::note)
            .required("cites", list(CITATION), DataNote::cites);

    public static final Form<Indicator> INDICATOR = Form.<Indicator>named("indicator")
            .required("id", ID, Indicator::id)
            .required("group", ID, Indicator::group)
            .required("label", TEXT, Indicator::label)
            .required("short", TEXT, "At most 36 characters, for tables and charts.", Indicator::shortLabel)
            .required("unit", TEXT, Indicator::unit)
            .required(
                    "range",
                    list(MEASURE, "minItems", 2, "maxItems", 2),
                    indicator -> List.of(indicator.low(), indicator.high()))
            .described("The lowest and the highest reading.")
            .required("whole", BOOLEAN, "Whether a reading must be a whole number.", Indicator::whole)
            .required("partnership", SIGN, "Effect of a higher value on the partnership.", Indicator::partnership)
            .required("alliance", SIGN, Indicator::alliance)
            .described("Effect of a higher value on the likelihood of an alliance.")
            .required("cutPoints", list(CUT_POINT, "minItems", 4, "maxItems", 4), Indicator::cutPoints)
            .required("anchors", members("whole number", TEXT), CatalogueJson::anchors)
            .described("What each whole number stands for; empty where a number needs no explanation.")
            .required("source", TEXT, Indicator::source)
            .optional("note", TEXT, Indicator::note)
            .required("dataNotes", list(NOTE), "Notes on doubtful data.", Indicator::dataNotes)
            .required("cites", list(CITATION, "minItems", 1), Indicator::cites);

    public static final ResultDocument<List<Indicator>> DOCUMENT = new ResultDocument<>(
            "indicators",
            "indicators",
            "What entente scenario indicators --format json writes: all indicators, or the requested one.",
            list(INDICATOR));

    private CatalogueJson() {}

    private static Map<String, String> anchors(Indicator indicator) {
        Map<String, String> anchors = new LinkedHashMap<>();
        indicator.anchors().forEach((value, text) -> anchors.put(value.toString(), text));
        return anchors;
    }
}

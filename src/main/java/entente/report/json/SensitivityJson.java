package entente.report.json;

import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.CommonForms.KNOWN_GRADE;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.MEASURE;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.boxed;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.number;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.TippingPoint;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The effect of each single reading, as JSON. */
public final class SensitivityJson {

    /** @param all whether readings without an effect are listed too */
    private record Listing(SensitivityResult result, boolean all) {
        List<Item> items() {
            return (all ? result.swings() : result.effectiveSwings())
                    .stream()
                            .map(swing ->
                                    new Item(swing, result.current().catalogue().indicator(swing.indicator())))
                            .toList();
        }
    }

    private record Item(Swing swing, Indicator indicator) {}

    private static final Form<Provenance> PROVENANCE = Form.<Provenance>named("sensitivityProvenance")
            .including(CommonForms.PROVENANCE, provenance -> provenance)
            .required("schema", choice(List.of(Provenance.SCHEMA)), Provenance::schema);

    private static final Form<GradeOutcome> OUTCOME = Form.<GradeOutcome>named("outcome")
            .including(VerdictForms.LIKELIHOOD_AND_BAND, GradeOutcome::likelihood)
            .optional(
                    "relationship",
                    RELATIONSHIP,
                    "Absent where under half of the readings that bear on it are known.",
                    GradeOutcome::relationship);

    private static final Form<GradeOutcome> END = Form.<GradeOutcome>named("extreme")
            .including(OUTCOME, outcome -> outcome)
            .required("grade", KNOWN_GRADE, GradeOutcome::grade)
            .required("value", MEASURE, GradeOutcome::value);

    private static final Form<GradeOutcome> GRADE_OUTCOME = Form.<GradeOutcome>named("gradeOutcome")
            .required("grade", KNOWN_GRADE, GradeOutcome::grade)
            .required("from", MEASURE, "The first value of the grade.", GradeOutcome::from)
            .optional(
                    "below",
                    MEASURE,
                    "The first value above the grade; absent for the highest.",
                    outcome -> Optional.of(outcome.to()).filter(value -> outcome.grade() != Grade.VERY_HIGH))
            .optional(
                    "to",
                    MEASURE,
                    "The last value, for the highest grade only.",
                    outcome -> Optional.of(outcome.to()).filter(value -> outcome.grade() == Grade.VERY_HIGH))
            .including(OUTCOME, outcome -> outcome)
            .present(List.of("to"), "grade", Grade.VERY_HIGH.name())
            .present(
                    List.of("below"),
                    "grade",
                    CommonForms.names(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH));

    private static final Form<TippingPoint> TIPPING_POINT = Form.<TippingPoint>named("tippingPoint")
            .required("at", MEASURE, "A reading of this value lies above.", TippingPoint::cutPoint)
            .required(
                    "changes",
                    list(choice(List.of("BAND", "RELATIONSHIP")), "minItems", 1, "uniqueItems", true),
                    SensitivityJson::changes)
            .required("below", OUTCOME, TippingPoint::below)
            .required("from", OUTCOME, TippingPoint::above);

    private static final Form<Item> READING = Form.<Item>named("readingSensitivity")
            .required("indicator", ID, item -> item.swing().indicator())
            .required("label", TEXT, item -> item.indicator().label())
            .required("unit", TEXT, item -> item.indicator().unit())
            .optional(
                    "value",
                    MEASURE,
                    "The reading; absent where it is not rated.",
                    item -> boxed(item.swing().value()))
            .required(
                    "grade",
                    GRADE,
                    "The grade of the reading.",
                    item -> item.swing().grade())
            .required(
                    "swing",
                    number("percentage points", "minimum", 0, "maximum", 98),
                    "From the lowest likelihood to the highest.",
                    item -> item.swing().spreadTenths() / 10.0)
            .required(
                    "low",
                    END,
                    "The lowest likelihood that the reading alone can give.",
                    item -> item.swing().low())
            .required(
                    "high",
                    END,
                    "The highest likelihood that the reading alone can give.",
                    item -> item.swing().high())
            .required(
                    "tippingPoints",
                    list(TIPPING_POINT),
                    "Each cut point at which the band or the relationship changes, ascending.",
                    item -> item.swing().tippingPoints())
            .required(
                    "grades",
                    list(GRADE_OUTCOME, "minItems", 5, "maxItems", 5),
                    "From very low to very high.",
                    item -> item.swing().outcomes())
            .present(List.of("value"), "grade", CommonForms.KNOWN_GRADES);

    static final ResultDocument<Listing> DOCUMENT = new ResultDocument<>(
            "sensitivity",
            "sensitivity",
            "What entente sensitivity --format json writes: the effect of each reading alone, all others unchanged.",
            Form.<Listing>named("sensitivity")
                    .required("scenario", ID, listing -> now(listing).scenario().id())
                    .required(
                            "scenarioSha256",
                            DIGEST,
                            listing -> now(listing).scenario().sha256())
                    .required("provenance", PROVENANCE, listing -> now(listing).provenance())
                    .including(
                            VerdictForms.LIKELIHOOD_AND_BAND,
                            listing -> listing.result().likelihood())
                    .optional(
                            "relationship",
                            RELATIONSHIP,
                            "Absent where under half of the readings that bear on it are known.",
                            listing -> now(listing).verdict().relationship())
                    .required(
                            "changingNothing",
                            COUNT,
                            "Readings without an effect; listed with --all only.",
                            listing -> listing.result().ineffectiveCount())
                    .required(
                            "readings",
                            list(READING),
                            "Widest swing first, equal ones in the order of the catalogue.",
                            Listing::items));

    private SensitivityJson() {}

    /** @param all whether readings without an effect are listed too */
    public static String write(SensitivityResult result, boolean all) {
        return DOCUMENT.pretty(new Listing(result, all));
    }

    private static Assessment now(Listing listing) {
        return listing.result().current();
    }

    private static List<String> changes(TippingPoint point) {
        List<String> changes = new ArrayList<>();
        if (point.changesBand()) {
            changes.add("BAND");
        }
        if (point.changesRelationship()) {
            changes.add("RELATIONSHIP");
        }
        return changes;
    }
}

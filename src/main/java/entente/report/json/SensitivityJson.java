package entente.report.json;

import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.CommonForms.KNOWN_GRADE;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.*;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.TippingPoint;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Scenario;
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
            .optional("relationship", RELATIONSHIP, GradeOutcome::relationship)
            .described("Absent where under half of the readings that bear on it are known.");

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
                    outcome -> Optional.of(outcome.to()).filter(value -> outcome.grade() != Grade.VERY_HIGH))
            .described("The first value above the grade; absent for the highest.")
            .optional(
                    "to",
                    MEASURE,
                    outcome -> Optional.of(outcome.to()).filter(value -> outcome.grade() == Grade.VERY_HIGH))
            .described("The last value, for the highest grade only.")
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
            .required("below", OUTCOME, "With the grade below the cut point.", TippingPoint::below)
            .required("from", OUTCOME, "With the grade that begins at the cut point.", TippingPoint::above);

    private static final Form<Swing> SWING = Form.<Swing>named("readingSwing")
            .optional("value", MEASURE, "The reading; absent where it is not rated.", swing -> boxed(swing.value()))
            .required("grade", GRADE, "The grade of the reading.", Swing::grade)
            .required(
                    "swing",
                    number("percentage points", "minimum", 0, "maximum", 98),
                    swing -> swing.spreadTenths() / 10.0)
            .described("From the lowest likelihood to the highest.")
            .required("low", END, "The lowest likelihood that the reading alone can give.", Swing::low)
            .required("high", END, "The highest likelihood that the reading alone can give.", Swing::high)
            .required("tippingPoints", list(TIPPING_POINT), Swing::tippingPoints)
            .described("Each cut point at which the band or the relationship changes, ascending.")
            .required("grades", list(GRADE_OUTCOME, "minItems", 5, "maxItems", 5), Swing::outcomes)
            .described("From very low to very high.");

    private static final Form<Item> READING = Form.<Item>named("readingSensitivity")
            .required("indicator", ID.of(Indicator::id), Item::indicator)
            .required("label", TEXT.of(Indicator::label), Item::indicator)
            .required("short", TEXT.of(Indicator::shortLabel), Item::indicator)
            .described("The label in at most 36 characters, for tables and charts.")
            .required("unit", TEXT.of(Indicator::unit), Item::indicator)
            .including(SWING, Item::swing)
            .present(List.of("value"), "grade", CommonForms.KNOWN_GRADES);

    private static final Form<Assessment> CURRENT = Form.<Assessment>named("sensitivityOf")
            .required("scenario", ID.of(Scenario::id), Assessment::scenario)
            .required("scenarioSha256", DIGEST.of(Scenario::sha256), Assessment::scenario)
            .required("provenance", PROVENANCE, Assessment::provenance)
            .including(VerdictForms.SUPPOSITION, now -> now)
            .including(VerdictForms.LIKELIHOOD_AND_BAND, now -> now.verdict().likelihood())
            .optional("relationship", RELATIONSHIP, now -> now.verdict().relationship())
            .described("Absent where under half of the readings that bear on it are known.");

    static final ResultDocument<Listing> DOCUMENT = new ResultDocument<>(
            "sensitivity",
            "sensitivity",
            "What entente sensitivity --format json writes: the effect of each reading alone, all others unchanged.",
            Form.<Listing>named("sensitivity")
                    .including(CURRENT, listing -> listing.result().current())
                    .required(
                            "changingNothing",
                            COUNT,
                            listing -> listing.result().ineffectiveCount())
                    .described("Readings without an effect; listed with --all only.")
                    .required("readings", list(READING), Listing::items)
                    .described("Widest swing first, equal ones in the order of the catalogue."));

    private SensitivityJson() {}

    /** @param all whether readings without an effect are listed too */
    public static String write(SensitivityResult result, boolean all) {
        return DOCUMENT.pretty(new Listing(result, all));
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

package entente.report.json;

import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.JsonTypes.*;

import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.GroupResult;
import entente.model.assessment.GroupResult.GroupStatus;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Weight;
import entente.report.wording.Wording;
import java.util.Arrays;
import java.util.List;

/** The ledger and its sums by barrier. */
final class LedgerForms {

    /** Something of the ledger with the catalogue that has its units. */
    record InCatalogue<V>(V value, Catalogue catalogue) {

        static <V> List<InCatalogue<V>> all(List<V> values, Catalogue catalogue) {
            return values.stream()
                    .map(value -> new InCatalogue<>(value, catalogue))
                    .toList();
        }
    }

    private static final JsonType<Weight> WEIGHT = choice(Weight.values());
    static final JsonType<LedgerStatus> STATUS = choice(LedgerStatus.values());

    private static final JsonType<Group> KIND = choice(
                    Arrays.stream(GroupKind.values()).map(Wording::word).toList())
            .of(group -> Wording.word(group.kind()));

    static final Form<GroupResult> GROUP = Form.<GroupResult>named("group")
            .required("id", ID, result -> result.group().id())
            .required("kind", KIND, GroupResult::group)
            .required("status", choice(GroupStatus.values()), GroupResult::status)
            .required("alliancePoints", POINTS, "Sum of its rules that fired.", GroupResult::alliancePoints)
            .required("partnershipPoints", POINTS, GroupResult::partnershipPoints);

    private static final Form<InCatalogue<ConditionResult>> CONDITION = Form.<InCatalogue<ConditionResult>>named(
                    "conditionResult")
            .including(CommonForms.CONDITION, item -> item.value().condition())
            .required("threshold", MEASURE, item -> item.value().cut())
            .described("The value that decides: the first of the grade for AT_LEAST, the first above it for AT_MOST.")
            .required(
                    "unit",
                    TEXT,
                    item -> item.catalogue()
                            .indicator(item.value().condition().indicator())
                            .unit())
            .described("Unit of the threshold, the reading and the distance.")
            .nullable("actual", MEASURE, item -> boxed(item.value().actual()))
            .described("The reading; null where it is unknown.")
            .required("actualGrade", GRADE, item -> item.value().grade())
            .described("The grade of the reading.")
            .required("held", BOOLEAN, item -> item.value().met())
            .described("Whether the condition holds.")
            .nullable(
                    "distance",
                    number("number in the unit of the indicator", "minimum", 0),
                    item -> boxed(item.value().distance()))
            .described("Distance to the threshold; null where the reading is unknown.");

    private static final Form<InCatalogue<LedgerRow>> ROW = Form.<InCatalogue<LedgerRow>>named("ledgerRow")
            .required("rule", ID, item -> item.value().rule().id())
            .required("group", ID, item -> item.value().rule().group())
            .required("claim", TEXT, item -> item.value().rule().claim())
            .required("status", STATUS, item -> item.value().status())
            .required("alliancePoints", POINTS, item -> item.value().alliancePoints())
            .described("Points of the rule, or those it would have if it fired; 0 if it is switched off.")
            .required("partnershipPoints", POINTS, item -> item.value().partnershipPoints())
            .nullable("allianceWeight", WEIGHT, item -> item.value().rule().alliance())
            .described("Weight for the alliance on the rule's card; null for none.")
            .nullable("partnershipWeight", WEIGHT, item -> item.value().rule().partnership())
            .described("Weight for the partnership; null for none.")
            .required("cites", list(CITATION), item -> item.value().rule().cites())
            .nullable("projectAssumption", TEXT, item -> item.value().rule().projectAssumption())
            .described("What the claim assumes beyond the article; null for nothing.")
            .nullable("overriddenBy", ID, item -> item.value().overriddenBy())
            .described("The rule that overrides it; null for none.")
            .required(
                    "conditions",
                    list(CONDITION),
                    item -> InCatalogue.all(item.value().conditions(), item.catalogue()));

    static final JsonType<List<InCatalogue<LedgerRow>>> LEDGER = list(ROW, "minItems", 1);

    private LedgerForms() {}
}

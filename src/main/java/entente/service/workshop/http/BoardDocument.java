package entente.service.workshop.http;

import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.LIKELIHOOD;
import static entente.report.json.JsonTypes.MEASURE;
import static entente.report.json.JsonTypes.PERCENTAGE_POINTS;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.number;

import entente.report.json.CommonForms;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.report.json.VerdictForms;
import entente.report.wording.Wording;
import entente.service.workshop.board.CaseVerdict;
import entente.service.workshop.board.WorkshopBoard;
import entente.service.workshop.board.WorkshopBoard.Agreement;
import entente.service.workshop.board.WorkshopBoard.Findings;
import entente.service.workshop.board.WorkshopBoard.Gap;
import entente.service.workshop.board.WorkshopBoard.GroupValue;
import entente.service.workshop.board.WorkshopBoard.Middle;
import entente.service.workshop.board.WorkshopBoard.OpenQuestion;
import entente.service.workshop.board.WorkshopBoard.Row;
import entente.service.workshop.board.WorkshopBoard.Spread;
import java.util.List;

/** The JSON of a board. */
final class BoardDocument {

    private static final double TENTHS = 10;

    private static final Form<CaseVerdict> VERDICT = Form.<CaseVerdict>named("workshopVerdict")
            .including(VerdictForms.FIGURE, CaseVerdict::brief)
            .including(VerdictForms.LIKELIHOOD_AND_BAND, CaseVerdict::likelihood)
            .including(VerdictForms.INTERVAL, CaseVerdict::interval)
            .optional("relationship", CommonForms.RELATIONSHIP, CaseVerdict::relationship)
            .described("Absent where too little is rated to name one.");

    private static final Form<Row> ROW = Form.<Row>named("workshopRow")
            .including(WorkshopForms.COUNTED, Row::group)
            .including(VERDICT, Row::verdict)
            .required(
                    "moved",
                    list(ID),
                    row -> List.copyOf(row.verdict().readings().values().keySet()))
            .described("Indicators whose readings differ from the baseline.")
            .optional(
                    "previousPercent",
                    LIKELIHOOD,
                    "At the end of the previous round.",
                    row -> row.previous().map(CaseVerdict::likelihood))
            .optional(
                    "previousFigure",
                    TEXT,
                    "The short form of the verdict then.",
                    row -> row.previous()
                            .map(verdict -> Wording.plain(verdict.brief().figure())));

    private static final Form<Middle> MIDDLE = Form.<Middle>named("workshopMiddle")
            .required("medianPercent", LIKELIHOOD, Middle::median)
            .required("lowestPercent", LIKELIHOOD, Middle::lowest)
            .required("highestPercent", LIKELIHOOD, Middle::highest);

    private static final Form<GroupValue> VALUE = Form.<GroupValue>named("workshopValue")
            .required("group", WorkshopForms.LETTER, GroupValue::letter)
            .nullable("value", MEASURE, "Null when unknown.", value -> WorkshopForms.boxed(value.value()))
            .required("grade", CommonForms.GRADE, GroupValue::grade)
            .required("moved", BOOLEAN, GroupValue::moved)
            .optional("movedBy", MEASURE, value -> WorkshopForms.boxed(value.difference()))
            .described("The difference to the baseline; absent if it is not moved, or one of them is unknown.");

    private static final Form<Spread> SPREAD = Form.<Spread>named("workshopSpread")
            .required("indicator", ID, Spread::indicator)
            .nullable("baseline", MEASURE, "Null when unknown.", spread -> WorkshopForms.boxed(spread.baseline()))
            .required("baselineGrade", CommonForms.GRADE, Spread::baselineGrade)
            .required("values", list(VALUE), "Of each group, in the order of joining.", Spread::values)
            .required("movedGroups", COUNT, "How many groups have moved it.", Spread::movedBy)
            .required("gradesApart", COUNT, Spread::gradesApart)
            .described("Between the lowest and the highest grade.");

    private static final Form<Gap> GAP = Form.<Gap>named("workshopGap")
            .required("first", WorkshopForms.LETTER, Gap::first)
            .required("second", WorkshopForms.LETTER, Gap::second)
            .required("percentagePoints", PERCENTAGE_POINTS, gap -> gap.tenths() / TENTHS)
            .described("By how much the second is higher.");

    private static final Form<Agreement> AGREEMENT = Form.<Agreement>named("workshopAgreement")
            .required("asInBaseline", list(ID), "Readings that no group has moved.", Agreement::asInBaseline)
            .required("movedAlike", list(ID), Agreement::movedAlike)
            .described("Readings that all groups have set to the same value, another than in the baseline.")
            .optional("relationship", CommonForms.RELATIONSHIP, Agreement::relationship)
            .described("That of all groups; absent if theirs differ.");

    private static final Form<OpenQuestion> QUESTION = Form.<OpenQuestion>named("workshopQuestion")
            .required("indicator", ID, OpenQuestion::indicator)
            .required("narrowsPercent", number("percentage points", "minimum", 0), OpenQuestion::narrowsPercent)
            .described("By how much a rating would narrow the interval, at most of the groups.")
            .required("groups", list(WorkshopForms.LETTER), "Groups that do not rate it.", OpenQuestion::letters);

    private static final Form<Findings> FINDINGS = Form.<Findings>named("workshopFindings")
            .required("baseline", VERDICT, Findings::baseline)
            .required("groups", list(ROW), "In the order of joining.", Findings::rows)
            .optional("middle", MIDDLE, "Absent without groups.", Findings::middle)
            .required("spread", list(SPREAD), Findings::spread)
            .described("Readings that a group has moved, those on which they are furthest apart first.")
            .required("gaps", list(GAP), "Between each two groups, widest first.", Findings::gaps)
            .required("agreement", AGREEMENT, Findings::agreement)
            .required("openQuestions", list(QUESTION), Findings::openQuestions)
            .described("Unrated indicators that matter.");

    static final ResultDocument<WorkshopBoard> DOCUMENT = new ResultDocument<>(
            "workshop-board",
            "board of a workshop",
            "Where the groups stand: before the reveal only how many moves each has made.",
            Form.<WorkshopBoard>named("workshop-board")
                    .including(WorkshopForms.STATE, WorkshopBoard::state)
                    .required("groups", list(WorkshopForms.COUNTED), WorkshopBoard::groups)
                    .optional("findings", FINDINGS, "After the reveal.", WorkshopBoard::findings));

    private BoardDocument() {}
}

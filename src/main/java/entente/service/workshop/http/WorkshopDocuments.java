package entente.service.workshop.http;

import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.INSTANT;
import static entente.report.json.JsonTypes.LIKELIHOOD;
import static entente.report.json.JsonTypes.MEASURE;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.text;

import entente.model.Percent;
import entente.report.json.CommonForms;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopMove.MoveAnswer;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.store.WorkshopTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The JSON of workshops; see {@link BoardDocument} for the board. */
public final class WorkshopDocuments {

    /**
     * A link into a workshop.
     *
     * @param address of the page that opens the workshop, once
     * @param qrCode as SVG; empty if no other device is to open it, or reaches the service
     */
    record Link(String address, Optional<String> qrCode) {}

    private static final Form<Map.Entry<String, OptionalDouble>> READING =
            Form.<Map.Entry<String, OptionalDouble>>named("workshopReading")
                    .required("indicator", ID, Map.Entry::getKey)
                    .nullable(
                            "value", MEASURE, "Null when unknown.", reading -> WorkshopForms.boxed(reading.getValue()));

    private static final Form<Standing> STANDING = Form.<Standing>named("workshopStanding")
            .required("percent", LIKELIHOOD, Standing::likelihood)
            .required("band", CommonForms.BAND.of(Percent::band), Standing::likelihood)
            .optional("relationship", CommonForms.RELATIONSHIP, Standing::relationship)
            .described("Absent where too little is rated to name one.");

    private static final Form<WorkshopGroup> OWN = Form.<WorkshopGroup>named("ownGroup")
            .including(WorkshopForms.NAMED, group -> group)
            .required("number", POSITIVE, "Stays the same when the group is renamed.", WorkshopGroup::member)
            .required("revision", COUNT, "The number of its last move; 0 before the first.", WorkshopGroup::moves)
            .required(
                    "readings",
                    list(READING),
                    group -> List.copyOf(group.readings().values().entrySet()))
            .described("Those that differ from the baseline.")
            .optional("verdict", STANDING, "After the last move.", WorkshopGroup::verdict);

    private static final Form<WorkshopView.SeenGroup> SEEN = Form.<WorkshopView.SeenGroup>named("workshopGroupSeen")
            .including(WorkshopForms.COUNTED, WorkshopView.SeenGroup::group)
            .optional("silentSeconds", COUNT, WorkshopView.SeenGroup::silentSeconds)
            .described("Since a device of it was last heard of; for the facilitator.");

    public static final ResultDocument<WorkshopView> WORKSHOP = new ResultDocument<>(
            "workshop",
            "workshop",
            "A workshop as the caller may see it.",
            Form.<WorkshopView>named("workshop")
                    .including(WorkshopForms.STATE, WorkshopView::state)
                    .optional("remainingSeconds", COUNT, "Until the time is up.", WorkshopView::remainingSeconds)
                    .required("rulesSha256", DIGEST, view -> view.state().rulesSha256())
                    .described("Digest of the rule book with which the workshop was created.")
                    .required("rulesChanged", BOOLEAN, WorkshopView::rulesChanged)
                    .described("Whether another rule book is active now.")
                    .required(
                            "role",
                            choice(WorkshopRole.values()),
                            view -> view.caller().role())
                    .required("groups", list(SEEN), "In the order of joining.", WorkshopView::seenGroups)
                    .optional("own", OWN, "The group of the caller.", WorkshopView::own));

    public static final ResultDocument<WorkshopGroup> GROUP = new ResultDocument<>(
            "workshop-group", "group of a workshop", "A group that has joined.", WorkshopForms.NAMED);

    public static final ResultDocument<WorkshopGroup> COUNTED = new ResultDocument<>(
            "workshop-group-count",
            "group of a workshop as it stands",
            "A group with the number of its moves, and whether it is ready.",
            WorkshopForms.COUNTED);

    public static final ResultDocument<MoveAnswer> MOVE = new ResultDocument<>(
            "workshop-move",
            "answer to a move",
            "The verdict after a move.",
            Form.<MoveAnswer>named("workshop-move")
                    .required("revision", POSITIVE, "The number of the move within the group.", MoveAnswer::revision)
                    .including(STANDING, MoveAnswer::standing)
                    .required("moved", COUNT, MoveAnswer::moved)
                    .described("How many readings differ from the baseline."));

    static final ResultDocument<Link> LINK = new ResultDocument<>(
            "workshop-link",
            "link into a workshop",
            "A link that can be used once.",
            Form.<Link>named("workshop-link")
                    .required("address", text("path"), "Opens the workshop in another browser.", Link::address)
                    .optional("qrCode", TEXT, "The complete address as a QR code, an SVG drawing.", Link::qrCode)
                    .described("Absent if only the machine of the service reaches it, and in a link for the caller."));

    private static final Form<WorkshopTable.Listed> LISTED = Form.<WorkshopTable.Listed>named("listedWorkshop")
            .required("code", WorkshopForms.CODE, listed -> listed.state().code())
            .required("title", TEXT, listed -> listed.state().title())
            .required("started", INSTANT, WorkshopTable.Listed::started)
            .required(
                    "round",
                    COUNT,
                    "The current round; 0 before the first.",
                    listed -> listed.state().round())
            .required(
                    "rounds",
                    POSITIVE,
                    "How many are planned.",
                    listed -> listed.state().rounds())
            .required("ended", BOOLEAN, listed -> listed.state().ended())
            .required("groups", COUNT, "How many have joined.", WorkshopTable.Listed::groups);

    public static final ResultDocument<List<WorkshopTable.Listed>> LIST = new ResultDocument<>(
            "workshops",
            "list of workshops",
            "The latest workshops of the archive.",
            Form.<List<WorkshopTable.Listed>>named("workshops")
                    .required("workshops", list(LISTED), "Latest first, at most 100.", all -> all));

    public static final List<ResultDocument<?>> ALL =
            List.of(WORKSHOP, LIST, GROUP, COUNTED, MOVE, LINK, BoardDocument.DOCUMENT);

    private WorkshopDocuments() {}
}

package entente.service.workshop;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.service.workshop.WorkshopGroup.MoveAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON of workshops: answers and bodies of requests, which are records that say themselves what they are. */
public final class WorkshopDocuments {

    /** A link into a workshop. */
    record Link(
            @Described(value = "Opens the workshop in another browser, once.", kind = Kind.PATH)
            String address,

            @Described("The complete address as a QR code, an SVG drawing; absent if only the machine of the service"
                    + " reaches it, and in a link for the caller.")
            Optional<String> qrCode) {}

    record WorkshopList(
            @Described("Latest first, at most 100.") List<WorkshopTable.ListedWorkshop> workshops) {}

    static final ResultDocument<WorkshopView> WORKSHOP = new ResultDocument<>(
            "workshop", "workshop", "A workshop as the caller may see it.", RecordType.of(WorkshopView.class));

    static final ResultDocument<WorkshopGroup> GROUP = new ResultDocument<>(
            "workshop-group",
            "group of a workshop",
            "A group with the number of its moves, and whether it is ready.",
            RecordType.of(WorkshopGroup.class));

    static final ResultDocument<MoveAnswer> MOVE = new ResultDocument<>(
            "workshop-move", "answer to a move", "The verdict after a move.", RecordType.of(MoveAnswer.class));

    static final ResultDocument<Link> LINK = new ResultDocument<>(
            "workshop-link", "link into a workshop", "A link that can be used once.", RecordType.of(Link.class));

    static final ResultDocument<WorkshopList> LIST = new ResultDocument<>(
            "workshops",
            "list of workshops",
            "The latest workshops of the archive.",
            RecordType.of(WorkshopList.class));

    static final ResultDocument<WorkshopBoard> BOARD = new ResultDocument<>(
            "workshop-board",
            "board of a workshop",
            "Where the groups stand: before the reveal only how many moves each has made.",
            RecordType.of(WorkshopBoard.class));

    public static final List<ResultDocument<?>> ALL = List.of(WORKSHOP, LIST, GROUP, MOVE, LINK, BOARD);

    /** The bodies of requests, by the names that operations use. */
    public static final SortedMap<String, Class<? extends Record>> REQUESTS = new TreeMap<>(Map.of(
            "workshop-request", FacilitatorController.WorkshopRequest.class,
            "workshop-group-request", GroupController.GroupRequest.class,
            "workshop-moves-request", GroupController.MovesRequest.class,
            "workshop-ready-request", GroupController.ReadyRequest.class,
            "workshop-command-request", WorkshopChange.class,
            "workshop-link-request", FacilitatorController.LinkRequest.class));

    private WorkshopDocuments() {}
}

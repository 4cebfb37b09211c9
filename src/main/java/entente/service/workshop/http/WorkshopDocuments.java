package entente.service.workshop.http;

import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.DIGEST;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.LIKELIHOOD;
import static entente.report.json.JsonTypes.MEASURE;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.integer;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.text;

import entente.model.Percent;
import entente.report.json.CommonForms;
import entente.report.json.Form;
import entente.report.json.JsonType;
import entente.report.json.ResultDocument;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopMove.MoveAnswer;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The JSON of workshops; see {@link BoardDocument} for the board. */
public final class WorkshopDocuments {

    /** @param address of the page that opens the workshop, once */
    record Link(String address) {}

    static final JsonType<String> LETTER = text("letter mark", "minLength", 1, "maxLength", 3);

    static final JsonType<WorkshopCode> CODE =
            text("code of a workshop", "pattern", "^[2-9A-HJ-NP-Z]{6}$").of(WorkshopCode::text);

    private static final Form<Map.Entry<String, OptionalDouble>> READING =
            Form.<Map.Entry<String, OptionalDouble>>named("workshopReading")
                    .required("indicator", ID, Map.Entry::getKey)
                    .nullable("value", MEASURE, "Null when unknown.", reading -> boxed(reading.getValue()));

    private static final Form<Standing> STANDING = Form.<Standing>named("workshopStanding")
            .required("percent", LIKELIHOOD, Standing::likelihood)
            .required("band", CommonForms.BAND.of(Percent::band), Standing::likelihood)
            .optional("relationship", CommonForms.RELATIONSHIP, Standing::relationship)
            .described("Absent where too little is rated to name one.");

    private static final Form<WorkshopGroup> NAMED = Form.<WorkshopGroup>named("workshopGroup")
            .required("group", LETTER, "Names the group in addresses.", WorkshopGroup::letter)
            .required("letter", LETTER, "The same, as its mark.", WorkshopGroup::letter)
            .required("name", TEXT, WorkshopGroup::name);

    static final Form<WorkshopGroup> COUNTED = Form.<WorkshopGroup>named("workshopGroupCount")
            .including(NAMED, group -> group)
            .required("moves", COUNT, "How many moves it has made.", WorkshopGroup::moves);

    private static final Form<WorkshopGroup> OWN = Form.<WorkshopGroup>named("ownGroup")
            .including(NAMED, group -> group)
            .required("revision", COUNT, "The number of its last move; 0 before the first.", WorkshopGroup::moves)
            .required(
                    "readings",
                    list(READING),
                    group -> List.copyOf(group.readings().values().entrySet()))
            .described("Those that differ from the baseline.")
            .optional("verdict", STANDING, "After the last move.", WorkshopGroup::verdict);

    static final Form<WorkshopState> STATE = Form.<WorkshopState>named("workshopState")
            .required("code", CODE, WorkshopState::code)
            .required("title", TEXT, WorkshopState::title)
            .required("baseline", ID, "The scenario that the groups start from.", WorkshopState::baselineId)
            .required("round", COUNT, "The current round; 0 before the first.", WorkshopState::round)
            .required("rounds", POSITIVE, "How many are planned.", WorkshopState::rounds)
            .required("revealed", BOOLEAN, WorkshopState::revealed)
            .described("Whether groups see each other's verdicts.")
            .required("paused", BOOLEAN, "Whether moves are refused for now.", WorkshopState::paused)
            .required("ended", BOOLEAN, WorkshopState::ended)
            .required("locked", list(ID), "Indicators that groups may not move.", WorkshopState::locked)
            .optional("call", TEXT, "What the facilitator says to the room.", WorkshopState::call)
            .required("revision", integer("count", "minimum", 1), state -> (int) state.revision())
            .described("Rises with every change of the workshop.");

    public static final ResultDocument<WorkshopView> WORKSHOP = new ResultDocument<>(
            "workshop",
            "workshop",
            "A workshop as the caller may see it.",
            Form.<WorkshopView>named("workshop")
                    .including(STATE, WorkshopView::state)
                    .optional("remainingSeconds", COUNT, "Until the time is up.", WorkshopView::remainingSeconds)
                    .required("rulesSha256", DIGEST, view -> view.state().rulesSha256())
                    .described("Digest of the rule book with which the workshop was created.")
                    .required("rulesChanged", BOOLEAN, WorkshopView::rulesChanged)
                    .described("Whether another rule book is active now.")
                    .required(
                            "role",
                            choice(WorkshopRole.values()),
                            view -> view.caller().role())
                    .required("groups", list(COUNTED), "In the order of joining.", WorkshopView::groups)
                    .optional("own", OWN, "The group of the caller.", WorkshopView::own));

    public static final ResultDocument<WorkshopGroup> GROUP =
            new ResultDocument<>("workshop-group", "group of a workshop", "A group that has joined.", NAMED);

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
                    .required("address", text("path"), "Opens the workshop in another browser.", Link::address));

    public static final List<ResultDocument<?>> ALL = List.of(WORKSHOP, GROUP, MOVE, LINK, BoardDocument.DOCUMENT);

    private WorkshopDocuments() {}

    static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}

package entente.service.workshop.http;

import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.ID;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.integer;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.text;

import entente.report.json.Form;
import entente.report.json.JsonType;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopState.Joining;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the documents of a workshop and of its board have in common. */
final class WorkshopForms {

    static final JsonType<String> LETTER = text("letter mark", "minLength", 1, "maxLength", 3);

    static final JsonType<WorkshopCode> CODE =
            text("code of a workshop", "pattern", "^[2-9A-HJ-NP-Z]{6}$").of(WorkshopCode::text);

    static final Form<WorkshopGroup> NAMED = Form.<WorkshopGroup>named("workshopGroup")
            .required("group", LETTER, "Names the group in addresses.", WorkshopGroup::letter)
            .required("letter", LETTER, "The same, as its mark.", WorkshopGroup::letter)
            .required("name", TEXT, WorkshopGroup::name);

    static final Form<WorkshopGroup> COUNTED = Form.<WorkshopGroup>named("workshopGroupCount")
            .including(NAMED, group -> group)
            .required("moves", COUNT, "How many moves it has made.", WorkshopGroup::moves)
            .required("moved", COUNT, "How many readings differ from the baseline.", WorkshopGroup::moved)
            .required("ready", BOOLEAN, "Whether it is done with the current round.", WorkshopGroup::ready);

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
            .required("joining", choice(Joining.values()), WorkshopState::joining)
            .described("Which further groups are accepted: so many from one address, any number, or none.")
            .required("locked", list(ID), "Indicators that groups may not move.", WorkshopState::locked)
            .optional("call", TEXT, "What the facilitator says to the room.", WorkshopState::call)
            .required("revision", integer("count", "minimum", 1), state -> (int) state.revision())
            .described("Rises with every change of the workshop.");

    private WorkshopForms() {}

    static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}

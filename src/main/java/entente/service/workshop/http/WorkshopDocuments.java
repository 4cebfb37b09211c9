package entente.service.workshop.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Relationship;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopMove.MoveAnswer;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.store.WorkshopTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON of workshops; see {@link BoardDocument} for the board. */
public final class WorkshopDocuments {

    record NamedGroup(
            @Described("Names the group in addresses.") String group,
            @Described("The same, as its mark.") String letter,
            String name) {

        private static NamedGroup of(WorkshopGroup group) {
            return new NamedGroup(group.letter(), group.letter(), group.name());
        }
    }

    record CountedGroup(
            @JsonUnwrapped NamedGroup named,
            @Described("How many moves it has made.") int moves,

            @Described("How many readings differ from the baseline.")
            int moved,

            @Described("Whether it is done with the current round.")
            boolean ready) {

        static CountedGroup of(WorkshopGroup group) {
            return new CountedGroup(NamedGroup.of(group), group.moves(), group.moved(), group.ready());
        }
    }

    record GroupReading(
            @Described(kind = Kind.ID) String indicator,

            @JsonInclude @Described(value = "Null when unknown.", kind = Kind.MEASURE)
            OptionalDouble value) {}

    record GroupStanding(
            Percent percent,
            Band band,

            @Described("Absent where too little is rated to name one.")
            Optional<Relationship> relationship) {

        private static GroupStanding of(Standing standing) {
            return new GroupStanding(
                    standing.likelihood(), standing.likelihood().band(), standing.relationship());
        }
    }

    record OwnGroup(
            @JsonUnwrapped NamedGroup named,

            @Described(value = "Stays the same when the group is renamed.", kind = Kind.FROM_ONE)
            int number,

            @Described("The number of its last move; 0 before the first.")
            int revision,

            @Described("Those that differ from the baseline.")
            List<GroupReading> readings,

            @Described("After the last move.") Optional<GroupStanding> verdict) {

        private static OwnGroup of(WorkshopGroup group) {
            return new OwnGroup(
                    NamedGroup.of(group),
                    group.member(),
                    group.moves(),
                    group.readings().values().entrySet().stream()
                            .map(reading -> new GroupReading(reading.getKey(), reading.getValue()))
                            .toList(),
                    group.verdict().map(GroupStanding::of));
        }
    }

    record GroupSeen(
            @JsonUnwrapped CountedGroup group,

            @Described("Since a device of it was last heard of; for the facilitator.")
            Optional<Integer> silentSeconds) {}

    record WorkshopJson(
            @JsonUnwrapped WorkshopState state,
            @Described("Until the time is up.") Optional<Integer> remainingSeconds,

            @Described(value = "Digest of the rule book with which the workshop was created.", kind = Kind.DIGEST)
            String rulesSha256,

            @Described("Whether another rule book is active now.")
            boolean rulesChanged,

            WorkshopRole role,
            @Described("In the order of joining.") List<GroupSeen> groups,
            @Described("The group of the caller.") Optional<OwnGroup> own) {

        private static WorkshopJson of(WorkshopView view) {
            return new WorkshopJson(
                    view.state(),
                    view.remainingSeconds(),
                    view.state().rulesSha256(),
                    view.rulesChanged(),
                    view.caller().role(),
                    view.seenGroups().stream()
                            .map(seen -> new GroupSeen(CountedGroup.of(seen.group()), seen.silentSeconds()))
                            .toList(),
                    view.own().map(OwnGroup::of));
        }
    }

    record MoveJson(
            @Described(value = "The number of the move within the group.", kind = Kind.FROM_ONE)
            int revision,

            @JsonUnwrapped GroupStanding standing,

            @Described("How many readings differ from the baseline.")
            int moved) {

        private static MoveJson of(MoveAnswer answer) {
            return new MoveJson(answer.revision(), GroupStanding.of(answer.standing()), answer.moved());
        }
    }

    /** A link into a workshop. */
    record Link(
            @Described(value = "Opens the workshop in another browser, once.", kind = Kind.PATH)
            String address,

            @Described("The complete address as a QR code, an SVG drawing; absent if only the machine of the service"
                    + " reaches it, and in a link for the caller.")
            Optional<String> qrCode) {}

    record ListedWorkshop(
            WorkshopCode code,
            String title,
            Instant started,

            @Described("The current round; 0 before the first.")
            int round,

            @Described(value = "How many are planned.", kind = Kind.FROM_ONE)
            int rounds,

            boolean ended,
            @Described("How many have joined.") int groups) {

        private static ListedWorkshop of(WorkshopTable.Listed listed) {
            WorkshopState state = listed.state();
            return new ListedWorkshop(
                    state.code(),
                    state.title(),
                    listed.started(),
                    state.round(),
                    state.rounds(),
                    state.ended(),
                    listed.groups());
        }
    }

    record WorkshopList(
            @Described("Latest first, at most 100.") List<ListedWorkshop> workshops) {}

    public static final ResultDocument<WorkshopView> WORKSHOP = new ResultDocument<>(
            "workshop",
            "workshop",
            "A workshop as the caller may see it.",
            RecordType.of(WorkshopJson.class, WorkshopJson::of));

    public static final ResultDocument<WorkshopGroup> GROUP = new ResultDocument<>(
            "workshop-group",
            "group of a workshop",
            "A group that has joined.",
            RecordType.of(NamedGroup.class, NamedGroup::of));

    public static final ResultDocument<WorkshopGroup> COUNTED = new ResultDocument<>(
            "workshop-group-count",
            "group of a workshop as it stands",
            "A group with the number of its moves, and whether it is ready.",
            RecordType.of(CountedGroup.class, CountedGroup::of));

    public static final ResultDocument<MoveAnswer> MOVE = new ResultDocument<>(
            "workshop-move",
            "answer to a move",
            "The verdict after a move.",
            RecordType.of(MoveJson.class, MoveJson::of));

    static final ResultDocument<Link> LINK = new ResultDocument<>(
            "workshop-link", "link into a workshop", "A link that can be used once.", RecordType.of(Link.class));

    public static final ResultDocument<List<WorkshopTable.Listed>> LIST = new ResultDocument<>(
            "workshops",
            "list of workshops",
            "The latest workshops of the archive.",
            RecordType.of(
                    WorkshopList.class,
                    all -> new WorkshopList(all.stream().map(ListedWorkshop::of).toList())));

    public static final List<ResultDocument<?>> ALL =
            List.of(WORKSHOP, LIST, GROUP, COUNTED, MOVE, LINK, BoardDocument.DOCUMENT);

    /** The bodies of requests, by the names that operations use. */
    public static final SortedMap<String, Class<? extends Record>> REQUESTS = new TreeMap<>(Map.of(
            "workshop-request", WorkshopController.WorkshopRequest.class,
            "workshop-group-request", GroupController.GroupRequest.class,
            "workshop-moves-request", GroupController.MovesRequest.class,
            "workshop-ready-request", GroupController.ReadyRequest.class,
            "workshop-command-request", CommandController.CommandRequest.class,
            "workshop-link-request", CommandController.LinkRequest.class));

    private WorkshopDocuments() {}
}

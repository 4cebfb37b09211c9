package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopGroup.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A workshop as one of its members sees it. */
record WorkshopView(
        @JsonUnwrapped WorkshopState state,
        @Described("Until the time is up.") Optional<Integer> remainingSeconds,

        @Described(value = "Digest of the rule book with which the workshop was created.", kind = Kind.DIGEST)
        String rulesSha256,

        @Described("Whether another rule book is active now.")
        boolean rulesChanged,

        WorkshopRole role,
        @Described("In the order of joining.") List<GroupSeen> groups,
        @Described("The group of the caller.") Optional<OwnGroup> own) {

    record GroupSeen(
            @JsonUnwrapped WorkshopGroup group,

            @Described("Since a device of it was last heard of; for the facilitator.")
            Optional<Integer> silentSeconds) {}

    record OwnGroup(
            @JsonUnwrapped WorkshopGroup group,

            @Described(value = "Stays the same when the group is renamed.", kind = Kind.FROM_ONE)
            int number,

            @Described("The number of its last move; 0 before the first.")
            int revision,

            @Described("Those that differ from the baseline.")
            GroupReadings readings,

            @Described("After the last move.") Optional<Standing> verdict) {}

    /** @param rulesSha256 digest of the active rule book */
    static WorkshopView of(
            WorkshopState state, WorkshopCaller caller, List<WorkshopGroup> groups, Instant now, String rulesSha256) {
        boolean facilitates = caller.is(WorkshopRole.FACILITATOR);
        return new WorkshopView(
                state,
                // Rounded up, so that 0 says that the time is up.
                state.timerEnds().map(ends -> (int) Math.max(
                        0, (Duration.between(state.pausedAt().orElse(now), ends).toMillis() + 999) / 1000)),
                state.rulesSha256(),
                !rulesSha256.equals(state.rulesSha256()),
                caller.role(),
                groups.stream()
                        .map(group -> new GroupSeen(group, facilitates ? silentSeconds(group, now) : Optional.empty()))
                        .toList(),
                groups.stream()
                        .filter(group -> caller.isGroup(group.member()))
                        .map(group ->
                                new OwnGroup(group, group.member(), group.moves(), group.readings(), group.verdict()))
                        .findFirst());
    }

    private static Optional<Integer> silentSeconds(WorkshopGroup group, Instant now) {
        return group.seen().map(seen ->
                (int) Math.max(0, Duration.between(seen, now).toSeconds()));
    }
}

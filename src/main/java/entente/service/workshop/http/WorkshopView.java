package entente.service.workshop.http;

import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A workshop as one of its members sees it.
 *
 * @param rulesSha256 digest of the active rule book
 */
record WorkshopView(
        WorkshopState state, WorkshopCaller caller, List<WorkshopGroup> groups, Instant now, String rulesSha256) {

    Optional<WorkshopGroup> own() {
        return groups.stream().filter(group -> caller.isGroup(group.member())).findFirst();
    }

    /** Each with the time since it was heard of, for the facilitator. */
    List<SeenGroup> seenGroups() {
        return groups.stream()
                .map(group -> new SeenGroup(
                        group, caller.is(WorkshopRole.FACILITATOR) ? silentSeconds(group) : Optional.empty()))
                .toList();
    }

    /** @param silentSeconds empty where that is not known, or not for the caller */
    record SeenGroup(WorkshopGroup group, Optional<Integer> silentSeconds) {}

    Optional<Integer> silentSeconds(WorkshopGroup group) {
        return group.seen().map(seen ->
                (int) Math.max(0, Duration.between(seen, now).toSeconds()));
    }

    /** Rounded up, so that 0 says that the time is up. */
    Optional<Integer> remainingSeconds() {
        return state.timerEnds().map(ends -> (int) Math.max(
                0, (Duration.between(state.pausedAt().orElse(now), ends).toMillis() + 999) / 1000));
    }

    boolean rulesChanged() {
        return !rulesSha256.equals(state.rulesSha256());
    }
}

package entente.service.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A move of a group, as it is stored.
 *
 * @param id made by the client
 * @param revision the number of the move within the group, from 1
 * @param round in which it was made; 0 before the first
 */
public record WorkshopMove(
        int member,
        UUID id,
        int revision,
        int round,
        Instant at,
        List<GroupReadings.Change> changes,
        MoveAnswer answer) {

    /**
     * The answer to a move; a repetition is given the same.
     *
     * @param revision of the group after the move
     * @param moved how many readings differ from the baseline
     */
    public record MoveAnswer(int revision, WorkshopGroup.Standing standing, int moved) {}
}

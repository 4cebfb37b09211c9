package entente.service.workshop;

import entente.model.Percent;
import entente.model.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group as it stands.
 *
 * @param member its number, from 1 in the order of joining
 * @param letter its mark
 * @param moves how many moves it has made; its revision
 * @param ready whether it has said that it is done with the current round; a further move takes that back
 * @param seen when a device of it was last heard of; empty where that is not known
 * @param verdict after its last move; empty before the first
 */
public record WorkshopGroup(
        int member,
        String name,
        String letter,
        int moves,
        GroupReadings readings,
        boolean ready,
        Optional<Instant> seen,
        Optional<Standing> verdict) {

    /** A name in which any space is one blank. */
    public static String name(String given) {
        return given.replaceAll("[\\p{Z}\\s]+", " ").strip();
    }

    /** The group with this letter. */
    public static Optional<WorkshopGroup> find(List<WorkshopGroup> groups, String letter) {
        return groups.stream().filter(group -> group.letter().equals(letter)).findFirst();
    }

    /** How many readings differ from the baseline. */
    public int moved() {
        return readings.values().size();
    }

    /**
     * The verdict after a move.
     *
     * @param relationship empty if too little is rated to name one
     */
    public record Standing(Percent likelihood, Optional<Relationship> relationship) {}

    /**
     * Where a group stood when a round ended.
     *
     * @param round the round that ended; 0 for the time before the first
     */
    public record RoundSnapshot(
            int round, int member, int revision, GroupReadings readings, Optional<WorkshopGroup.Standing> verdict) {}
}

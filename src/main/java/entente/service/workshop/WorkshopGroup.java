package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Relationship;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A group as it stands; its JSON has what every member may see at any time.
 *
 * @param member its number, from 1 in the order of joining
 * @param letter its mark
 * @param moves how many moves it has made; its revision
 * @param ready whether it has said that it is done with the current round; a further move takes that back
 * @param seen when a device of it was last heard of; empty where that is not known
 * @param verdict after its last move; empty before the first
 */
@JsonPropertyOrder({"group", "letter", "name", "moves", "moved", "ready"})
public record WorkshopGroup(
        @JsonIgnore int member,
        String name,
        @Described("The same, as its mark.") String letter,
        @Described("How many moves it has made.") int moves,
        @JsonIgnore GroupReadings readings,

        @Described("Whether it is done with the current round.")
        boolean ready,

        @JsonIgnore Optional<Instant> seen,
        @JsonIgnore Optional<Standing> verdict) {

    /** The group after one more move. */
    WorkshopGroup after(GroupReadings moved, Standing standing) {
        return new WorkshopGroup(member, name, letter, moves + 1, moved, ready, seen, Optional.of(standing));
    }

    /** A name in which any space is one blank. */
    static String name(String given) {
        return given.replaceAll("[\\p{Z}\\s]+", " ").strip();
    }

    static Optional<WorkshopGroup> find(List<WorkshopGroup> groups, String letter) {
        return groups.stream().filter(group -> group.letter().equals(letter)).findFirst();
    }

    /**
     * The letter by which a group is told apart where there is no room for names: the initial of its name; if that is taken, the
     * initial with that of the last word, which may be a number, then with a further letter of the name, then of the alphabet,
     * then a number.
     */
    static String letter(String name, Collection<String> taken) {
        String[] words = name.toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd} ]|[^\\x{0}-\\x{FFFF}]", "")
                .trim()
                .split(" +");
        String initial = words[0].isEmpty() ? "G" : words[0].substring(0, 1);
        return Stream.of(
                        Stream.of(""),
                        Stream.of(words)
                                .skip(Math.max(1, words.length - 1))
                                .map(last -> last.matches("\\d{1,2}") ? last : last.substring(0, 1)),
                        Stream.of(String.join("", words).split("")).skip(1),
                        IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString),
                        IntStream.iterate(10, number -> number + 1).mapToObj(String::valueOf))
                .flatMap(some -> some)
                .map(second -> initial + second)
                .filter(mark -> !taken.contains(mark))
                .findFirst()
                .orElseThrow();
    }

    @Described("Names the group in addresses.")
    public String group() {
        return letter;
    }

    @Described("How many readings differ from the baseline.")
    public int moved() {
        return readings.values().size();
    }

    public String named() {
        return letter + " " + name;
    }

    /** The verdict after a move. */
    @JsonPropertyOrder({"percent", "band", "relationship"})
    public record Standing(
            @JsonProperty("percent") Percent likelihood,

            @Described("Absent where too little is rated to name one.")
            Optional<Relationship> relationship) {

        @Described
        public Band band() {
            return likelihood.band();
        }
    }

    /**
     * Where a group stood when a round ended.
     *
     * @param round the round that ended; 0 for the time before the first
     */
    record RoundSnapshot(int round, int member, GroupReadings readings, Optional<Standing> verdict) {}

    /**
     * A move of a group, as it is stored.
     *
     * @param round in which it was made; 0 before the first
     */
    public record Move(int member, int round, Instant at, List<GroupReadings.Change> changes, MoveAnswer answer) {}

    /** The answer to a move; a repetition is given the same. */
    public record MoveAnswer(
            @Described(value = "The number of the move within the group.", kind = Kind.FROM_ONE)
            int revision,

            @JsonUnwrapped Standing standing,

            @Described("How many readings differ from the baseline.")
            int moved) {}
}

package entente.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two powers that a rule book is about, in the words that reports use; no result depends on it.
 *
 * @param pair both, as in "an operational alliance of …"
 * @param alliance their alliance with its article, as in "how likely is …"
 * @param scenarios the two scenarios that pages compare at first, or none; the second is the one that they open
 * @param commitments words for states of commitment, as in "in force: …"; the others have general ones
 * @param events what lifts and lowers the ceilings, in sentences on them
 * @param notes what to know about the names, for scenarios of some time
 */
public record Subject(
        String pair,
        String alliance,
        List<String> scenarios,
        Map<Commitment, String> commitments,
        CeilingEvents events,
        List<Note> notes) {

    /** Of a rule book that names nobody. */
    public static final Subject UNNAMED = new Subject(
            "the two powers", "an alliance of the two powers", List.of(), Map.of(), CeilingEvents.UNNAMED, List.of());

    /** A sentence for scenarios that are dated before a day. */
    public record Note(LocalDate before, String words) {}

    /** Whether another book is about the same two powers, as far as both name them. */
    public boolean matches(Subject other) {
        return pair.equals(other.pair) || pair.equals(UNNAMED.pair) || other.pair.equals(UNNAMED.pair);
    }

    /** The scenario that pages open at first: the one that the book names, otherwise the first of those that exist. */
    public Optional<String> opened(List<String> existing) {
        return scenarios.stream()
                .skip(1)
                .filter(existing::contains)
                .findFirst()
                .or(() -> existing.stream().findFirst());
    }

    /** The notes for a scenario of this day. */
    public List<String> notesAt(LocalDate day) {
        return notes.stream()
                .filter(note -> day.isBefore(note.before()))
                .map(Note::words)
                .toList();
    }

    /**
     * What the ceilings of a rule book depend on, as nouns in sentences of reports; no result depends on it.
     *
     * @param opening what lifts the lowest ceiling, without an article, as in "even with the …"
     * @param missing what is missing below that ceiling, as in "because there is no …"
     * @param breach what puts the incident ceiling on, as in "after …"
     */
    public record CeilingEvents(String opening, String missing, String breach) {

        /** Of a rule book that names none. */
        public static final CeilingEvents UNNAMED =
                new CeilingEvents("decisive change", "decisive change", "a breach between the two");
    }
}

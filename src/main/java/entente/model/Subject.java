package entente.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The two powers that a rule book is about, in the words that reports use; no result depends on it.
 *
 * @param pair both, as in "an operational alliance of …"
 * @param alliance their alliance with its article, as in "how likely is …"
 * @param names the words of ids that name a country, in lower case
 * @param sourceExample a source that could be cited, as an example in spreadsheets
 * @param notes what to know about the names, for scenarios of some time
 * @param caveats the sentence on a reading that contradicts another, by the indicator that names the other;
 *     {@code {value}} and {@code {other}} stand for the two readings
 */
public record Subject(
        String pair,
        String alliance,
        List<String> names,
        String sourceExample,
        List<Note> notes,
        Map<String, String> caveats) {

    /** Of a rule book that names nobody. */
    public static final Subject UNNAMED = new Subject(
            "the two powers",
            "an alliance of the two powers",
            List.of(),
            "Reuters, exports fall, 20 November 2026",
            List.of(),
            Map.of());

    public Subject {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
        caveats = Map.copyOf(caveats);
    }

    /** A sentence for scenarios that are dated before a day. */
    public record Note(LocalDate before, String words) {}

    /** The notes for a scenario of this day. */
    public List<String> notesAt(LocalDate day) {
        return notes.stream()
                .filter(note -> day.isBefore(note.before()))
                .map(Note::words)
                .toList();
    }
}

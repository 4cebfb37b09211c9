package entente.rulebook;

import entente.document.Fields;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Commitment;
import entente.model.Indicator;
import entente.model.Subject;
import entente.model.Subject.CeilingEvents;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code subject} of {@code indicators.yaml}: the names of the two powers, and sentences that name countries. */
final class SubjectReader {

    static final String FIELD = "subject";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    private static final Map<String, Commitment> RATED = Stream.of(Commitment.values())
            .filter(state -> state != Commitment.UNKNOWN)
            .collect(Collectors.toMap(state -> state.name().toLowerCase(Locale.ROOT), Function.identity()));

    private SubjectReader() {}

    /** The subject of a catalogue; names nobody if the field is missing. */
    static Subject read(Fields catalogue, List<Indicator> indicators) {
        return catalogue
                .object(FIELD)
                .map(fields -> subject(fields, indicators))
                .orElse(Subject.UNNAMED);
    }

    private static Subject subject(Fields fields, List<Indicator> indicators) {
        fields.allowOnly(
                "pair", "alliance", "scenarios", "commitments", "events", "names", "sourceExample", "notes", "caveats");
        return new Subject(
                fields.requiredText("pair").orElse(""),
                fields.requiredText("alliance").orElse(""),
                scenarios(fields),
                commitments(fields),
                fields.object("events").map(SubjectReader::events).orElse(CeilingEvents.UNNAMED),
                names(fields),
                textOr(fields, "sourceExample", Subject.UNNAMED.sourceExample()),
                fields.objects("notes").stream()
                        .flatMap(note -> note(note).stream())
                        .toList(),
                caveats(fields, indicators));
    }

    private static CeilingEvents events(Fields fields) {
        fields.allowOnly("opening", "missing", "breach");
        String opening = textOr(fields, "opening", CeilingEvents.UNNAMED.opening());
        return new CeilingEvents(
                opening, textOr(fields, "missing", opening), textOr(fields, "breach", CeilingEvents.UNNAMED.breach()));
    }

    private static String textOr(Fields fields, String name, String general) {
        return fields.has(name) ? fields.requiredText(name).orElse("") : general;
    }

    private static List<String> scenarios(Fields fields) {
        List<String> ids = fields.texts("scenarios");
        if (ids.size() != 2 && fields.has("scenarios")) {
            fields.reject("scenarios", "BAD_LENGTH", "Here belong the ids of two scenarios.");
        }
        return ids;
    }

    private static Map<Commitment, String> commitments(Fields fields) {
        Map<Commitment, String> words = new EnumMap<>(Commitment.class);
        fields.object("commitments").ifPresent(given -> {
            given.allowOnly(RATED.keySet());
            RATED.forEach((name, state) -> given.text(name).ifPresent(text -> words.put(state, text)));
        });
        return words;
    }

    private static List<String> names(Fields fields) {
        List<String> names = new ArrayList<>();
        fields.texts("names", (name, at) -> {
            if (NAME.matcher(name).matches()) {
                names.add(name);
            } else {
                at.reject("BAD_NAME", "A name is a word of ids, in lower-case letters and digits.");
            }
        });
        return names;
    }

    private static Optional<Subject.Note> note(Fields fields) {
        fields.allowOnly("before", "words");
        Optional<LocalDate> before = fields.requiredText("before").flatMap(text -> date(fields, text));
        Optional<String> words = fields.requiredText("words");
        return before.flatMap(day -> words.map(sentence -> new Subject.Note(day, sentence)));
    }

    private static Optional<LocalDate> date(Fields fields, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            fields.reject("before", "BAD_DATE", "\"" + Text.excerpt(text) + "\" is not a date such as 1991-12-26.");
            return Optional.empty();
        }
    }

    private static Map<String, String> caveats(Fields fields, List<Indicator> indicators) {
        Map<String, Indicator> known = indicators.stream()
                .collect(Collectors.toMap(Indicator::id, Function.identity(), (first, second) -> first));
        Map<String, String> caveats = new TreeMap<>();
        for (Fields item : fields.objects("caveats")) {
            item.allowOnly("indicator", "words");
            String id = item.requiredText("indicator").orElse("");
            String words = item.requiredText("words").orElse("");
            Indicator indicator = known.get(id);
            if (indicator == null) {
                item.at("indicator")
                        .reject(
                                "UNKNOWN_INDICATOR",
                                "There is no indicator \"" + Text.excerpt(id) + "\".",
                                List.of(),
                                new Suggestion(id, known.keySet()));
            } else if (indicator.partOf().isPresent() == indicator.actsThrough().isPresent()) {
                item.reject("indicator", "BAD_CAVEAT", "The indicator has either partOf or actsThrough.");
            }
            if (!words.contains("{value}") || !words.contains("{other}")) {
                item.reject("words", "BAD_CAVEAT", "The sentence holds {value} and {other}, the two readings.");
            }
            if (caveats.put(id, words) != null) {
                item.reject("indicator", "DUPLICATE_ID", "Two caveats are about " + Text.excerpt(id) + ".");
            }
        }
        return caveats;
    }
}

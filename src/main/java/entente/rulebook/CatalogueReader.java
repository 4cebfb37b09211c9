package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Commitment;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.Indicator.CutPoint;
import entente.model.Indicator.DataNote;
import entente.model.Indicator.Sign;
import entente.model.Subject;
import entente.model.Subject.CeilingEvents;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Reads {@code indicators.yaml}. */
@RequiredArgsConstructor
final class CatalogueReader {

    /** The names of the two powers, and sentences that name countries. */
    static final String SUBJECT = "subject";

    private static final Map<String, Commitment> RATED = Stream.of(Commitment.values())
            .filter(state -> state != Commitment.UNKNOWN)
            .collect(Collectors.toMap(state -> state.name().toLowerCase(Locale.ROOT), Function.identity()));

    private static final List<String> UNITS = List.of("ordinal", "percent", "ratio", "count", "USD bn");
    private static final List<Grade> CUT_GRADES = List.of(Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);
    private static final List<CutPoint> PLACEHOLDER = wholeCutPoints(value -> "");

    private static final String[] INDICATOR = {
        "id",
        "group",
        "label",
        "short",
        "unit",
        "range",
        "partnership",
        "alliance",
        "cutPoints",
        "anchors",
        "source",
        "note",
        "dataNotes",
        "cites",
        "commitment",
        "partOf",
        "actsThrough"
    };

    private final ProblemCollector problems;
    /** Whether the article contains the cited paragraph. */
    private final Predicate<String> citable;

    Catalogue read(Node root) {
        return Fields.of(root, "#", problems).map(this::catalogue).orElse(Catalogue.EMPTY);
    }

    private Catalogue catalogue(Fields fields) {
        fields.allowOnly("groups", "indicators", "dataNotes", SUBJECT).require("groups", "indicators");
        List<Group> groups = fields.objects("groups").stream().map(this::group).toList();
        Set<String> groupIds = groups.stream().map(Group::id).collect(Collectors.toSet());
        List<Indicator> indicators = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Fields> items = fields.objects("indicators");
        for (Fields item : items) {
            Indicator indicator = indicator(item, groupIds);
            if (!seen.add(indicator.id())) {
                item.reject("id", "DUPLICATE_ID", "Two indicators are called " + indicator.id() + ".");
            }
            indicators.add(indicator);
        }
        checkReferences(items, indicators, seen);
        notes(fields); // checked, and for readers of the file only
        Subject subject = fields.object(SUBJECT).map(CatalogueReader::subject).orElse(Subject.UNNAMED);
        return new Catalogue(groups, indicators, subject);
    }

    private Group group(Fields fields) {
        fields.allowOnly("id", "kind", "label", "short", "cites");
        return new Group(
                fields.requiredText("id").orElse(""),
                fields.constant(
                                "kind",
                                List.of(GroupKind.values()),
                                kind -> kind.name().toLowerCase(Locale.ROOT))
                        .orElse(GroupKind.BARRIER),
                fields.requiredText("label").orElse(""),
                YamlFields.shortLabel(fields),
                YamlFields.cites(fields, citable));
    }

    private Indicator indicator(Fields fields, Set<String> groups) {
        fields.allowOnly(INDICATOR);
        String unit = fields.requiredText("unit").orElse("");
        if (!UNITS.contains(unit)) {
            fields.reject("unit", "UNKNOWN_UNIT", "A unit is one of " + String.join(", ", UNITS) + ".");
        }
        String group = fields.requiredText("group").orElse("");
        if (!groups.contains(group)) {
            fields.reject("group", "UNKNOWN_GROUP", "There is no group \"" + group + "\".");
        }
        List<Double> range = fields.numbers("range");
        if (range.size() != 2 || range.get(0) >= range.get(1)) {
            fields.reject("range", "BAD_RANGE", "A range is a lower and a higher number.");
            range = List.of(0.0, 4.0);
        }
        List<String> cites = YamlFields.cites(fields, citable);
        if (cites.isEmpty()) {
            fields.reject("cites", "MISSING_CITATION", "The indicator cites no paragraph.");
        }
        Map<Integer, String> anchors = anchors(fields);
        return new Indicator(
                fields.requiredText("id").orElse(""),
                group,
                fields.requiredText("label").orElse(""),
                YamlFields.shortLabel(fields),
                unit,
                range.get(0),
                range.get(1),
                sign(fields, "partnership"),
                sign(fields, "alliance"),
                cutPoints(fields, range, anchors),
                anchors,
                fields.requiredText("source").orElse(""),
                fields.text("note"),
                notes(fields),
                cites,
                fields.booleanValue("commitment").orElse(false),
                fields.text("partOf"),
                fields.text("actsThrough"));
    }

    /** The state of commitment is one ordinal from 0 to 4, and other indicators are named by their ids. */
    private void checkReferences(List<Fields> items, List<Indicator> indicators, Set<String> ids) {
        boolean commitment = false;
        for (int i = 0; i < items.size(); i++) {
            Fields item = items.get(i);
            Indicator indicator = indicators.get(i);
            if (indicator.commitment()) {
                if (commitment || !indicator.ordinal() || indicator.low() != 0 || indicator.high() != 4) {
                    item.reject(
                            "commitment",
                            "BAD_COMMITMENT",
                            "Only one indicator is the state of commitment, an ordinal from 0 to 4.");
                }
                commitment = true;
            }
            checkReference(item, "partOf", indicator.partOf(), ids);
            checkReference(item, "actsThrough", indicator.actsThrough(), ids);
        }
    }

    private static void checkReference(Fields item, String name, Optional<String> id, Set<String> ids) {
        id.filter(named -> !ids.contains(named))
                .ifPresent(named -> item.at(name)
                        .reject(
                                "UNKNOWN_INDICATOR",
                                "There is no indicator \"" + Text.excerpt(named) + "\".",
                                List.of(),
                                new Suggestion(named, ids)));
    }

    private static Sign sign(Fields fields, String name) {
        fields.require(name);
        return fields.constant(name, List.of(Sign.values()), Sign::mark).orElse(Sign.NOTHING);
    }

    private static Map<Integer, String> anchors(Fields fields) {
        Map<Integer, String> anchors = new TreeMap<>();
        fields.object("anchors")
                .ifPresent(given -> given.members().keySet().forEach(name -> {
                    if (name.matches("\\d{1,2}")) {
                        given.text(name).ifPresent(text -> anchors.put(Integer.valueOf(name), text));
                    } else {
                        given.reject(name, "BAD_ANCHOR", "An anchor belongs to a whole number.");
                    }
                }));
        return anchors;
    }

    private List<CutPoint> cutPoints(Fields fields, List<Double> range, Map<Integer, String> anchors) {
        if (!fields.has("cutPoints")) {
            if (range.equals(List.of(0.0, 4.0)) && anchors.size() == 5) {
                return wholeCutPoints(value -> "by its anchor: " + anchors.get(value));
            }
            fields.reject(
                    "cutPoints",
                    "BAD_CUT_POINTS",
                    "Only an ordinal from 0 to 4 with five anchors needs no cut points.");
            return PLACEHOLDER;
        }
        int before = problems.count();
        List<CutPoint> cuts = new ArrayList<>();
        for (Fields item : fields.objects("cutPoints")) {
            item.allowOnly("from", "grade", "reason");
            cuts.add(new CutPoint(
                    item.constant("grade", CUT_GRADES, Grade::name).orElse(Grade.UNKNOWN),
                    item.requiredNumber("from").orElse(0.0),
                    item.requiredText("reason").orElse("")));
        }
        if (valid(cuts, range)) {
            return cuts;
        }
        if (problems.count() == before) {
            fields.reject(
                    "cutPoints",
                    "BAD_CUT_POINTS",
                    "Cut points are the first values of LOW, MODERATE, HIGH and VERY_HIGH, ascending within the range.");
        }
        return PLACEHOLDER;
    }

    private static List<CutPoint> wholeCutPoints(IntFunction<String> reason) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(value -> new CutPoint(CUT_GRADES.get(value - 1), value, reason.apply(value)))
                .toList();
    }

    private static boolean valid(List<CutPoint> cuts, List<Double> range) {
        List<Double> values = cuts.stream().map(CutPoint::from).toList();
        return cuts.stream().map(CutPoint::grade).toList().equals(CUT_GRADES)
                && GradeScale.isValid(values, range.get(0), range.get(1));
    }

    private List<DataNote> notes(Fields fields) {
        return fields.objects("dataNotes").stream()
                .map(item -> item.allowOnly("id", "cites", "value", "note"))
                .map(item -> new DataNote(
                        item.requiredText("id").orElse(""),
                        item.requiredText("note").orElse(""),
                        YamlFields.cites(item, citable),
                        YamlFields.numbers(item, "value")))
                .toList();
    }

    private static Subject subject(Fields fields) {
        fields.allowOnly("pair", "alliance", "scenarios", "commitments", "events", "notes");
        return new Subject(
                fields.requiredText("pair").orElse(""),
                fields.requiredText("alliance").orElse(""),
                scenarios(fields),
                commitments(fields),
                fields.object("events").map(CatalogueReader::events).orElse(CeilingEvents.UNNAMED),
                fields.objects("notes").stream()
                        .flatMap(note -> note(note).stream())
                        .toList());
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
}

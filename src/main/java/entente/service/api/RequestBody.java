package entente.service.api;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.ListNode;
import entente.document.Node.NullNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Band;
import entente.model.Described;
import entente.model.Problem;
import entente.model.Scenario;
import entente.scenario.ScenarioResult;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/**
 * The body of a request. It is read into a record, whose components are the fields: their types and {@link Described} say
 * what is valid, here and in the schema. Other fields are refused, and all problems are reported together, each at its place.
 */
public class RequestBody {

    private static final String OUT_OF_RANGE = "OUT_OF_RANGE";

    /** What holds for a field of which nothing is said. */
    private static final Described NO_BOUNDS = Objects.requireNonNull(Undescribed.class.getAnnotation(Described.class));

    @Described
    private interface Undescribed {}

    private final RuleBookSnapshot snapshot;
    private final ProblemCollector problems = ProblemCollector.bounded();

    /** Members that may stand beside those of any request. */
    private final List<String> common;

    @Getter
    private final Fields fields;

    /** @throws ProblemException if it is malformed or not an object */
    public RequestBody(ApiRequest request) {
        this(request.snapshot(), request.body());
    }

    public RequestBody(RuleBookSnapshot snapshot, byte[] bytes) {
        this(snapshot, bytes, List.of());
    }

    protected RequestBody(RuleBookSnapshot snapshot, byte[] bytes, List<String> common) {
        this.snapshot = snapshot;
        this.common = common;
        this.fields = Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), problems)
                .orElseThrow(() -> RuleBookSnapshot.refusal(problems.all()));
    }

    /** The fields, with a problem for every member that has another name. */
    public final Fields allowOnly(String... names) {
        return fields.allowOnly(with(common, names));
    }

    /**
     * Reads the body. What is missing or invalid is a problem and has a placeholder in the record, which is not to be used
     * after {@link #check}: a blank text, zero, the first constant, nothing for an optional value or a scenario.
     *
     * @param others further fields that the request may have
     */
    public final <T extends Record> T read(Class<T> type, String... others) {
        return record(type, fields, with(common, others));
    }

    private <T> T record(Class<T> type, Fields of, Collection<String> others) {
        RecordComponent[] components = type.getRecordComponents();
        of.allowOnly(with(
                others, Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new)));
        return make(type, Arrays.stream(components).map(one -> value(of, one)).toArray());
    }

    /** A number or boolean that is null becomes zero or false. */
    private static <T> T make(Class<T> type, @Nullable Object... values) {
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), values);
    }

    private @Nullable Object value(Fields of, RecordComponent component) {
        String name = component.getName();
        boolean optional = component.getType() == Optional.class;
        Type type = optional ? argument(component.getGenericType()) : component.getGenericType();
        Described bounds =
                Objects.requireNonNullElse(component.getAccessor().getAnnotation(Described.class), NO_BOUNDS);
        if (!optional) {
            of.require(name);
        }
        Optional<?> value = of.get(name).flatMap(node -> value(node, of.pointer(name), type, bounds, !optional));
        return optional ? value : value.isPresent() ? value.get() : placeholder(type);
    }

    private Optional<?> value(Node node, String pointer, Type type, Described bounds, boolean filled) {
        Position at = new Position(pointer, node.location(), problems);
        if (type instanceof ParameterizedType list) {
            return items(node, at, argument(list), bounds);
        }
        Class<?> of = (Class<?>) type;
        if (of == String.class) {
            return Fields.text(node, pointer, problems)
                    .map(String::strip)
                    .filter(text -> isValid(text, at, bounds, filled || bounds.from() > 0));
        }
        if (of == UUID.class) {
            return Fields.text(node, pointer, problems).flatMap(text -> uuid(text, at));
        }
        if (of == int.class || of == Integer.class) {
            return Fields.number(node, pointer, problems)
                    .filter(number -> isWhole(number, at, bounds))
                    .map(Double::intValue);
        }
        if (of == boolean.class || of == Boolean.class) {
            return Fields.booleanValue(node, pointer, problems);
        }
        if (of == OptionalDouble.class) {
            return node instanceof NullNode
                    ? Optional.of(OptionalDouble.empty())
                    : Fields.number(node, pointer, problems).map(OptionalDouble::of);
        }
        if (of == Band.class) {
            return Fields.named(node, pointer, problems, Band.names(), Band::named);
        }
        if (of == Scenario.class) {
            return scenario(node, pointer);
        }
        if (of.isEnum()) {
            return constant(node, pointer, of.getEnumConstants());
        }
        // An item that is no object keeps its place in the list.
        return Optional.of(Fields.of(node, pointer, problems)
                .<Object>map(item -> record(of, item, List.of()))
                .orElseGet(() -> make(
                        of,
                        Arrays.stream(of.getRecordComponents())
                                .map(one -> placeholder(one.getGenericType()))
                                .toArray())));
    }

    private Optional<?> constant(Node node, String pointer, Object... constants) {
        return Fields.named(
                node,
                pointer,
                problems,
                Stream.of(constants).map(String::valueOf).toList(),
                text -> Stream.of(constants)
                        .filter(one -> one.toString().equals(text))
                        .findFirst());
    }

    private static @Nullable Object placeholder(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class ? Optional.empty() : List.of();
        }
        Class<?> of = (Class<?>) type;
        if (of == UUID.class) {
            return new UUID(0, 0);
        }
        return of == String.class ? "" : of.isEnum() ? of.getEnumConstants()[0] : null;
    }

    /** A list that is too long is refused without reading its items. */
    private Optional<List<Object>> items(Node node, Position at, Type type, Described bounds) {
        if (!(node instanceof ListNode list)) {
            Fields.wrongType(node, at.pointer(), "a list", problems);
            return Optional.empty();
        }
        int size = list.items().size();
        String field = "The field \"" + name(at) + "\" has ";
        if (size < bounds.from() && bounds.to() == NO_BOUNDS.to()) {
            at.reject("EMPTY", field + "at least " + bounds.from() + ".");
        } else if (size > bounds.to() && bounds.from() == NO_BOUNDS.from()) {
            at.reject("TOO_MANY", field + "at most " + bounds.to() + ".");
        } else if (size < bounds.from() || size > bounds.to()) {
            at.reject(OUT_OF_RANGE, field + bounds.from() + " to " + bounds.to() + ".");
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size && size <= bounds.to(); i++) {
            value(list.items().get(i), at.pointer() + "/" + i, type, NO_BOUNDS, false)
                    .ifPresent(items::add);
        }
        return Optional.of(items);
    }

    private static boolean isValid(String text, Position at, Described bounds, boolean filled) {
        String field = "The field \"" + name(at) + "\" ";
        if (filled && text.replaceAll("[\\p{Z}\\s]+", "").isEmpty()) {
            at.reject("BLANK", field + "is blank.");
            return false;
        }
        if (text.codePointCount(0, text.length()) > bounds.to()) {
            at.reject("TOO_LONG", field + "has at most " + bounds.to() + " characters.");
        }
        if (bounds.to() != NO_BOUNDS.to() && !text.equals(Text.printable(text))) {
            at.reject("FORBIDDEN_CHARACTER", field + "contains a control or invisible character.");
        }
        return true;
    }

    private static boolean isWhole(double number, Position at, Described bounds) {
        if (number == Math.rint(number) && number >= bounds.from() && number <= bounds.to()) {
            return true;
        }
        at.reject(
                OUT_OF_RANGE,
                "The field \"" + name(at) + "\" is a whole number from " + bounds.from() + " to " + bounds.to() + ".");
        return false;
    }

    private static Optional<UUID> uuid(String text, Position at) {
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return Optional.of(UUID.fromString(text));
        }
        at.reject(text.isBlank() ? "BLANK" : "NOT_A_UUID", "The field \"" + name(at) + "\" is a UUID.");
        return Optional.empty();
    }

    private static String name(Position at) {
        return at.pointer().substring(at.pointer().lastIndexOf('/') + 1);
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static List<String> with(Collection<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }

    /** What the rule book makes of a scenario in the document. */
    protected ScenarioResult read(Node node) {
        return snapshot.reader().read(node, snapshot.scenarioSource());
    }

    public final Optional<Scenario> scenario(String name) {
        fields.require(name);
        return fields.get(name).flatMap(node -> scenario(node, fields.pointer(name)));
    }

    public final List<Scenario> scenarios(String name) {
        return fields.items(name, this::scenario);
    }

    private Optional<Scenario> scenario(Node node, String pointer) {
        ScenarioResult result = read(node);
        if (result instanceof ScenarioResult.Accepted accepted) {
            return Optional.of(accepted.scenario());
        }
        add((ScenarioResult.Refused) result, pointer);
        return Optional.empty();
    }

    /** Adds the problems of a scenario at a pointer; one of overrides, which are beside the scenario, stays as it is. */
    protected final void add(ScenarioResult.Refused refused, String pointer) {
        problems.addAll(refused.problems(), within -> within.startsWith("#") ? pointer + within.substring(1) : within);
    }

    public final void add(Collection<Problem> more) {
        problems.addAll(more);
    }

    /**
     * Must be called after reading.
     *
     * @throws ProblemException INVALID with all problems in document order
     */
    public final void check() {
        if (!problems.isEmpty()) {
            List<Problem> all = problems.all();
            throw ProblemType.INVALID.problem(
                    "The request has " + all.size() + (all.size() == 1 ? " problem." : " problems."), all);
        }
    }
}

package entente.report.json;

import static entente.report.json.InputSchemas.keywords;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import entente.document.JsonValues;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of a result that says itself what it is ({@link Described}): Jackson writes its fields, and the schema is that of
 * the fields which Jackson writes. A field is absent where an optional value is empty, or null where {@link JsonInclude} says
 * {@code ALWAYS}.
 */
public record RecordType<T>(Class<?> of, boolean isList, Function<T, ?> view) {

    public static <T> RecordType<T> of(Class<T> result) {
        return of(result, value -> value);
    }

    /** @param view adds to a result what is written with it */
    public static <T, V> RecordType<T> of(Class<V> written, Function<T, V> view) {
        return new RecordType<>(written, false, view);
    }

    /** A list of such values. */
    public RecordType<List<T>> list() {
        return new RecordType<>(of, true, values -> values.stream().map(view).toList());
    }

    /** The text of a scenario file, copied in the layout of the document. */
    record ScenarioFile(String text) {}

    /** A JSON document, written as it stands; {@link Described#documents} says which. */
    public record JsonText(String text) {}

    void write(JsonGenerator json, T value) {
        writer().writeValue(json, view.apply(value));
    }

    /** Finds the writers of all fields. */
    ObjectWriter writer() {
        return Mapper.JACKSON.writerFor(type());
    }

    /** Several lines, indented by two, ending with a line end. */
    public String pretty(T value) {
        return JsonWriter.pretty(json -> write(json, value));
    }

    /** A value that was written by itself; empty for anything else. */
    @SuppressWarnings("unchecked") // Without a view, what is written is the value.
    public Optional<T> read(byte[] json) {
        try {
            return Optional.of((T) Mapper.JACKSON.readValue(json, of));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }

    private JavaType type() {
        return isList
                ? Mapper.JACKSON.getTypeFactory().constructCollectionType(List.class, of)
                : Mapper.JACKSON.constructType(of);
    }

    /** The schema of a document that consists of a value; objects within it are referenced by name. */
    public Map<String, Object> definition(SchemaDefinitions definitions) {
        return isList ? schema(type(), Kind.OF_TYPE, definitions) : object(type(), definitions);
    }

    private static Map<String, Object> schema(JavaType type, Kind kind, SchemaDefinitions definitions) {
        Class<?> raw = type.getRawClass();
        if (type.isReferenceType() && type.getContentType().hasRawClass(OptionalDouble.class)) {
            return keywords("type", List.of("number", "null"));
        }
        if (type.isReferenceType()) {
            return schema(type.getContentType(), kind, definitions);
        }
        if (type.isCollectionLikeType()) {
            return keywords("type", "array", "items", schema(type.getContentType(), kind, definitions));
        }
        if (type.isMapLikeType()) {
            Map<String, Object> map = keywords(
                    "type", "object", "additionalProperties", schema(type.getContentType(), kind, definitions));
            if (type.getKeyType().isEnumType()) {
                map.put("propertyNames", schema(type.getKeyType(), Kind.OF_TYPE, definitions));
            }
            return map;
        }
        if (raw == Scenario.class) {
            return definitions.reference("scenario");
        }
        if (raw.isEnum() && kind != Kind.OF_TYPE) {
            return keywords(kind.keywords().toArray());
        }
        if (raw.isEnum()) {
            return keywords(
                    "enum",
                    Arrays.stream(raw.getEnumConstants())
                            .map(constant ->
                                    Mapper.JACKSON.valueToTree(constant).stringValue())
                            .toList());
        }
        Optional<Type> text = Arrays.stream(raw.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .map(Method::getGenericReturnType)
                .findFirst();
        if (text.isPresent()) {
            return schema(Mapper.JACKSON.constructType(text.get()), kind, definitions);
        }
        List<Object> scalar = Mapper.SCALARS.get(raw);
        if (scalar == null) {
            return definitions.reference(raw, () -> object(type, definitions));
        }
        Map<String, Object> schema = keywords(scalar.toArray());
        if (kind != Kind.OF_TYPE) {
            schema = keywords("type", scalar.get(1));
            if (!kind.unit().isEmpty()) {
                schema.put("unit", kind.unit());
            }
            schema.putAll(keywords(kind.keywords().toArray()));
        }
        return schema;
    }

    private static Map<String, Object> object(JavaType type, SchemaDefinitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<Object> rules = new ArrayList<>();
        Mapper.JACKSON.acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType ignored) {
                return new JsonObjectFormatVisitor.Base(getContext()) {
                    @Override
                    public void optionalProperty(BeanProperty field) {
                        Described described = field.getAnnotation(Described.class);
                        properties.put(field.getName(), described(field, described, definitions));
                        if (!isOptional(field) || isNullable(field)) {
                            required.add(field.getName());
                        } else if (described != null && !described.presentIf().isEmpty()) {
                            rules.add(
                                    rule(field.getName(), described.presentIf().split(" ", -1)));
                        }
                    }
                };
            }
        });
        Map<String, Object> schema = keywords("type", "object");
        Described described = type.getRawClass().getAnnotation(Described.class);
        if (described != null && !described.value().isEmpty()) {
            schema.put("description", described.value());
        }
        schema.put("required", required);
        schema.put("properties", properties);
        if (!rules.isEmpty()) {
            schema.put("allOf", rules);
        }
        if (described != null && described.closed()) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private static Map<String, Object> described(
            BeanProperty field, Described described, SchemaDefinitions definitions) {
        Kind kind = described == null ? Kind.OF_TYPE : described.kind();
        Map<String, Object> schema = described == null || described.documents().length == 0
                ? new LinkedHashMap<>(schema(field.getType(), kind, definitions))
                : documents(described.documents(), definitions);
        if (described != null) {
            bounds(schema, described);
        }
        if (isNullable(field)) {
            schema = keywords("anyOf", List.of(schema, Map.of("type", "null")));
        }
        if (described != null && !described.value().isEmpty()) {
            schema.put("description", described.value());
        }
        return schema;
    }

    private static void bounds(Map<String, Object> schema, Described described) {
        String bound =
                "array".equals(schema.get("type")) ? "Items" : "string".equals(schema.get("type")) ? "Length" : "imum";
        if (described.from() != Integer.MIN_VALUE) {
            schema.put("min" + bound, described.from());
        }
        if (described.to() != Integer.MAX_VALUE) {
            schema.put("max" + bound, described.to());
        }
    }

    private static Map<String, Object> documents(Class<?>[] types, SchemaDefinitions definitions) {
        List<Map<String, Object>> schemas = Arrays.stream(types)
                .map(type -> schema(Mapper.JACKSON.constructType(type), Kind.OF_TYPE, definitions))
                .toList();
        return schemas.size() == 1 ? new LinkedHashMap<>(schemas.get(0)) : keywords("anyOf", schemas);
    }

    private static boolean isOptional(BeanProperty field) {
        return field.getType().isReferenceType()
                || field.getType().hasRawClass(OptionalDouble.class)
                || includes(field, JsonInclude.Include.NON_EMPTY)
                || includes(field, JsonInclude.Include.NON_DEFAULT);
    }

    private static boolean isNullable(BeanProperty field) {
        return includes(field, JsonInclude.Include.ALWAYS);
    }

    private static boolean includes(BeanProperty field, JsonInclude.Include when) {
        JsonInclude include = field.getAnnotation(JsonInclude.class);
        return include != null && include.value() == when;
    }

    /** An optional field is present where another one has a certain value. */
    private static Map<String, Object> rule(String field, String[] condition) {
        List<Object> values = Arrays.stream(condition)
                .skip(1)
                .<Object>map(value -> value.equals("true") ? true : value)
                .toList();
        return keywords(
                "if", Map.of("properties", Map.of(condition[0], Map.of("enum", values))),
                "then", Map.of("required", List.of(field)));
    }

    /** Loaded where JSON is written or described, not with the class of a result: a cold start would wait for it. */
    private static final class Mapper {

        /** The schemas of values that are not objects. */
        private static final Map<Class<?>, List<Object>> SCALARS = Map.ofEntries(
                Map.entry(String.class, List.of("type", "string", "minLength", 1)),
                Map.entry(boolean.class, List.of("type", "boolean")),
                Map.entry(Boolean.class, List.of("type", "boolean")),
                Map.entry(int.class, List.of("type", "integer", "minimum", 0)),
                Map.entry(Integer.class, List.of("type", "integer", "minimum", 0)),
                Map.entry(long.class, List.of("type", "integer", "minimum", 0)),
                Map.entry(double.class, List.of("type", "number")),
                Map.entry(Double.class, List.of("type", "number")),
                Map.entry(OptionalDouble.class, List.of("type", "number")),
                Map.entry(Percent.class, List.of("type", "number", "unit", "percent", "minimum", 0.1, "maximum", 99.9)),
                Map.entry(Points.class, List.of("type", "number", "unit", "points")),
                Map.entry(LocalDate.class, List.of("type", "string", "format", "date")),
                Map.entry(Instant.class, List.of("type", "string", "format", "date-time")),
                Map.entry(UUID.class, List.of("type", "string", "format", "uuid")),
                Map.entry(
                        ScenarioFile.class,
                        List.of(
                                "type",
                                "object",
                                "required",
                                List.of("schemaVersion", "id", "title", "horizonYears", "readings"))));

        static final JsonMapper JACKSON = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .changeDefaultVisibility(found -> found.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .annotationIntrospector(new DescribedMethods())
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .withConfigOverride(
                        OptionalDouble.class,
                        numbers -> numbers.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null)))
                .addModule(new SimpleModule()
                        .addSerializer(ScenarioFile.class, new Copier())
                        .addSerializer(JsonText.class, new RawWriter())
                        .addSerializer(double.class, new NumberSerializer<Double>(value -> value))
                        .addSerializer(Double.class, new NumberSerializer<Double>(value -> value))
                        .addSerializer(Percent.class, new NumberSerializer<>(Percent::value))
                        .addSerializer(Points.class, new NumberSerializer<>(Points::value))
                        .addSerializer(OptionalDouble.class, new NumberSerializer<>(OptionalDouble::getAsDouble))
                        .addDeserializer(Percent.class, new PercentReader()))
                .build();
    }

    /** A method that is described is a field of its name. */
    private static final class DescribedMethods extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public PropertyName findNameForSerialization(MapperConfig<?> config, Annotated method) {
            PropertyName name = super.findNameForSerialization(config, method);
            return name == null && method.hasAnnotation(Described.class) ? PropertyName.USE_DEFAULT : name;
        }
    }

    private static final class Copier extends ValueSerializer<ScenarioFile> {
        @Override
        public void serialize(ScenarioFile file, JsonGenerator json, SerializationContext context) {
            JsonWriter.copy(json, file.text());
        }
    }

    private static final class RawWriter extends ValueSerializer<JsonText> {

        @Override
        public void serialize(JsonText document, JsonGenerator json, SerializationContext context) {
            json.writeRawValue(document.text().strip());
        }
    }

    private static final class PercentReader extends ValueDeserializer<Percent> {

        @Override
        public Percent deserialize(JsonParser json, DeserializationContext context) {
            double tenths = json.getDoubleValue() * 10;
            if (tenths < Percent.LOWEST.tenths() || tenths > Percent.HIGHEST.tenths()) {
                context.reportInputMismatch(Percent.class, "a likelihood lies between 0.1 and 99.9 percent");
            }
            return new Percent((int) Math.rint(tenths));
        }
    }

    /** Numbers without exponent and trailing zeros. */
    private static final class NumberSerializer<T> extends ValueSerializer<T> {

        private final ToDoubleFunction<T> number;

        NumberSerializer(ToDoubleFunction<T> number) {
            this.number = number;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            if (isEmpty(context, value)) {
                json.writeNull();
            } else {
                JsonValues.number(json, number.applyAsDouble(value));
            }
        }

        @Override
        public boolean isEmpty(SerializationContext context, T value) {
            return value instanceof OptionalDouble measure && measure.isEmpty();
        }
    }
}

package entente.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import lombok.Getter;

/**
 * What a field of a result or of a request means. The components of a record are its fields, and so is a method of a result
 * with this annotation; the JSON Schema, the OpenAPI document and the dictionary of fields say what stands here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface Described {

    /** A sentence; none where the name says enough. */
    String value() default "";

    /** What its type leaves open. */
    Kind kind() default Kind.OF_TYPE;

    /** A field and those of its values, with which this optional field is present: {@code "status KNOWN ASSUMED"}. */
    String presentIf() default "";

    /** Of a field of a request: the least number, characters of a text, or items of a list. */
    int from() default Integer.MIN_VALUE;

    /** Of a field of a request: the greatest number, or most characters or items. */
    int to() default Integer.MAX_VALUE;

    /** Of a request: other fields than those of the record are refused. */
    boolean closed() default false;

    /** What a text that is itself JSON holds: one of these. */
    Class<?>[] documents() default {};

    /** What the values of a type have in common, such as the unit of a number. */
    @Getter
    enum Kind {
        OF_TYPE(""),
        ANY_TEXT("text"),
        PATH("path", "pattern", "^/"),
        /** Of a request, which takes terms as well as names. */
        BAND("band", "enum", Band.spellings()),
        ENTITY_TAG("entity tag", "pattern", "^\"[0-9a-f]{64}\"$"),
        ID("id", "pattern", "^[a-z0-9][a-z0-9_-]*$"),
        DIGEST("SHA-256 digest", "pattern", "^[0-9a-f]{64}$"),
        CODE("code", "pattern", "^[A-Z][A-Z0-9_]*$"),
        POINTER("JSON pointer", "pattern", "^#"),
        CITATION("paragraph of the article", "pattern", "^§\\d ¶\\d+$"),
        FRACTION("fraction", "pattern", "^-?[0-9]+(/[0-9]+)?$"),
        WHOLE_NUMBER("whole number as text", "pattern", "^[0-9]+$"),
        FROM_ONE("count from 1", "minimum", 1),
        HTTP_STATUS("HTTP status", "minimum", 200, "maximum", 599),
        HORIZON("years", "minimum", 1, "maximum", 10),
        PERCENT("percent", "minimum", 0, "maximum", 100),
        BASE_RATE("percent", "exclusiveMinimum", 0, "exclusiveMaximum", 100),
        PERCENTAGE_POINTS("percentage points"),
        SHARE("share", "minimum", 0, "maximum", 1),
        /** Sums of many products may exceed 1 in the last digit. */
        PROBABILITY("probability", "minimum", 0, "maximum", 1.000000001),
        SKILL("skill score", "maximum", 1),
        POINTS("points"),
        MEASURE("unit of the indicator"),
        NUMBER("number");

        private final String unit;

        /** Names and values in turn; an immutable list of immutable values. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Object> keywords;

        Kind(String unit, Object... keywords) {
            this.unit = unit;
            this.keywords = List.of(keywords);
        }
    }
}

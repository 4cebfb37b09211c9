package entente.quality.diff;

/**
 * A parameter that differs between two rule books.
 *
 * @param path location, such as {@code weights/alliance/STRONG}
 * @param before as text; a dash if the first book does not have it
 */
public record ParameterChange(String path, String before, String after) {

    public static final String NONE = "–";
}

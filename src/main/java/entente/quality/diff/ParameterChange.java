package entente.quality.diff;

/**
 * A number of a rule book that another has otherwise.
 *
 * @param path where it stands, such as {@code weights/alliance/STRONG}
 * @param before as text; a dash where the first book has none
 */
public record ParameterChange(String path, String before, String after) {

    public static final String NONE = "–";
}

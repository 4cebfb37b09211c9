package entente.document;

/**
 * Limits of a document. A document that exceeds a limit is rejected, never truncated.
 *
 * @param bytes size of the document
 * @param depth nesting of objects and lists
 * @param tokens number of names, values and brackets
 * @param text characters of a text
 * @param name characters of a name
 * @param number characters of a number
 */
public record DocumentLimits(int bytes, int depth, int tokens, int text, int name, int number) {

    public static final DocumentLimits SCENARIO = new DocumentLimits(1 << 20, 64, 20_000, 100_000, 256, 100);

    public static final DocumentLimits BOOK = new DocumentLimits(8 << 20, 64, 1_000_000, 100_000, 256, 100);

    /**
     * Limits for stored assessments and lists of them. A usual assessment has some hundred kilobytes; that of the
     * largest accepted scenario is below the limit.
     */
    public static final DocumentLimits ASSESSMENT = new DocumentLimits(8 << 20, 64, 400_000, 100_000, 256, 100);
}

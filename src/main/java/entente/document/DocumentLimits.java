package entente.document;

/**
 * What a document may hold. A document over a limit is refused, never cut.
 *
 * @param bytes size of the whole
 * @param depth objects and lists within each other
 * @param tokens names, values and brackets
 * @param text characters of one text
 * @param name characters of one name
 * @param number characters of one number
 */
public record DocumentLimits(int bytes, int depth, int tokens, int text, int name, int number) {

    /** For what analysts send. */
    public static final DocumentLimits SCENARIO = new DocumentLimits(1 << 20, 64, 20_000, 100_000, 256, 100);

    /** For files of the rule book. */
    public static final DocumentLimits BOOK = new DocumentLimits(8 << 20, 64, 1_000_000, 100_000, 256, 100);

    /**
     * For assessments on file, a list of them included. One is some hundred kilobytes; the largest scenario that is
     * taken, laid out and beside its ledger, stays below this.
     */
    public static final DocumentLimits ASSESSMENT = new DocumentLimits(8 << 20, 64, 400_000, 100_000, 256, 100);
}

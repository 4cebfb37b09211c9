package entente.document;

/** Line and column in a document, both from 1; 0 if unknown. */
public record SourceLocation(int line, int column) {

    public static final SourceLocation NONE = new SourceLocation(0, 0);
}

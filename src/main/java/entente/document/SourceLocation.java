package entente.document;

/** Line and column in a document, both from 1; 0 where no place is to blame. */
public record SourceLocation(int line, int column) {

    public static final SourceLocation NONE = new SourceLocation(0, 0);
}

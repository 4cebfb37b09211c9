package entente.document;

/** Line and column in a document, both from 1; 0 where no place is to blame. */
public record Place(int line, int column) {

    public static final Place NOWHERE = new Place(0, 0);
}

package entente.analysis.exploration.diagram;

/** The states of a diagram exceed the limit: rules that ask many readings each leave too many futures. */
public final class DiagramTooLargeException extends Exception {

    private static final long serialVersionUID = 1;

    public DiagramTooLargeException(int limit) {
        super("more than " + limit + " states");
    }
}

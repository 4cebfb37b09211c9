package entente.analysis.exploration;

/** The states of a diagram exceed the limit: rules that ask many readings each leave too many futures. */
final class DiagramTooLargeException extends Exception {

    private static final long serialVersionUID = 1;

    DiagramTooLargeException(int limit) {
        super("more than " + limit + " states");
    }
}

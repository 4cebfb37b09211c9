package entente.analysis.exploration.diagram;

/** Counting needs more work or memory than its bound: rules that ask many readings each, or points of many digits. */
public final class WorkLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WorkLimitException(String exceeded) {
        super(exceeded, null, false, false);
    }
}

package entente.service.archive;

/** A concurrent transaction has inserted or changed the row. */
public final class RowConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RowConflictException() {
        super(null, null, false, false);
    }

    /** This exception if the failure is a conflict, else the failure. */
    static RuntimeException or(RuntimeException failed) {
        return DatabaseFault.of(failed) == DatabaseFault.CONFLICT ? new RowConflictException() : failed;
    }
}

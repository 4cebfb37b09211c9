package entente.service.archive;

/** Somebody else has the row, or is about to. */
final class RowConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RowConflictException() {
        super(null, null, false, false);
    }

    /** This, where the failure means this. */
    static RuntimeException or(RuntimeException failed) {
        DatabaseFault fault = DatabaseFault.of(failed);
        return fault == DatabaseFault.DUPLICATE || fault == DatabaseFault.CONFLICT ? new RowConflictException() : failed;
    }
}

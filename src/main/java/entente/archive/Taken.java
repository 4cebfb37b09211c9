package entente.archive;

/** Somebody else has the row, or is about to. */
final class Taken extends RuntimeException {

    private static final long serialVersionUID = 1;

    Taken() {
        super(null, null, false, false);
    }

    /** This, where the failure means this. */
    static RuntimeException or(RuntimeException failed) {
        Fault fault = Fault.of(failed);
        return fault == Fault.DUPLICATE || fault == Fault.AGAIN ? new Taken() : failed;
    }
}
